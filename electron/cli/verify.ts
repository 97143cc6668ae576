import { commandJsonSchema } from '../../shared/commands/command';
import { verifyFolder } from '../store/verify';
import type { FileProblem } from '../store/problem';
import type { Verb } from './verb';

export const verify: Verb = {
  name: 'verify',
  usage: 'verify',
  does: 'checks every file of the data folder and repairs nothing',
  options: {},
  run: async ({ dataFolder }) => {
    const report = await verifyFolder(dataFolder);
    const line = (one: FileProblem) =>
      `  ${one.file}${one.line ? `:${one.line}` : ''}: ${one.detail}`;
    const lines = report.events.flatMap(({ id, facts, lost, problems }) => [
      `${id}: ${facts} facts, ${lost > 0 ? `${lost} lost for good, ` : ''}${problems.length} problems`,
      ...problems.map(line),
    ]);
    lines.push(...report.problems.map(line));
    const ofEvents = report.events.reduce((sum, one) => sum + one.problems.length, 0);
    const count = ofEvents + report.problems.length;
    return {
      json: report,
      lines: lines.length ? lines : ['No events.'],
      ...(report.ok ? {} : { refused: `${count} problems found; nothing was changed` }),
    };
  },
};

export const commands: Verb = {
  name: 'commands',
  usage: 'commands',
  does: 'JSON Schema of every command that `do` takes',
  options: {},
  run: async () => {
    const schema = commandJsonSchema();
    return { json: schema, lines: [JSON.stringify(schema, null, 2)] };
  },
};

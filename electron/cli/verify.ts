import { commandJsonSchema } from '../../shared/commands/command';
import { nodeDisk } from '../store/nodeDisk';
import { verifyFolder } from '../store/verify';
import type { FileProblem } from '../store/problem';
import { givenPassphrase } from './passphrase';
import type { Verb } from './verb';

const UNREAD = ' (sealed: only checksums were looked at; its passphrase checks the rest)';

export const verify: Verb = {
  name: 'verify',
  usage: 'verify',
  does: 'checks every file of the data folder and repairs nothing',
  options: {},
  run: async ({ words, dataFolder }) => {
    const report = await verifyFolder(dataFolder, nodeDisk, await givenPassphrase(words));
    const line = (one: FileProblem) =>
      `  ${one.file}${one.line ? `:${one.line}` : ''}: ${one.detail}`;
    const lines = report.events.flatMap(({ id, facts, lost, sealed, problems }) => [
      `${id}: ${facts} facts, ${lost > 0 ? `${lost} gone from the history, ` : ''}${problems.length} problems${sealed === 'unread' ? UNREAD : ''}`,
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

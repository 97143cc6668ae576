import { createInterface } from 'node:readline';
import { DeskError } from '../../shared/contract';
import type { Outcome } from '../../shared/contract';
import { asDeskError, failure } from '../desk/failure';
import { readAsk } from '../link/callRoute';
import { neededText } from './usage';
import type { Asking, Verb } from './verb';

/** Commands under way at once: enough that many share one sync of the disk. */
const AT_ONCE = 256;

/** `{"ok":true,"seq":n}` or `{"ok":false,"reason":"…"}`, and what else is known. */
type Answer = Outcome | { ok: false; reason: string; code: string };

export const doVerb: Verb = {
  name: 'do',
  usage: 'do --event ID < commands.ndjson',
  does: 'carries out commands, one JSON object a line; answers one line each, in order, once durable',
  options: { event: { type: 'string' } },
  run: async ({ words, desk, say }) => {
    const event = neededText(words, 'event');
    const asking = await desk();
    await asking.ask('event.state', { event });
    let answered = 0;
    let refused = 0;
    let waiting = 0;
    // Answers go out in the order of the commands, each as soon as it and those before it are durable.
    let told = Promise.resolve();
    const limit = asking.inOrder ? AT_ONCE : 1;
    const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      if (line.trim() === '') continue;
      const answer = carryOut(asking, event, line);
      waiting++;
      told = told.then(async () => {
        const { ok, ...rest } = await answer;
        waiting--;
        answered++;
        if (!ok) refused++;
        say(JSON.stringify({ ok, ...rest }));
      });
      if (waiting >= limit) await told;
    }
    await told;
    if (refused === 0) return null;
    throw failure('do.refused', { refused, answered });
  },
};

async function carryOut(asking: Asking, event: string, line: string): Promise<Answer> {
  try {
    return await asking.ask('event.command', { event, ask: readAsk(parse(line)) });
  } catch (error) {
    const known = error instanceof DeskError ? error : asDeskError(error);
    return { ok: false, reason: known.message, code: known.code };
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw failure('ask.malformed', { what: error instanceof Error ? error.message : '' });
  }
}

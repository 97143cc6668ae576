import { z } from 'zod';
import { askSchema, commandSchema } from '../../shared/commands/command';
import type { Ask } from '../../shared/commands/command';
import { failure } from '../desk/failure';

/** A question of a page or of the command line: the name of the channel and its payload. */
export const callSchema = z.object({ channel: z.string(), payload: z.unknown() });

/**
 * A command as other programs send it: plain, `{"type": …}`, or with an id of their own,
 * `{"id": …, "command": {…}}`. Throws a ZodError that names what is wrong.
 */
export function readAsk(json: unknown): Ask {
  const wrapped = typeof json === 'object' && json !== null && 'command' in json;
  return wrapped ? askSchema.parse(json) : { command: commandSchema.parse(json) };
}

/** What is answered to a request that goes no further. */
export function refusal(code: string) {
  const known = failure(code);
  return { ok: false, failure: known.toFailure(), reason: known.message };
}

/** HTTP status for a failure's code. */
export function statusOf(code: string): 400 | 403 | 404 | 413 | 422 | 423 | 503 {
  if (code === 'link.notForThisRole') return 403;
  if (code === 'link.tooLarge') return 413;
  if (code === 'ask.malformed') return 400;
  if (code === 'seal.locked') return 423;
  if (code === 'event.unknown') return 404;
  return code.startsWith('store.') || code === 'unforeseen' ? 503 : 422;
}

import type { AnswerOf } from '../../shared/contract';
import { eventIn } from '../desk/merging';
import { readDocument } from '../exchange/export/json';
import { readGiven } from './files';
import { unlockNamed } from './passphrase';
import { receiveFromServer } from './server';
import { onlyWord, textOf } from './usage';
import type { Words } from './usage';
import type { Asking, Said, Verb } from './verb';

export const receive: Verb = {
  name: 'event receive',
  usage:
    'event receive (FILE.json [--merge [--dry-run]] | --event ID --from postgres://USER@HOST/DATABASE)',
  does: 'takes in an event that was exported as JSON, with its whole history; with --merge, what another laptop knows of an event that is here already, after a backup; with --from, as a PostgreSQL server holds it',
  options: {
    merge: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    event: { type: 'string' },
    from: { type: 'string' },
  },
  // Which event is to be opened is known only when the file has been read.
  opensBefore: false,
  run: async ({ words, desk }) => {
    const from = textOf(words, 'from');
    if (from !== undefined) return receiveFromServer(words, from, await desk());
    const path = onlyWord(words, 'the file');
    const asking = await desk();
    return words.values['merge'] === true
      ? mergeFile(path, words, asking)
      : receiveFile(path, asking);
  },
};

/** Takes in an exported event. */
export async function receiveFile(path: string, asking: Asking): Promise<Said> {
  const bytes = await readGiven(path);
  const made = await asking.ask('events.receive', { bytes: bytes.toString('base64') });
  return { json: made, lines: [`The event is ${made.event}.`] };
}

async function mergeFile(path: string, words: Words, asking: Asking): Promise<Said> {
  const bytes = await readGiven(path);
  const dryRun = words.values['dry-run'] === true;
  const lockAgain = await unlocked(eventIn(readDocument(bytes)), words, asking);
  try {
    const asked = { bytes: bytes.toString('base64'), dryRun };
    const merged = await asking.ask('events.merge', asked);
    return { json: merged, lines: [...linesOf(merged, dryRun)] };
  } finally {
    if (!asking.inOrder) await lockAgain?.();
  }
}

/** Which event it is stands in the file; where that is here and locked, the call's passphrase opens it. */
async function unlocked(event: string, words: Words, asking: Asking) {
  const here = await asking.ask('events.list', {});
  if (!here.some(({ id, locked }) => id === event && locked)) return null;
  return unlockNamed(asking, { ...words, values: { ...words.values, event } });
}

function* linesOf(merged: AnswerOf<'events.merge'>, dryRun: boolean): Generator<string> {
  const { event, received, added, told, before } = merged;
  const would = dryRun ? ' would be' : '';
  if (received) yield `The event ${event} was not here:${would} received with ${added} facts.`;
  if (!told) return;
  yield `${event}: ${added} facts${would} added, ${told.common} known to both, ${told.here} known here alone.`;
  for (const { kind, at, desk, about } of told.overruled) {
    const who = about ? ` (${about})` : '';
    const when = new Date(at).toISOString();
    yield `${kind} of ${when} at ${desk}${who} is kept in the history and changes nothing: the other laptop knew better`;
  }
  for (const { name, field, here, there, kept } of told.contested) {
    const [stands, other] = kept === 'here' ? [here, there] : [there, here];
    yield `${field} of ${name}: “${stands}” stands, as it was stated later than “${other}”`;
  }
  for (const { name, organisation } of told.doubles) {
    yield `${[name, organisation].filter(Boolean).join(', ')} was added on both and may be one person: join the two at the reception`;
  }
  for (const title of told.panels) yield `the panel ${title} was timed on both laptops`;
  if (told.more) yield 'There was more of this than is listed.';
  if (before) {
    yield `To take it back: nuija backup restore ${before.name} --event ${event}`;
  }
}

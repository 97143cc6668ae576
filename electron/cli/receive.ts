import { readGiven } from './files';
import { onlyWord } from './usage';
import type { Asking, Said, Verb } from './verb';

export const receive: Verb = {
  name: 'event receive',
  usage: 'event receive FILE.json',
  does: 'takes in an event that was exported as JSON, with its whole history',
  options: {},
  run: async ({ words, desk }) => receiveFile(onlyWord(words, 'the file'), await desk()),
};

/** Takes in an exported event. */
export async function receiveFile(path: string, asking: Asking): Promise<Said> {
  const bytes = await readGiven(path);
  const made = await asking.ask('events.receive', { bytes: bytes.toString('base64') });
  return { json: made, lines: [`The event is ${made.event}.`] };
}

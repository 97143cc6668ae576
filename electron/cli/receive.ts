import { readGiven } from './files';
import { onlyWord } from './usage';
import type { Verb } from './verb';

export const receive: Verb = {
  name: 'event receive',
  usage: 'event receive FILE.json',
  does: 'takes in an event that was exported as JSON, with its whole history',
  options: {},
  run: async ({ words, desk }) => {
    const bytes = await readGiven(onlyWord(words, 'the file'));
    const made = await (await desk()).ask('events.receive', { bytes: bytes.toString('base64') });
    return { json: made, lines: [`The event is ${made.event}.`] };
  },
};

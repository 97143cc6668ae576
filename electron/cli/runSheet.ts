import { writeWanted } from './files';
import { neededText, oneOf, textOf } from './usage';
import type { Verb } from './verb';

export const runSheet: Verb = {
  name: 'runsheet',
  usage: 'runsheet --event ID --out FILE.pdf [--language fi|sv|en] [--actual]',
  does: 'writes the run sheet as an A4 PDF, as planned or with what has been',
  options: {
    event: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
    actual: { type: 'boolean' },
  },
  run: async ({ words, desk }) => {
    const out = neededText(words, 'out');
    const event = neededText(words, 'event');
    const language = oneOf(textOf(words, 'language') ?? 'fi', ['fi', 'sv', 'en'], 'language');
    const kind = words.values['actual'] === true ? 'actual' : 'plan';
    const { pdf, pages } = await (await desk()).ask('reports.runSheet', { event, language, kind });
    await writeWanted(out, Buffer.from(pdf, 'base64'));
    return { json: { written: out, pages }, lines: [`${out}: ${pages} pages`] };
  },
};

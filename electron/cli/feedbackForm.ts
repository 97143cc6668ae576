import { writeWanted } from './files';
import { neededText, oneOf, textOf } from './usage';
import type { Verb } from './verb';

export const feedbackForm: Verb = {
  name: 'feedback-form',
  usage: 'feedback-form --event ID --out FILE.pdf [--language fi|sv|en]',
  does: 'writes the feedback form for guests who answer on paper as an A4 PDF',
  options: {
    event: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const out = neededText(words, 'out');
    const language = oneOf(textOf(words, 'language') ?? 'fi', ['fi', 'sv', 'en'], 'language');
    const { pdf, pages } = await (await desk()).ask('reports.feedbackForm', { event, language });
    await writeWanted(out, Buffer.from(pdf, 'base64'));
    return { json: { written: out, pages }, lines: [`${out}: ${pages} pages`] };
  },
};

import { figuresOf } from '../../shared/figures/figures';
import { stateFromJson } from '../../shared/model/state';
import { writeWanted } from './files';
import { neededText, oneOf, textOf, UsageError } from './usage';
import type { Verb } from './verb';

export const report: Verb = {
  name: 'report',
  usage: 'report --event ID [--out FILE.pdf] [--language fi|sv|en]',
  does: 'writes the figures after the event as an A4 PDF; with --json alone, prints the figures themselves',
  options: {
    event: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  },
  run: async ({ words, json, desk }) => {
    const out = textOf(words, 'out');
    if (out === undefined && !json) {
      throw new UsageError('say with --out where the PDF goes, or ask for the figures with --json');
    }
    const event = neededText(words, 'event');
    const language = oneOf(textOf(words, 'language') ?? 'fi', ['fi', 'sv', 'en'], 'language');
    const asked = await desk();
    if (out === undefined) {
      const { state, now } = await asked.ask('event.state', { event });
      return { json: figuresOf(stateFromJson(state), now), lines: [] };
    }
    const { pdf, pages } = await asked.ask('reports.event', { event, language });
    await writeWanted(out, Buffer.from(pdf, 'base64'));
    return { json: { written: out, pages }, lines: [`${out}: ${pages} pages`] };
  },
};

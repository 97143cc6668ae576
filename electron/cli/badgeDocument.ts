import { CARD_KINDS } from '../../shared/badges/cards';
import { writeWanted } from './files';
import { neededText, oneOf, textOf, UsageError } from './usage';
import type { Verb } from './verb';

export const badgeDocument: Verb = {
  name: 'badges document',
  usage:
    'badges document door-list|name-plates|table-cards|certificates --event ID --out FILE.pdf [--who all|present|CODE,…] [--language fi|sv|en]',
  does: 'writes a paper beside the badges as a PDF: the list for the door, plates and cards for tables, certificates',
  options: {
    event: { type: 'string' },
    out: { type: 'string' },
    who: { type: 'string' },
    language: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const [wanted, ...more] = words.positionals;
    const kind = CARD_KINDS.find((one) => one === wanted);
    if (!kind || more.length > 0) {
      throw new UsageError(`badges document takes one of ${CARD_KINDS.join(', ')}`);
    }
    const out = neededText(words, 'out');
    const event = neededText(words, 'event');
    const language = textOf(words, 'language');
    const who = textOf(words, 'who');
    const made = await (
      await desk()
    ).ask('badges.document', {
      event,
      kind,
      ...(language ? { language: oneOf(language, ['fi', 'sv', 'en'], 'language') } : {}),
      ...(who ? { who: whoOf(who) } : {}),
    });
    await writeWanted(out, Buffer.from(made.pdf, 'base64'));
    const { pages, count, warnings } = made;
    return {
      json: { written: out, pages, count, warnings },
      lines: [
        `${out}: ${pages} pages, ${count} people`,
        ...warnings.map((one) => `${one.name}: ${one.kind}, ${one.detail}`),
      ],
    };
  },
};

function whoOf(text: string): 'all' | 'present' | string[] {
  if (text === 'all' || text === 'present') return text;
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

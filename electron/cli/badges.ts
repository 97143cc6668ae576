import { writeWanted } from './files';
import { neededText, oneOf, textOf } from './usage';
import type { Verb } from './verb';

export const badges: Verb = {
  name: 'badges',
  usage:
    'badges --event ID --layout NAME --out FILE.pdf [--who all|present|unprinted|CODE,…] [--start N] [--language fi|sv|en]',
  does: 'writes badges as a PDF',
  options: {
    event: { type: 'string' },
    layout: { type: 'string' },
    out: { type: 'string' },
    who: { type: 'string' },
    start: { type: 'string' },
    language: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const out = neededText(words, 'out');
    const start = textOf(words, 'start');
    const made = await (
      await desk()
    ).ask('badges.render', {
      event: neededText(words, 'event'),
      settings: {
        layout: neededText(words, 'layout'),
        show: { title: true, organisation: true, role: true, sector: true, qr: true, event: true },
        language: oneOf(textOf(words, 'language') ?? 'fi', ['fi', 'sv', 'en'], 'language'),
        ...(start ? { start: Number(start) } : {}),
      },
      who: whoOf(textOf(words, 'who') ?? 'all'),
    });
    await writeWanted(out, Buffer.from(made.pdf, 'base64'));
    const { badges: count, pages, warnings } = made;
    return {
      json: { written: out, badges: count, pages, warnings },
      lines: [
        `${out}: ${count} badges on ${pages} pages`,
        ...warnings.map((one) => `${one.name} (${one.code}): ${one.kind}, ${one.detail}`),
      ],
    };
  },
};

export const badgeLayouts: Verb = {
  name: 'badges layouts',
  usage: 'badges layouts',
  does: 'lists the layouts, measures in mm',
  options: {},
  run: async ({ desk }) => {
    const list = await (await desk()).ask('badges.layouts', {});
    return {
      json: list.map(({ name, page, badge, perPage }) => ({ name, page, badge, perPage })),
      lines: list.map(
        (one) =>
          `${one.name}  ${one.badge.join('×')} mm, ${one.perPage} on ${one.page.join('×')} mm`,
      ),
    };
  },
};

function whoOf(text: string): 'all' | 'present' | 'unprinted' | string[] {
  if (text === 'all' || text === 'present' || text === 'unprinted') return text;
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

import { customSizeSchema } from '../../shared/badges/customLayout';
import type { CustomSize } from '../../shared/badges/customLayout';
import { REPRINT_REASONS } from '../../shared/print';
import { writeWanted } from './files';
import { printBadges } from './print';
import { neededText, oneOf, textOf, UsageError } from './usage';
import type { Verb } from './verb';

export const badges: Verb = {
  name: 'badges',
  usage:
    'badges --event ID --layout NAME|custom (--out FILE.pdf | --print PRINTER [--again lost|damaged|wrong|other] [--wait SECONDS]) [--who all|present|unprinted|CODE,…] [--start N] [--language fi|sv|en] [--size JSON] [--offset X,Y] | badges --test-sheet --layout NAME|custom --out FILE.pdf [--size JSON] [--offset X,Y]',
  does: 'writes badges, or the test sheet of a layout, as a PDF, or prints badges and counts them once they are out',
  options: {
    event: { type: 'string' },
    layout: { type: 'string' },
    out: { type: 'string' },
    print: { type: 'string' },
    again: { type: 'string' },
    wait: { type: 'string' },
    who: { type: 'string' },
    start: { type: 'string' },
    language: { type: 'string' },
    size: { type: 'string' },
    offset: { type: 'string' },
    'test-sheet': { type: 'boolean' },
  },
  run: async ({ words, desk, complain }) => {
    const size = textOf(words, 'size');
    const offset = textOf(words, 'offset');
    const onto = {
      layout: neededText(words, 'layout'),
      ...(size ? { custom: sizeOf(size) } : {}),
      ...(offset ? { offset: offsetOf(offset) } : {}),
    };
    if (words.values['test-sheet'] === true) {
      const out = neededText(words, 'out');
      const { pdf, pages } = await (await desk()).ask('badges.testSheet', onto);
      await writeWanted(out, Buffer.from(pdf, 'base64'));
      return { json: { written: out, pages }, lines: [`${out}: test sheet of ${onto.layout}`] };
    }
    const start = textOf(words, 'start');
    const language = textOf(words, 'language');
    const settings = {
      ...onto,
      ...(language ? { language: oneOf(language, ['fi', 'sv', 'en'], 'language') } : {}),
      ...(start ? { start: Number(start) } : {}),
    };
    const event = neededText(words, 'event');
    const who = whoOf(textOf(words, 'who') ?? 'all');
    const printer = textOf(words, 'print');
    if (printer) {
      const why = textOf(words, 'again');
      const again = why ? { again: oneOf(why, REPRINT_REASONS, 'again') } : {};
      const order = { event, settings, who, printer, ...again };
      return printBadges(await desk(), order, secondsOf(textOf(words, 'wait') ?? '300'), complain);
    }
    const out = neededText(words, 'out');
    const made = await (await desk()).ask('badges.render', { event, settings, who });
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

/** `X,Y` in mm, either of them with a point and a sign. */
function offsetOf(text: string): [number, number] {
  const [right = NaN, down = NaN, ...more] = text.split(',').map(Number);
  if (text.includes(',') && more.length === 0 && Number.isFinite(right) && Number.isFinite(down)) {
    return [right, down];
  }
  throw new UsageError(`--offset takes two numbers in mm, for example 0.5,-1; not "${text}"`);
}

/** The measures of a size of one's own; what is wrong with them is told by their field. */
function sizeOf(text: string): CustomSize {
  let typed: unknown;
  try {
    typed = JSON.parse(text);
  } catch {
    throw new UsageError(
      '--size takes JSON, for example {"medium":[210,297],"badge":[90,55],"columns":2,"rows":5,"left":15,"top":11,"gutter":[0,0]}',
    );
  }
  const parsed = customSizeSchema.safeParse(typed);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.map(String).join('.')}: ${issue.message}`,
  );
  throw new UsageError(`--size: ${problems.join('; ')}`);
}

export const badgeLayouts: Verb = {
  name: 'badges layouts',
  usage: 'badges layouts',
  does: 'lists the layouts, measures in mm',
  options: {},
  run: async ({ desk }) => {
    const list = await (await desk()).ask('badges.layouts', {});
    return {
      json: list.map(({ name, page, badge, perPage, family, sides, back }) => {
        return { name, page, badge, perPage, family, sides, ...(back ? { back } : {}) };
      }),
      lines: list.map((one) => {
        const sides = one.sides === 2 ? `, two sides (${one.back})` : '';
        const [badge, page] = [one.badge.join('×'), one.page.join('×')];
        return `${one.name}  ${badge} mm, ${one.perPage} on ${page} mm${sides}`;
      }),
    };
  },
};

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= 86_400) return seconds;
  throw new UsageError(`--wait takes seconds from 0 to 86400; not "${text}"`);
}

function whoOf(text: string): 'all' | 'present' | 'unprinted' | string[] {
  if (text === 'all' || text === 'present' || text === 'unprinted') return text;
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

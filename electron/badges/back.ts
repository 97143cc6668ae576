import type { BadgeField, BadgeBack } from './badge';
import type { Face } from './face';
import { fitBlock, stackHeight, type SetBlock } from './fit';
import { MM, widthOf, type Frame, type SetText } from './frame';
import { BLACK, GREY } from './ink';
import { column, type Item } from './items';

type Row = BadgeBack['sections'][number]['rows'][number];
interface Section {
  heading: string;
  large: boolean;
  rows: Row[];
}

/** The back gives way down to this part of its largest sizes before a line is left out. */
const STEP = 0.06;

/**
 * The back of a badge: the event, its programme, the Wi-Fi, whom to call. All texts shrink together
 * until everything has room; at the smallest size the longest section loses its last lines, which is
 * told. Positions in pt from the upper left corner.
 */
export function composeBack(
  { sections: given, logo }: BadgeBack,
  frame: Frame,
  clean: (field: BadgeField, text: string) => string,
): Face | undefined {
  const readable = (text: string) => clean('back', text);
  let sections: Section[] = given.map(({ heading, large = false, rows }) => ({
    heading: readable(heading),
    large,
    rows: rows
      .map(({ time, text }) => ({ time: readable(time), text: readable(text) }))
      .filter(({ text }) => text !== ''),
  }));
  sections = sections.filter(({ rows }) => rows.length > 0);
  const hasLogo = logo && frame.logoRatio !== undefined;
  if (sections.length === 0 && !hasLogo) return undefined;
  const { layout } = frame;
  const room = (layout.badge[1] - 2 * layout.safe) * MM;
  const smallest = layout.smallest.text / layout.largest.text;
  let scale = 1;
  let set = setSections(sections, scale, hasLogo, frame);
  while (set.height > room && scale > smallest) {
    scale = Math.max(smallest, scale - STEP);
    set = setSections(sections, scale, hasLogo, frame);
  }
  const missing: string[] = [];
  while (set.height > room) {
    const longest = sections.reduce((a, b) => (b.rows.length >= a.rows.length ? b : a));
    const last = longest.rows.at(-1);
    if (!last) break;
    missing.unshift(`${last.time} ${last.text}`.trim());
    sections = sections
      .map((one) => (one === longest ? { ...one, rows: one.rows.slice(0, -1) } : one))
      .filter(({ rows }) => rows.length > 0);
    set = setSections(sections, scale, hasLogo, frame);
  }
  if (missing.length > 0) set.set.push(missed(missing.join('; ')));
  return { items: set.items, set: set.set };
}

const missed = (text: string): SetText => ({
  field: 'back',
  block: { lines: [], size: 0, font: 'regular', broken: false, dropped: text },
});

function setSections(
  sections: readonly Section[],
  scale: number,
  hasLogo: boolean | undefined,
  frame: Frame,
): { items: Item[]; set: SetText[]; height: number } {
  const { layout, measure } = frame;
  const safe = layout.safe * MM;
  const width = layout.badge[0] * MM - 2 * safe;
  const text = Math.max(layout.smallest.text, layout.largest.text * scale);
  const items: Item[] = [];
  const set: SetText[] = [];
  let y = safe;
  const put = (block: SetBlock, x: number, ink = BLACK) => {
    items.push(...column([block], x, y, ink));
    if (block.broken) set.push({ field: 'back', block });
    return stackHeight([block]);
  };
  if (hasLogo && frame.logoRatio !== undefined) {
    const height = Math.min(0.12 * layout.badge[1] * MM * scale, width / frame.logoRatio);
    const grey = layout.ink === 'black';
    items.push({
      kind: 'logo',
      x: safe,
      y,
      width: height * frame.logoRatio,
      height,
      grey,
    });
    y += height + 0.6 * text;
  }
  for (const [at, { heading, large, rows }] of sections.entries()) {
    if (at > 0) y += 0.7 * text;
    if (heading) {
      const size = Math.max(layout.smallest.text, 0.82 * text);
      const ink = layout.ink === 'black' ? BLACK : GREY;
      y += put(fixed(heading, size, 'bold', width, frame), safe, ink);
    }
    const times = rows.map(({ time }) => fixed(time, text, 'regular', width, frame));
    const widest = Math.max(0, ...times.map((block) => widthOf(block, measure)));
    const indent = widest > 0 ? widest + 0.8 * text : 0;
    for (const [index, row] of rows.entries()) {
      const time = times[index];
      const beside = time && row.time ? put(time, safe) : 0;
      const size = large ? 1.15 * text : text;
      const block = fixed(row.text, size, large ? 'bold' : 'regular', width - indent, frame);
      y += Math.max(beside, put(block, safe + indent));
    }
  }
  return { items, set, height: y - safe };
}

/** A text at one size, on as many lines as it takes. */
function fixed(
  text: string,
  size: number,
  font: SetBlock['font'],
  width: number,
  { measure }: Frame,
): SetBlock {
  return fitBlock({ text, font, largest: size, smallest: size, lines: 1 }, width, measure);
}

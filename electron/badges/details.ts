import type { BadgeField, BadgeOptions, BadgePerson } from './badge';
import { fitStack, stackHeight } from './fit';
import type { Block, Measure, SetBlock } from './fit';
import { BLACK, inkOn, WHITE, type Ink } from './ink';
import { column, type Item } from './items';
import type { BadgeLayout } from './layout';
import { BREADTH, SECTOR_MARKS } from './sector-mark';

/** The lower left of a badge: title and organisation, and under them role and sector. Lengths in pt. */
export interface Details {
  items: Item[];
  set: { field: BadgeField; block: SetBlock }[];
  height: number;
}

/** The room there is for the details and what they are set with. Lengths in pt. */
export interface DetailsRoom {
  left: number;
  bottom: number;
  width: number;
  height: number;
  layout: BadgeLayout;
  accent: Ink;
  measure: Measure;
}

const ROLES_WITH_BAND = new Set(['speaker', 'panelist', 'moderator', 'organiser']);
const CAP_HEIGHT = 0.714;
/** Two lines of the smallest size fit into a band. */
const BAND_LINES = 2.7;

export function detailsOf(
  person: BadgePerson,
  show: BadgeOptions['show'],
  room: DetailsRoom,
): Details {
  const { layout, measure, left, bottom, width } = room;
  const foot = footOf(person, show, room);
  const gap = foot.height > 0 ? 0.55 * layout.largest.text : 0;
  const lines: { field: BadgeField; block: Block }[] = [];
  const add = (field: 'title' | 'organisation', font: Block['font'], count: number) => {
    const text = person[field];
    if (!show[field] || !text) return;
    const { text: largest } = layout.largest;
    lines.push({
      field,
      block: { text, font, largest, smallest: layout.smallest.text, lines: count },
    });
  };
  add('title', 'regular', 2);
  add('organisation', 'bold', 3);
  const set = fitStack(
    lines.map(({ block }) => block),
    width,
    Math.max(0, room.height - foot.height - gap),
    measure,
  );
  const textHeight = stackHeight(set);
  const top = bottom - foot.height - (textHeight > 0 ? gap : 0) - textHeight;
  return {
    items: [...column(set, left, top, BLACK), ...foot.items],
    set: [
      ...lines.flatMap(({ field }, index) => {
        const block = set[index];
        return block ? [{ field, block }] : [];
      }),
      ...foot.set,
    ],
    height: bottom - top,
  };
}

/** Role band and sector mark on one line. */
function footOf(person: BadgePerson, show: BadgeOptions['show'], room: DetailsRoom): Details {
  const { layout, measure, left, bottom, width, accent } = room;
  const { text: largest } = layout.largest;
  const height = Math.max(BAND_LINES * layout.smallest.text, 1.75 * largest);
  const y = bottom - height;
  const role = show.role && ROLES_WITH_BAND.has(person.role) ? person.roleLabel : '';
  const sector = show.sector && person.sector && person.sectorLabel ? person.sector : undefined;
  const items: Item[] = [];
  const set: Details['set'] = [];
  const word = (text: string, font: Block['font'], size: number, column: number): SetBlock => {
    const [block] = fitStack(
      [{ text, font, largest: size, smallest: layout.smallest.text, lines: 2 }],
      column,
      height,
      measure,
    );
    if (!block) throw new Error('fitStack answers with as many blocks as it was given.');
    return block;
  };
  const widest = ({ lines, size, font }: SetBlock) =>
    Math.max(0, ...lines.map((line) => measure(line, size, font)));

  let x = left;
  if (role) {
    const pad = 0.8 * largest;
    const block = word(role, 'bold', largest, (sector ? 0.6 : 1) * width - 2 * pad);
    const band = widest(block) + 2 * pad;
    items.push({ kind: 'band', x, y, width: band, height, ink: accent });
    items.push(...centred(block, x + pad, y, height, inkOn(accent)));
    set.push({ field: 'roleLabel', block });
    x += band + 0.9 * largest;
  }
  if (sector) {
    const { shape, colour } = SECTOR_MARKS[sector];
    const side = 0.84 * height;
    const breadth = BREADTH[shape] * side;
    const ink = layout.ink === 'black' ? BLACK : colour;
    items.push({ kind: 'mark', shape, x, y: y + (height - side) / 2, side, ink });
    const letter =
      person.sectorLetter ?? (Array.from(person.sectorLabel)[0] ?? '').toLocaleUpperCase('fi');
    const size = 0.6 * side;
    const letterX = x + (breadth - measure(letter, size, 'bold')) / 2;
    items.push(...centred({ lines: [letter], size, font: 'bold' }, letterX, y, height, WHITE));
    const labelX = x + breadth + 0.5 * largest;
    const block = word(person.sectorLabel, 'regular', 0.86 * largest, left + width - labelX);
    items.push(...centred(block, labelX, y, height, BLACK));
    set.push({ field: 'sectorLabel', block });
  }
  return { items, set, height: items.length > 0 ? height : 0 };
}

/** Lines whose capitals stand in the middle of a band. */
function centred(
  block: Pick<SetBlock, 'lines' | 'size' | 'font'>,
  x: number,
  y: number,
  height: number,
  ink: Ink,
): Item[] {
  const { lines, size, font } = block;
  const leading = 1.18 * size;
  const first = y + (height + CAP_HEIGHT * size - (lines.length - 1) * leading) / 2;
  return lines.map((text, index) => ({
    kind: 'text',
    text,
    x,
    baseline: first + index * leading,
    size,
    font,
    ink,
  }));
}

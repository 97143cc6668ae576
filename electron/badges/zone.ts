import type { BadgeElement, ElementDesign } from '../../shared/badges/design';
import type { BadgePerson } from './badge';
import { composeTags } from './details';
import { ASCENT, DESCENT, advance, fitBlock, fitStack, stackHeight } from './fit';
import type { Block, SetBlock } from './fit';
import { stepped, type Frame, type Piece, type SetText } from './frame';
import { BLACK } from './ink';
import { column, moved, type Item } from './items';
import { composeStrip } from './strip';

type TextField = 'firstName' | 'lastName' | 'title' | 'organisation';
type Row = { kind: 'text'; field: TextField; block: Block } | { kind: 'piece'; piece: Piece };

/** Part of the first name's size that a last name has. */
const LAST_NAME = 0.6;
const WANTS = { offers: 0.92, needs: 0.92 } as const;

/** Elements that stand on one line when they follow each other. */
const TOGETHER: readonly (readonly BadgeElement[])[] = [
  ['logo', 'event'],
  ['role', 'sector'],
];

/**
 * Some of a badge's elements one under another, at the origin. Texts give way until all fit into
 * `height`; what is not a text has the size it has.
 */
export function composeZone(
  elements: readonly ElementDesign[],
  person: BadgePerson,
  [width, height]: readonly [width: number, height: number],
  frame: Frame,
): Piece {
  const rows = rowsOf(elements, person, width, frame);
  const gap = 0.55 * frame.layout.largest.text;
  const runs = runsOf(rows);
  const pieces = rows.flatMap((row) => (row.kind === 'piece' ? [row.piece] : []));
  const texts = rows.flatMap((row) => (row.kind === 'text' ? [row] : []));
  const fixed = pieces.reduce((sum, piece) => sum + piece.height, 0);
  const largest = Math.max(0, ...texts.map(({ block }) => block.largest));
  // Each run of texts reaches to the top and the bottom of its own letters.
  const apart =
    (runs.length - pieces.length - 1) * (ASCENT + DESCENT - advance(1, '', 1)) * largest;
  const gaps = Math.max(0, runs.length - 1) * gap;
  const room = Math.max(0, height - fixed - gaps - Math.max(0, apart));
  const blocks = fitTexts(texts, width, room, frame);

  const items: Item[] = [];
  const set: SetText[] = [];
  let y = 0;
  let next = 0;
  for (const run of runs) {
    if (y > 0) y += gap;
    if (run.kind === 'piece') {
      items.push(...moved(run.piece.items, 0, y));
      set.push(...run.piece.set);
      y += run.piece.height;
      continue;
    }
    const own = blocks.slice(next, next + run.fields.length);
    next += run.fields.length;
    items.push(...column(own, 0, y, BLACK));
    own.forEach((block, at) => {
      const field = run.fields[at];
      if (field) set.push({ field, block });
    });
    y += stackHeight(own);
  }
  return { items, set, width, height: y };
}

type Run = { kind: 'text'; fields: TextField[] } | { kind: 'piece'; piece: Piece };

function runsOf(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (row.kind === 'piece') runs.push(row);
    else if (last?.kind === 'text') last.fields.push(row.field);
    else runs.push({ kind: 'text', fields: [row.field] });
  }
  return runs;
}

function rowsOf(
  elements: readonly ElementDesign[],
  person: BadgePerson,
  width: number,
  frame: Frame,
): Row[] {
  const rows: Row[] = [];
  const done = new Set<BadgeElement>();
  for (const [at, one] of elements.entries()) {
    if (done.has(one.element)) continue;
    const pair = TOGETHER.find((both) => both.includes(one.element));
    const next = elements[at + 1];
    const group = pair && next && pair.includes(next.element) ? [one, next] : [one];
    for (const { element } of group) done.add(element);
    const row = rowOf(one, group, person, width, frame);
    if (row) rows.push(row);
  }
  return rows;
}

function rowOf(
  one: ElementDesign,
  group: readonly ElementDesign[],
  person: BadgePerson,
  width: number,
  frame: Frame,
): Row | undefined {
  const { element } = one;
  const asRow = (piece: Piece | undefined): Row | undefined =>
    piece && piece.height > 0 ? { kind: 'piece', piece } : undefined;
  switch (element) {
    case 'logo':
    case 'event':
      return asRow(composeStrip(group, width, frame));
    case 'role':
    case 'sector':
      return asRow(composeTags(group, person, width, frame));
    case 'offers':
    case 'needs':
      return asRow(twoLines(element, person[element] ?? '', one, width, frame));
    case 'qr':
      return undefined;
    default: {
      const block = blockOf(element, one, person, frame);
      return block.text === '' ? undefined : { kind: 'text', field: element, block };
    }
  }
}

function blockOf(
  field: TextField,
  { size }: ElementDesign,
  person: BadgePerson,
  { layout, design }: Frame,
): Block {
  const { largest, smallest } = layout;
  const text = person[field];
  if (field === 'firstName' || field === 'lastName') {
    const shows = (name: BadgeElement) =>
      design.elements.some(({ element, shown }) => element === name && shown);
    const isSecond = field === 'lastName' && person.firstName !== '' && shows('firstName');
    const full = stepped(largest.name * (isSecond ? LAST_NAME : 1), size, smallest.name);
    const font = field === 'firstName' ? 'bold' : 'regular';
    return { text, font, largest: full, smallest: smallest.name, lines: 2 };
  }
  return {
    text,
    font: field === 'organisation' ? 'bold' : 'regular',
    largest: stepped(largest.text, size, smallest.text),
    smallest: smallest.text,
    lines: field === 'organisation' ? 3 : 2,
  };
}

/** Texts one under another; a first name that had to shrink takes a last name down with it. */
function fitTexts(
  rows: readonly { field: TextField; block: Block }[],
  width: number,
  height: number,
  { measure }: Frame,
): SetBlock[] {
  const blocks = rows.map(({ block }) => block);
  const set = fitStack(blocks, width, height, measure);
  const at = (field: TextField) => rows.findIndex((row) => row.field === field);
  const [first, last] = [set[at('firstName')], set[at('lastName')]];
  const [wanted, lesser] = [blocks[at('firstName')], blocks[at('lastName')]];
  if (!first || !last || !wanted || !lesser) return set;
  if (last.size <= first.size || lesser.largest > wanted.largest) return set;
  const capped = blocks.map((block) =>
    block === lesser ? { ...block, largest: Math.max(block.smallest, first.size) } : block,
  );
  return fitStack(capped, width, height, measure);
}

/** What somebody offers or looks for, on two lines; what does not fit on them is told. */
function twoLines(
  field: 'offers' | 'needs',
  text: string,
  { size }: ElementDesign,
  width: number,
  { layout, measure }: Frame,
): Piece | undefined {
  if (text === '') return undefined;
  const smallest = layout.smallest.text;
  const largest = stepped(layout.largest.text * WANTS[field], size, smallest);
  const block: Block = { text, font: 'regular', largest, smallest, lines: 2 };
  let set = fitBlock(block, width, measure);
  if (set.lines.length > 2) {
    const room = stackHeight([{ ...set, size: smallest, lines: ['x', 'x'] }]);
    set = fitStack([{ ...block, largest: smallest }], width, room, measure)[0] ?? set;
  }
  return {
    items: column([set], 0, 0, BLACK),
    set: [{ field, block: set }],
    width,
    height: stackHeight([set]),
  };
}

import type { ElementDesign } from '../../shared/badges/design';
import type { BadgePerson } from './badge';
import { fitStack, type SetBlock } from './fit';
import { stepped, widthOf, type Frame, type Piece, type SetText } from './frame';
import { BLACK, inkFromHex, inkOn, type Ink } from './ink';
import { moved, type Item } from './items';
import { BREADTH, SECTOR_MARKS } from './sector-mark';

const CAP_HEIGHT = 0.714;
/** Two lines of the smallest size fit into a band. */
const BAND_LINES = 2.7;

/** Role band and sector mark side by side in the order of the design; undefined when there is neither. */
export function composeTags(
  elements: readonly ElementDesign[],
  person: BadgePerson,
  width: number,
  frame: Frame,
): Piece | undefined {
  const has = ({ element }: ElementDesign) =>
    element === 'role' ? hasBand(person, frame) : sectorOf(person) !== undefined;
  const shown = elements.filter(has);
  const [first] = shown;
  if (!first) return undefined;
  const gap = 0.9 * frame.layout.largest.text;
  const pieces: Piece[] = [];
  let left = width;
  for (const one of shown) {
    // The first of two leaves room for the other.
    const room = shown.length > 1 && one === first ? 0.6 * width : left;
    const piece =
      one.element === 'role' ? band(one, person, room, frame) : mark(one, person, room, frame);
    pieces.push(piece);
    left -= piece.width + gap;
  }
  const height = Math.max(...pieces.map((piece) => piece.height));
  let x = 0;
  const items = pieces.flatMap((piece) => {
    const placed = moved(piece.items, x, (height - piece.height) / 2);
    x += piece.width + gap;
    return placed;
  });
  return { items, set: pieces.flatMap(({ set }) => set), width: x - gap, height };
}

/** Participants have none: nearly everybody is one. */
function hasBand({ role, roleLabel }: BadgePerson, { design }: Frame): boolean {
  return roleLabel !== '' && (design.bandForAll || (role !== '' && role !== 'participant'));
}

function sectorOf({
  sector,
  sectorLabel,
}: BadgePerson): Exclude<BadgePerson['sector'], ''> | undefined {
  return sector && sectorLabel ? sector : undefined;
}

function heightOf({ size }: ElementDesign, { layout }: Frame): number {
  const text = stepped(layout.largest.text, size, layout.smallest.text);
  return Math.max(BAND_LINES * layout.smallest.text, 1.75 * text);
}

function band(one: ElementDesign, person: BadgePerson, width: number, frame: Frame): Piece {
  const { layout, measure, design } = frame;
  const size = stepped(layout.largest.text, one.size, layout.smallest.text);
  const height = heightOf(one, frame);
  const pad = 0.8 * size;
  const block = word(person.roleLabel, 'bold', size, width - 2 * pad, height, frame);
  const breadth = Math.min(width, widthOf(block, measure) + 2 * pad);
  const own = Object.entries(design.roles).find(([role]) => role === person.role)?.[1];
  const ground =
    layout.ink === 'black' ? BLACK : (inkFromHex(own ?? design.roles.other) ?? frame.accent);
  const set: SetText[] = [{ field: 'roleLabel', block }];
  const items: Item[] = [
    { kind: 'band', x: 0, y: 0, width: breadth, height, ink: ground },
    ...centred(block, pad, height, inkOn(ground)),
  ];
  return { items, set, width: breadth, height };
}

function mark(one: ElementDesign, person: BadgePerson, width: number, frame: Frame): Piece {
  const { layout, measure, design } = frame;
  const sector = sectorOf(person);
  if (!sector) throw new Error('Only a known sector has a mark.');
  const text = stepped(layout.largest.text, one.size, layout.smallest.text);
  const height = heightOf(one, frame);
  const { shape, colour } = SECTOR_MARKS[sector];
  const side = 0.84 * height;
  const breadth = BREADTH[shape] * side;
  const ground = layout.ink === 'black' ? BLACK : (inkFromHex(design.sectors[sector]) ?? colour);
  const letter =
    person.sectorLetter ?? (Array.from(person.sectorLabel)[0] ?? '').toLocaleUpperCase('fi');
  const size = 0.6 * side;
  const letterX = (breadth - measure(letter, size, 'bold')) / 2;
  const labelX = breadth + 0.5 * text;
  const block = word(person.sectorLabel, 'regular', 0.86 * text, width - labelX, height, frame);
  const items: Item[] = [
    { kind: 'mark', shape, x: 0, y: (height - side) / 2, side, ink: ground },
    ...centred({ lines: [letter], size, font: 'bold' }, letterX, height, inkOn(ground)),
    ...centred(block, labelX, height, BLACK),
  ];
  const set: SetText[] = [{ field: 'sectorLabel', block }];
  return { items, set, width: labelX + widthOf(block, measure), height };
}

function word(
  text: string,
  font: SetBlock['font'],
  size: number,
  width: number,
  height: number,
  { layout, measure }: Frame,
): SetBlock {
  const { text: smallest } = layout.smallest;
  const block = { text, font, largest: Math.max(size, smallest), smallest, lines: 2 };
  const [set] = fitStack([block], width, height, measure);
  if (!set) throw new Error('fitStack answers with as many blocks as it was given.');
  return set;
}

/** Lines whose capitals stand in the middle of a band. */
function centred(
  block: Pick<SetBlock, 'lines' | 'size' | 'font' | 'stretch'>,
  x: number,
  height: number,
  ink: Ink,
): Item[] {
  const { lines, size, font, stretch } = block;
  const leading = 1.18 * size;
  const first = (height + CAP_HEIGHT * size - (lines.length - 1) * leading) / 2;
  return lines.map((text, index) => ({
    kind: 'text',
    text,
    x,
    baseline: first + index * leading,
    size,
    font,
    stretch,
    ink,
  }));
}

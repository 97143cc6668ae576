import type { BadgeField, BadgeOptions, BadgePerson } from './badge';
import { detailsOf } from './details';
import { fitBlock, fitStack, stackHeight } from './fit';
import type { Block, FontName, Measure, SetBlock } from './fit';
import { BLACK, GREY, inkFromHex, type Ink } from './ink';
import { column, type Item } from './items';
import type { BadgeLayout } from './layout';
import { QUIET_MODULES, type QrPath } from './qr';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** Everything on a badge, and how each text came out. */
export interface Face {
  items: Item[];
  set: { field: BadgeField; block: SetBlock }[];
}

/** A code is at most this wide, mm, so that a long one does not push the words away. */
const WIDEST_CODE = 22;
const SMALLEST_MODULE = 0.4;
const GAP = 2 * MM;
/** The parts of the height that titles and organisations may take; names come before them. */
const SHARES = [0.55, 0.45, 0.36, 0.28];
/** How much of what is left over stands above the name, so that it sits a little high. */
const LIFT = 0.38;
const LAST_NAME = 0.6;
const PETROL: Ink = [0.07, 0.29, 0.36];

/**
 * Composes the line that every badge of an event shares: its name on the left, the date on the right.
 */
export function eventLine(
  event: Pick<BadgeOptions, 'eventName' | 'eventDate'>,
  layout: BadgeLayout,
  measure: Measure,
): Face & { height: number } {
  const left = layout.safe * MM;
  const width = layout.badge[0] * MM - 2 * left;
  const { small } = layout.largest;
  const block = (text: string, lines: number): Block => ({
    text,
    font: 'regular',
    largest: small,
    smallest: layout.smallest.text,
    lines,
  });
  const ink = layout.ink === 'black' ? BLACK : GREY;
  const date = fitBlock(block(event.eventDate, 1), width * 0.4, measure);
  const dateWidth = Math.max(0, ...date.lines.map((line) => measure(line, date.size, 'regular')));
  const room = width - (dateWidth > 0 ? dateWidth + 4 * MM : 0);
  const [name] = fitStack([block(event.eventName, 2)], room, 4 * small, measure);
  if (!name) throw new Error('fitStack answers with as many blocks as it was given.');
  const items = [
    ...column([name], left, left, ink),
    ...column([date], left + width - dateWidth, left, ink),
  ];
  const height = Math.max(stackHeight([name]), stackHeight([date]));
  return {
    items,
    set: [
      { field: 'eventName', block: name },
      { field: 'eventDate', block: date },
    ],
    height,
  };
}

/** Composes one person's badge; all positions in pt from its upper left corner, y downwards. */
export function composeFace(
  person: BadgePerson,
  qr: QrPath | undefined,
  top: number,
  layout: BadgeLayout,
  options: BadgeOptions,
  measure: Measure,
): Face {
  const safe = layout.safe * MM;
  const [width, height] = [layout.badge[0] * MM - 2 * safe, layout.badge[1] * MM];
  const nameTop = top > 0 ? safe + top + GAP / 2 : safe;
  const bottom = height - safe;
  const code = placeCode(qr, layout, safe + width, bottom);
  const accent = inkFromHex(options.accent ?? '') ?? PETROL;
  const names = nameBlocks(person, layout);

  const attempt = (share: number) => {
    const details = detailsOf(person, options.show, {
      left: safe,
      bottom,
      width: width - code.taken,
      height: (bottom - nameTop) * share,
      layout,
      accent: layout.ink === 'black' ? BLACK : accent,
      measure,
    });
    const room = bottom - nameTop - Math.max(details.height, code.height) - GAP;
    const set = fitNames(
      names.map(({ block }) => block),
      width,
      room,
      measure,
    );
    const dropped = [...set, ...details.set.map(({ block }) => block)]
      .map((block) => block.dropped.length)
      .reduce((sum, length) => sum + length, 0);
    return { details, set, room, dropped };
  };
  let best = attempt(SHARES[0] ?? 0.55);
  for (const share of SHARES.slice(1)) {
    if (best.dropped === 0) break;
    const next = attempt(share);
    if (next.dropped < best.dropped) best = next;
  }

  const spare = best.room - stackHeight(best.set);
  return {
    items: [
      ...column(best.set, safe, nameTop + Math.max(0, spare * LIFT), BLACK),
      ...best.details.items,
      ...code.items,
    ],
    set: [
      ...names.flatMap(({ field }, index) => {
        const block = best.set[index];
        return block ? [{ field, block }] : [];
      }),
      ...best.details.set,
    ],
  };
}

function nameBlocks(
  person: BadgePerson,
  layout: BadgeLayout,
): { field: BadgeField; block: Block }[] {
  const { largest, smallest } = layout;
  const block = (text: string, font: FontName, size: number): Block => ({
    text,
    font,
    largest: Math.max(size, smallest.name),
    smallest: smallest.name,
    lines: 2,
  });
  const first = {
    field: 'firstName',
    block: block(person.firstName, 'bold', largest.name),
  } as const;
  const lastSize = person.firstName ? largest.name * LAST_NAME : largest.name;
  const last = { field: 'lastName', block: block(person.lastName, 'regular', lastSize) } as const;
  return [first, last].filter(({ block: { text } }) => text !== '');
}

/** Names one under another; a long first name that had to shrink takes the last name down with it. */
function fitNames(
  names: readonly Block[],
  width: number,
  height: number,
  measure: Measure,
): SetBlock[] {
  const set = fitStack(names, width, height, measure);
  const [first, last] = set;
  if (!first || !last || last.size <= first.size) return set;
  const capped = names.map((name, index) =>
    index === 0 ? name : { ...name, largest: first.size },
  );
  return fitStack(capped, width, height, measure);
}

/** The code in the lower right corner, and what it takes of the column and the height beside it. */
function placeCode(
  qr: QrPath | undefined,
  layout: BadgeLayout,
  right: number,
  bottom: number,
): { items: Item[]; taken: number; height: number } {
  if (!qr) return { items: [], taken: 0, height: 0 };
  const module = Math.max(SMALLEST_MODULE, Math.min(layout.module, WIDEST_CODE / qr.size)) * MM;
  const side = qr.size * module;
  const quiet = QUIET_MODULES * module;
  return {
    items: [{ kind: 'qr', x: right - side, y: bottom - side, module, path: qr.rectangles }],
    taken: side + Math.max(quiet, 3 * MM),
    height: side + quiet,
  };
}

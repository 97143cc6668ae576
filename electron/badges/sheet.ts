import { BadgeRefusal } from './badge';
import { footprint, type BadgeLayout } from './layout';

/** Where one badge goes: page of fronts counted from 0, upper left corner on it in mm. */
export interface Place {
  page: number;
  x: number;
  y: number;
}

/** Where one side of a badge is drawn, mm, and the degrees clockwise by which it is turned there. */
export interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
  turn: 0 | 90 | 180 | 270;
}

/**
 * The places for `count` badges, along the rows, from the `start`-th place (1-based) of the first page.
 * @throws BadgeRefusal `start-off-sheet` when the page has no such place.
 */
export function* places(layout: BadgeLayout, count: number, start = 1): Generator<Place> {
  const perPage = layout.columns * layout.rows;
  if (!Number.isInteger(start) || start < 1 || start > perPage) {
    throw new BadgeRefusal(
      'start-off-sheet',
      `The sheet has places 1 to ${perPage}, there is no place ${start}.`,
      { start, perPage },
    );
  }
  const [width, height] = footprint(layout);
  for (let index = start - 1; index < start - 1 + count; index += 1) {
    const onPage = index % perPage;
    yield {
      page: Math.floor(index / perPage),
      x: layout.left + (onPage % layout.columns) * (width + layout.gutter[0]),
      y: layout.top + Math.floor(onPage / layout.columns) * (height + layout.gutter[1]),
    };
  }
}

/** The front of the badge at a place. */
export function frontSpot(layout: BadgeLayout, { x, y }: Pick<Place, 'x' | 'y'>): Spot {
  const [width, height] = sideSize(layout);
  const { turn } = layout;
  if (layout.back !== 'fold') return { x, y, width, height, turn };
  // The lower half of what is folded, as it is read; turned clockwise that is the left one.
  return turn === 90 ? { x, y, width, height, turn } : { x, y: y + height, width, height, turn };
}

/**
 * The back of the badge at a place: behind its front once the sheet is turned over or folded, and
 * upright for whoever turns the finished badge like a page of a book.
 */
export function backSpot(layout: BadgeLayout, { x, y }: Pick<Place, 'x' | 'y'>): Spot {
  const [width, height] = sideSize(layout);
  const { turn, page } = layout;
  if (layout.back === 'fold') {
    return turn === 90
      ? { x: x + width, y, width, height, turn: 270 }
      : { x, y, width, height, turn: 180 };
  }
  const portrait = page[1] >= page[0];
  const aboutVertical = (layout.back === 'flip-long-edge') === portrait;
  const upright = aboutVertical === (turn === 0);
  const mirrored = aboutVertical ? { x: page[0] - x - width, y } : { x, y: page[1] - y - height };
  if (turn === 90) return { ...mirrored, width, height, turn: upright ? 90 : 270 };
  return { ...mirrored, width, height, turn: upright ? 0 : 180 };
}

function sideSize({ badge, turn }: Pick<BadgeLayout, 'badge' | 'turn'>): [number, number] {
  return footprint({ badge, turn });
}

/**
 * By how many mm what matters on the outer badges would lie where the printer cannot print, when all
 * of it is moved by `offset` (mm to the right and down); 0 when the printer reaches all of it.
 */
export function outOfReach(layout: BadgeLayout, [right, down]: [number, number]): number {
  const [width, height] = footprint(layout);
  const { page, columns, rows, left, top, gutter, safe, printable } = layout;
  const across = left + columns * width + (columns - 1) * gutter[0];
  const high = top + rows * height + (rows - 1) * gutter[1];
  const beyond = Math.max(
    printable.left - (left + safe + right),
    printable.top - (top + safe + down),
    across - safe + right - (page[0] - printable.right),
    high - safe + down - (page[1] - printable.bottom),
  );
  return beyond > 0.05 ? Math.round(beyond * 10) / 10 : 0;
}

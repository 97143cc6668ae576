import { BadgeRefusal } from './badge';
import { footprint, type BadgeLayout } from './layout';

/** Where one badge goes: page counted from 0, upper left corner on it in mm. */
export interface Place {
  page: number;
  x: number;
  y: number;
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

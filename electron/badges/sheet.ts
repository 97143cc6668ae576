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

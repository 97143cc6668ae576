/** A badge layout as far as a picture of its sheet needs it; sizes in mm. */
export interface Sheet {
  page: readonly [number, number];
  badge: readonly [number, number];
  perPage: number;
}

/** How many columns of badges a sheet has; the rows follow. A turned badge is tried the other way. */
export function columnsOf({ page, badge, perPage }: Sheet): number {
  for (const width of badge) {
    const columns = Math.floor(page[0] / width);
    if (columns > 0 && perPage % columns === 0) return columns;
  }
  return 1;
}

/** What is at each position of the first sheet: used before, to be printed, or left empty. */
export type Place = 'used' | 'printed' | 'empty';

/** The places of the first sheet when `badges` begin at position `start`, from 1. */
export function firstSheet(perPage: number, start: number, badges: number): Place[] {
  return Array.from({ length: perPage }, (_, at) => {
    if (at < start - 1) return 'used';
    return at < start - 1 + badges ? 'printed' : 'empty';
  });
}

/** A badge layout as far as a picture of its sheet needs it; sizes in mm. */
export interface Sheet {
  page: readonly [number, number];
  badge: readonly [number, number];
  perPage: number;
  columns: number;
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

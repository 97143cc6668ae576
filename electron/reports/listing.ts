/** A list of people on paper, in words; plain data, so that it can go to another thread. */
export interface Listing {
  language: 'fi' | 'sv' | 'en';
  /** What kind of list it is. */
  title: string;
  /** The event's name. */
  event: string;
  /** Under the name: day, place, organisers, when this was made. */
  lines: readonly string[];
  /** Whose data these are, and what they may be used for. */
  lead: string;
  /** `share`: of the page's width, relative to the other columns. */
  columns: ReadonlyArray<{ heading: string; share: number }>;
  rows: ReadonlyArray<readonly string[]>;
  /** Said where there are no rows. */
  empty: string;
  /** At the foot of every page. */
  foot: string;
}

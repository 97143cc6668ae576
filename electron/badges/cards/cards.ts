import type { BadgePerson, BadgeWarning } from '../badge';

/** Somebody on the door list, in the words of its language. */
export interface DoorRow {
  /** `Last, First`, as the list is ordered. */
  name: string;
  organisation: string;
  code: string;
  sector: BadgePerson['sector'];
  sectorLetter: string;
  /** Is here already. */
  here: boolean;
}

/** The list for the case that all else fails. */
export interface DoorList {
  kind: 'door-list';
  title: string;
  event: string;
  /** Under the event's name: day and place, how many, when it was printed. */
  lines: string[];
  headings: { name: string; organisation: string; code: string; sector: string; here: string };
  rows: DoorRow[];
  empty: string;
}

/** Whose name stands on a table, before an audience. */
export interface CardPerson {
  name: string;
  /** Title and organisation. */
  details: string;
  role: string;
}

/** Cards that are folded and stand on a table; the name is read from both sides. */
export interface TableCards {
  kind: 'table-cards' | 'name-plates';
  event: string;
  people: CardPerson[];
  /** Data URL, '' for none. */
  logo: string;
}

/** A page for each person who was there. */
export interface Certificates {
  kind: 'certificates';
  title: string;
  /** Between the name and the event. */
  took: string;
  event: string;
  /** Day and place. */
  when: string;
  organisers: { heading: string; names: string };
  signature: string;
  people: { code: string; name: string; organisation: string }[];
  logo: string;
}

export type CardJob = DoorList | TableCards | Certificates;

export interface DrawnCards {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
  count: number;
  warnings: BadgeWarning[];
}

/** Draws cards and lists as a PDF; a desk does it off its main thread. */
export type DrawCards = (job: CardJob) => Promise<DrawnCards>;

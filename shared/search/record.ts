/** What the search knows of one participant. Empty strings stand for what is not known. */
export interface SearchRecord {
  id: string;
  firstName: string;
  lastName: string;
  organisation: string;
  email: string;
  title: string;
  /** The code on the badge or in the letter, `[A-Z0-9]`. */
  code: string;
  /** Found by four or more of its digits. */
  phone?: string;
  /** Checked in by now: those still expected come before those already here. */
  present: boolean;
}

/** The fields that are searched, in the order in which a match in them counts. */
export const searchFields = [
  'lastName',
  'firstName',
  'organisation',
  'title',
  'email',
  'code',
] as const;

export type SearchField = (typeof searchFields)[number];

/** True when both hold the same searchable text, so that only `present` can differ. */
export function sameText(a: SearchRecord, b: SearchRecord): boolean {
  return searchFields.every((field) => a[field] === b[field]);
}

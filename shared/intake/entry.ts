import type { ImportRow } from '../commands/command';
import { identityOf } from './identity';
import type { Identity } from './identity';
import type { Steps } from './steps';

/** A row by what it can be known by. */
export interface Entry extends Identity {
  row: ImportRow;
  /** Index of the row among those that are matched together. */
  at: number;
  code: string;
}

/** After so many rows other work gets its turn. */
const PAUSE = 1_000;

/** A row as an entry; `at` is its index among those that are matched together. */
export function entryOf(row: ImportRow, at: number): Entry {
  const { name, email, organisation, externalId } = identityOf(row.fields);
  return { name, email, organisation, externalId, row, at, code: row.code ?? '' };
}

/** The rows of a file as entries, in its order. */
export function* entriesOf(rows: readonly ImportRow[]): Steps<Entry[]> {
  const entries: Entry[] = [];
  for (const [at, row] of rows.entries()) {
    entries.push(entryOf(row, at));
    if (at % PAUSE === 0) yield;
  }
  return entries;
}

export const codeOf = (entry: Entry) => entry.code;
export const numberOf = (entry: Entry) => entry.externalId;
export const emailOf = (entry: Entry) => entry.email;

/** The entries by a sign; those that do not state it are left out. */
export function grouped(
  entries: readonly Entry[],
  key: (entry: Entry) => string,
): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const value = key(entry);
    if (!value) continue;
    const group = groups.get(value);
    if (group) group.push(entry);
    else groups.set(value, [entry]);
  }
  return groups;
}

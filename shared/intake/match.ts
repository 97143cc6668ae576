import { codeOf, emailOf, grouped, numberOf } from './entry';
import type { Entry } from './entry';
import { placeOf } from './identity';
import { lacksKeys } from './people';
import type { People, Someone } from './people';
import {
  agrees,
  begunBefore,
  bestNamesake,
  correctedOne,
  hasKeysWhere,
  isForeign,
  mayBeRenamed,
  onlyOne,
  vagueMatch,
} from './rules';
import type { Steps } from './steps';

/** After so many rows other work gets its turn. */
const PAUSE = 1_000;

export interface Matched {
  /** Everyone who has rows, in the order of the first. */
  people: Someone[];
  /** Whether every row names somebody known by signs that are nobody else's, and so will surely find them again. */
  certain: boolean;
}

interface Circumstances {
  /** Rows, by index, that are people of their own. */
  apart: ReadonlySet<number>;
  /** How many numbers of the file are surely its own, beside those of the entries; see `isForeign`. */
  own: number;
}

/**
 * Finds out which rows are about whom; `people` is used up by it.
 * From the surest sign to the weakest: check-in code, number with name, address with name, number,
 * address, and where there is neither, name with organisation. A sign that points to several people,
 * or at several rows of different names, is not used: rather one person too many on the list than
 * one overwritten. It stops now and then, so that a desk can do other work between two steps.
 */
export function* matchEntries(
  people: People,
  entries: readonly Entry[],
  { apart, own }: Circumstances,
): Steps<Matched> {
  const found = new Set<Someone>();
  const take = (entry: Entry, someone: Someone) => {
    someone.rows.push(entry.at);
    someone.claimedBy = someone.claimedBy || entry.name;
    found.add(someone);
  };

  const foreign = isForeign(entries, people, own);
  const hasKeys = hasKeysWhere(foreign);
  const byThemselves = entries.filter((entry) => apart.has(entry.at));
  let open = apart.size > 0 ? entries.filter((entry) => !apart.has(entry.at)) : entries;
  const sure = (index: Map<string, Someone[]>, key: (entry: Entry) => string) => {
    open = open.filter((entry) => {
      const someone = bestNamesake(entry, index.get(key(entry)));
      if (someone) take(entry, someone);
      return !someone;
    });
  };
  const alone = function* (
    index: Map<string, Someone[]>,
    key: (entry: Entry) => string,
    fits: (entry: Entry, someone: Someone) => boolean,
  ) {
    yield;
    const taken = new Set<Entry>();
    const known = open.filter((entry) => index.has(key(entry)));
    for (const [value, group] of grouped(known, key)) {
      const someone = onlyOne(group, index.get(value) ?? [], fits);
      if (!someone) continue;
      for (const entry of group) {
        take(entry, someone);
        taken.add(entry);
      }
    }
    if (taken.size > 0) open = open.filter((entry) => !taken.has(entry));
  };

  if (entries.some(codeOf)) {
    sure(people.byCode, codeOf);
    yield* alone(people.byCode, codeOf, () => true);
  }
  sure(people.byExternalId, numberOf);
  yield;
  sure(people.byEmail, emailOf);
  yield;
  const vague = open.filter((entry) => !entry.name || !hasKeys(entry));
  open = open.filter((entry) => entry.name && hasKeys(entry));
  const certain =
    open.length + vague.length + apart.size === 0 && isEachSignOfOne(found, entries, people);
  for (const degree of ['agrees', 'open'] as const) {
    const fits = (entry: Entry, someone: Someone) => agrees(entry, someone) === degree;
    yield* alone(people.byExternalId, numberOf, fits);
  }
  if (!foreign) yield* alone(people.byExternalId, numberOf, () => true);
  yield* alone(people.byEmail, emailOf, mayBeRenamed);
  yield* alone(people.byPlace, placeOf, (_, someone) => lacksKeys(someone));
  yield;
  open = open.filter((entry) => {
    const someone = correctedOne(entry, people, false);
    if (someone) take(entry, someone);
    return !someone;
  });

  if (open.length + vague.length > 0) {
    for (const someone of found) people.restate(someone, statedOf(someone, entries));
  }
  for (const [at, entry] of open.entries()) {
    take(entry, begunBefore(entry, people) ?? people.begin(entry, entry.code));
    if (at % PAUSE === 0) yield;
  }
  for (const [at, entry] of vague.entries()) {
    if (at % PAUSE === 0) yield;
    const meant = vagueMatch(entry, people, foreign);
    const someone = meant ?? correctedOne(entry, people, true) ?? people.begin(entry, entry.code);
    take(entry, someone);
    if (meant) people.restate(someone, statedOf(someone, entries));
  }
  for (const group of grouped(byThemselves, (entry) => JSON.stringify(entry.row.fields)).values()) {
    const [first] = group;
    if (!first) continue;
    const someone = people.begin(first, first.code);
    for (const entry of group) take(entry, someone);
  }
  for (const { rows } of found) if (rows.length > 1) rows.sort((a, b) => a - b);
  return {
    people: [...found].sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0)),
    certain,
  };
}

/** What the rows say that were found to be about someone, in the order of the file. */
function statedOf(someone: Someone, entries: readonly Entry[]): Entry[] {
  return someone.rows.sort((a, b) => a - b).flatMap((at) => entries[at] ?? []);
}

/** Whether all who hold a number or an address, and all whose rows state it, are the one who was found by it. */
function isEachSignOfOne(
  found: Iterable<Someone>,
  entries: readonly Entry[],
  { byExternalId, byEmail }: People,
): boolean {
  const [numbers, emails] = [new Map<string, Someone>(), new Map<string, Someone>()];
  const isHis = (
    sign: string,
    someone: Someone,
    stated: Map<string, Someone>,
    holders: ReadonlyMap<string, readonly Someone[]>,
  ) => {
    if (sign === '') return true;
    const other = stated.get(sign);
    if (other) return other === someone;
    stated.set(sign, someone);
    return holders.get(sign)?.every((holder) => holder === someone) ?? true;
  };
  for (const someone of found) {
    for (const at of someone.rows) {
      const { externalId = '', email = '' } = entries[at] ?? {};
      if (!isHis(externalId, someone, numbers, byExternalId)) return false;
      if (!isHis(email, someone, emails, byEmail)) return false;
    }
  }
  return true;
}

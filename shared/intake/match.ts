import type { ImportRow } from '../commands/command';
import { agreement, identityOf, placeOf } from './identity';
import type { Agreement, Identity } from './identity';
import { deskKeys, lacksKeys, newcomer, People } from './people';
import type { Someone } from './people';
import type { Participant } from '../model/participant';

/** Ids that, at more than this share, belong to other people come from another form. */
const FOREIGN_SHARE = 0.5;
const FOREIGN_AT_LEAST = 2;

/** After so many rows other work gets its turn. */
const PAUSE = 1_000;

interface Entry extends Identity {
  row: ImportRow;
  /** Index of the row. */
  at: number;
  code: string;
}

export interface Matched {
  /** Everyone who has rows, in the order of the first. */
  people: Someone[];
  /** Whether every row carries a sign by which it will surely be found again. */
  certain: boolean;
}

/**
 * Finds out which rows are about whom.
 * From the surest sign to the weakest: check-in code, number with name, address with name, number,
 * address, and where there is neither, name with organisation. A sign that points to several people,
 * or at several rows of different names, is not used: rather one person too many on the list than
 * one overwritten. Rows in `apart` (by index) are people of their own. It stops now and then, so that
 * a desk can do other work between two steps.
 */
export function* matchRows(
  participants: Iterable<Participant>,
  rows: readonly ImportRow[],
  apart: ReadonlySet<number> = new Set(),
): Generator<void, Matched> {
  const people = yield* People.of(participants);
  const entries: Entry[] = [];
  for (const [at, row] of rows.entries()) {
    const { name, email, organisation, externalId } = identityOf(row.fields);
    entries.push({ name, email, organisation, externalId, row, at, code: row.code ?? '' });
    if (at % PAUSE === 0) yield;
  }
  const found = new Set<Someone>();
  const take = (entry: Entry, someone: Someone) => {
    someone.rows.push(entry.at);
    someone.claimedBy = someone.claimedBy || entry.name;
    found.add(someone);
  };

  const foreign = isForeign(entries, people);
  const hasKeys = (entry: Entry) => Boolean(entry.email || (entry.externalId && !foreign));
  const byThemselves = entries.filter((entry) => apart.has(entry.at));
  yield;
  const isStranger = strangersIn(entries, people, hasKeys);
  const strangers: Someone[] = [];
  let open: Entry[] = [];
  for (const entry of entries) {
    if (apart.has(entry.at)) continue;
    if (isStranger(entry)) strangers.push(newcomer(entry, entry.name, [entry.at]));
    else open.push(entry);
    if (entry.at % PAUSE === 0) yield;
  }
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
  const unsure = open.length + vague.length + apart.size;
  yield* alone(
    people.byExternalId,
    numberOf,
    (entry, someone) => agrees(entry, someone) === 'agrees',
  );
  yield* alone(
    people.byExternalId,
    numberOf,
    (entry, someone) => agrees(entry, someone) === 'open',
  );
  if (!foreign) yield* alone(people.byExternalId, numberOf, () => true);
  yield* alone(people.byEmail, emailOf, mayBeRenamed);
  yield* alone(people.byPlace, placeOf, (_, someone) => lacksKeys(someone));
  yield;
  open = open.filter((entry) => !tookDeskKey(entry, people, take, false));

  if (open.length + vague.length > 0) {
    for (const someone of found) people.restate(someone, statedOf(someone, entries));
  }
  const begun = open.length;
  for (const [at, entry] of open.entries()) {
    take(entry, begunBefore(entry, people) ?? people.begin(entry, entry.code));
    if (at % PAUSE === 0) yield;
  }
  for (const [at, entry] of vague.entries()) {
    if (at % PAUSE === 0) yield;
    const someone = vagueMatch(entry, people, foreign);
    if (someone) take(entry, someone);
    else if (!tookDeskKey(entry, people, take, true)) {
      take(entry, people.begin(entry, entry.code));
    }
    if (someone) people.restate(someone, statedOf(someone, entries));
  }
  for (const group of grouped(byThemselves, (entry) => JSON.stringify(entry.row.fields)).values()) {
    const [first] = group;
    if (!first) continue;
    const someone = people.begin(first, first.code);
    for (const entry of group) take(entry, someone);
  }
  for (const { rows: theirs } of found) if (theirs.length > 1) theirs.sort((a, b) => a - b);
  return {
    people: [...found, ...strangers].sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0)),
    certain: unsure === begun,
  };
}

/**
 * Tells the rows that are about somebody new whatever the rules below say: they have a name, and an address or a
 * number; nobody else, known or in the file, has the address, the number or the code; nobody who is known stands
 * in their place (`placeOf`), and no row that says too little could mean them. Most rows of a new file are such,
 * and need not be looked for in every way.
 */
function strangersIn(
  entries: readonly Entry[],
  people: People,
  hasKeys: (entry: Entry) => boolean,
): (entry: Entry) => boolean {
  const [codes, numbers, emails] = [codeOf, numberOf, emailOf].map((key) => counted(entries, key));
  const vague = entries.filter((entry) => !entry.name || !hasKeys(entry));
  const places = new Set(vague.map(placeOf));
  const asksPlace = places.size > 0 || people.byPlace.size > 0;
  return (entry) =>
    Boolean(entry.name) &&
    hasKeys(entry) &&
    isAlone(entry.email, emails, people.byEmail) &&
    isAlone(entry.externalId, numbers, people.byExternalId) &&
    isAlone(entry.code, codes, people.byCode) &&
    !(asksPlace && isPlaced(placeOf(entry), places, people)) &&
    !(
      people.byDeskKey.size > 0 &&
      deskKeys(entry.row.fields).some((key) => people.byDeskKey.has(key))
    );
}

const isPlaced = (place: string, vague: ReadonlySet<string>, people: People) =>
  vague.has(place) || people.byPlace.has(place);

/** Whether a sign, if there is one, stands in no other row and belongs to nobody. */
function isAlone(
  sign: string,
  counts: ReadonlyMap<string, number> | undefined,
  holders: ReadonlyMap<string, unknown>,
): boolean {
  return sign === '' || (counts?.get(sign) === 1 && !holders.has(sign));
}

/** In how many rows each sign stands. */
function counted(entries: readonly Entry[], key: (entry: Entry) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const sign = key(entry);
    if (sign) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

/** The one of the same name whom an earlier row of the file began, or found, under one of the keys. */
function begunBefore(entry: Entry, people: People): Someone | undefined {
  for (const candidates of [
    people.byCode.get(entry.code),
    people.byExternalId.get(entry.externalId),
    people.byEmail.get(entry.email),
  ]) {
    const sharing = candidates?.filter((candidate) => sharesKey(entry, candidate));
    const someone = sharing && bestNamesake(entry, sharing);
    if (someone) return someone;
  }
  return undefined;
}

/** What the rows say that were found to be about someone, in the order of the file. */
function statedOf(someone: Someone, entries: readonly Entry[]): Entry[] {
  return someone.rows.sort((a, b) => a - b).flatMap((at) => entries[at] ?? []);
}

const codeOf = (entry: Entry) => entry.code;
const numberOf = (entry: Entry) => entry.externalId;
const emailOf = (entry: Entry) => entry.email;
const agrees = (entry: Entry, someone: Someone): Agreement =>
  someone.names?.includes(entry.name) ? 'agrees' : agreement(entry, someone, someone.loose);
const isCalled = ({ name, names }: Someone, stated: string): boolean =>
  name === stated || (names?.includes(stated) ?? false);

/** A registration system's numbering belongs to one form: whether this file has another's. */
function isForeign(entries: readonly Entry[], people: People): boolean {
  let known = 0;
  let wrong = 0;
  for (const entry of entries) {
    const holders = people.byExternalId.get(entry.externalId);
    if (!holders) continue;
    known++;
    if (holders.every((someone) => agrees(entry, someone) === 'disagrees')) wrong++;
  }
  return wrong >= FOREIGN_AT_LEAST && wrong > known * FOREIGN_SHARE;
}

/** Of those under one key the one of the same name; of several, the one who agrees in more. */
function bestNamesake(entry: Entry, candidates: readonly Someone[] = []): Someone | undefined {
  const score = (someone: Someone) =>
    Number(entry.email === someone.email) * 2 +
    Number(entry.externalId === someone.externalId) * 2 +
    Number(entry.organisation === someone.organisation);
  let best: Someone | undefined;
  for (const someone of candidates) {
    if (!entry.name || !isCalled(someone, entry.name)) continue;
    if (!best || score(someone) > score(best)) best = someone;
  }
  return best;
}

/** The one candidate for rows of one name, if nobody of another name has been found to be it. */
function onlyOne(
  group: readonly Entry[],
  candidates: readonly Someone[],
  fits: (entry: Entry, someone: Someone) => boolean,
): Someone | null {
  const first = group[0];
  if (!first || group.some((entry) => entry.name !== first.name)) return null;
  const email = group.find((entry) => entry.email)?.email ?? '';
  if (group.some((entry) => entry.email && entry.email !== email)) return null;
  const number = group.find((entry) => entry.externalId)?.externalId ?? '';
  if (group.some((entry) => entry.externalId && entry.externalId !== number)) return null;
  const fitting = candidates.filter(
    (someone) => free(someone, first) && group.every((entry) => fits(entry, someone)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function free(someone: Someone, entry: Entry): boolean {
  const { claimedBy, names } = someone;
  if (!claimedBy || claimedBy === entry.name) return true;
  return names !== undefined && isCalled(someone, claimedBy) && isCalled(someone, entry.name);
}

/** One address, another name: the same person only if their numbers do not say otherwise. */
function mayBeRenamed(entry: Entry, someone: Someone): boolean {
  const numbersDiffer =
    entry.externalId && someone.externalId && entry.externalId !== someone.externalId;
  return !numbersDiffer || !someone.name || someone.loose.name;
}

/** A row without a name, or with nothing but a name: about the only person it can mean. */
function vagueMatch(entry: Entry, people: People, foreign: boolean): Someone | undefined {
  const place = placeOf(entry);
  const mates = (entry.email ? [] : (people.byPlace.get(place) ?? [])).filter(
    (someone) => placeOf(someone) === place && !differentNumber(entry, someone),
  );
  if (entry.name) return mates.find(lacksKeys) ?? sole(mates);
  const numbered = people.byExternalId.get(entry.externalId) ?? [];
  const under = [
    foreign ? numbered.filter((someone) => !someone.name) : numbered,
    (people.byEmail.get(entry.email) ?? []).filter((someone) => someone.email === entry.email),
    mates,
  ].find((some) => some.length > 0);
  return under?.find((someone) => !someone.name) ?? sole(under ?? []);
}

const sole = (candidates: readonly Someone[]): Someone | undefined =>
  candidates.length === 1 ? candidates[0] : undefined;

/** Two rows of one file with numbers of their own are two people. */
function differentNumber(entry: Entry, someone: Someone): boolean {
  if (someone.person !== null || !entry.externalId || !someone.externalId) return false;
  return entry.externalId !== someone.externalId;
}

function sharesKey(entry: Entry, someone: Someone): boolean {
  if (entry.email && entry.email === someone.email) return true;
  return entry.externalId !== '' && entry.externalId === someone.externalId;
}

function tookDeskKey(
  entry: Entry,
  people: People,
  take: (entry: Entry, someone: Someone) => void,
  vague: boolean,
): boolean {
  if (people.byDeskKey.size === 0) return false;
  for (const key of deskKeys(entry.row.fields)) {
    const mates = (people.byDeskKey.get(key) ?? []).filter(
      (someone) =>
        free(someone, entry) && (vague || lacksKeys(someone) || sharesKey(entry, someone)),
    );
    const [someone] = mates;
    if (!someone || mates.length > 1) continue;
    take(entry, someone);
    return true;
  }
  return false;
}

function grouped(entries: readonly Entry[], key: (entry: Entry) => string): Map<string, Entry[]> {
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

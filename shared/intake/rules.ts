import type { Entry } from './entry';
import { agreement, placeOf } from './identity';
import type { Agreement } from './identity';
import { deskKeys, lacksKeys } from './people';
import type { People, Someone } from './people';

/** Ids that, at more than this share, belong to other people come from another form. */
const FOREIGN_SHARE = 0.5;
const FOREIGN_AT_LEAST = 2;

/**
 * A registration system's numbering belongs to one form: whether this file has another's. `own` numbers of the
 * file are those of people it began itself and that are not among the entries.
 */
export function isForeign(entries: readonly Entry[], people: People, own: number): boolean {
  let known = own;
  let wrong = 0;
  for (const entry of entries) {
    const holders = people.byExternalId.get(entry.externalId);
    if (!holders) continue;
    known++;
    if (holders.every((someone) => agrees(entry, someone) === 'disagrees')) wrong++;
  }
  return wrong >= FOREIGN_AT_LEAST && wrong > known * FOREIGN_SHARE;
}

/** Tells whether a row has an address or a number to be known by; a foreign number is none. */
export function hasKeysWhere(foreign: boolean): (entry: Entry) => boolean {
  return ({ email, externalId }) => email !== '' || (externalId !== '' && !foreign);
}

export const agrees = (entry: Entry, someone: Someone): Agreement =>
  someone.names?.includes(entry.name) ? 'agrees' : agreement(entry, someone, someone.loose);

const isCalled = ({ name, names }: Someone, stated: string): boolean =>
  name === stated || (names?.includes(stated) ?? false);

/** Of those under one key the one of the same name; of several, the one who agrees in more. */
export function bestNamesake(
  entry: Entry,
  candidates: readonly Someone[] = [],
): Someone | undefined {
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
export function onlyOne(
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
export function mayBeRenamed(entry: Entry, someone: Someone): boolean {
  const numbersDiffer =
    entry.externalId && someone.externalId && entry.externalId !== someone.externalId;
  return !numbersDiffer || !someone.name || someone.loose.name;
}

/** The one of the same name whom an earlier row of the file began, or found, under one of the keys. */
export function begunBefore(entry: Entry, people: People): Someone | undefined {
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

/** A row without a name, or with nothing but a name: about the only person it can mean. */
export function vagueMatch(entry: Entry, people: People, foreign: boolean): Someone | undefined {
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

/** The only one whom a desk corrected and whom an uncorrected row can mean. */
export function correctedOne(entry: Entry, people: People, vague: boolean): Someone | undefined {
  if (people.byDeskKey.size === 0) return undefined;
  for (const key of deskKeys(entry.row.fields)) {
    const mates = (people.byDeskKey.get(key) ?? []).filter(
      (someone) =>
        free(someone, entry) && (vague || lacksKeys(someone) || sharesKey(entry, someone)),
    );
    if (mates.length === 1) return mates[0];
  }
  return undefined;
}

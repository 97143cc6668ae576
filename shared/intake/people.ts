import { allCodes } from '../model/participant';
import type { OtherRecord, Participant } from '../model/participant';
import { foldText, identityOf, placeOf } from './identity';
import type { Identity } from './identity';

/** Somebody a row can be about: known already, or begun by an earlier row of the same file. */
export interface Someone extends Identity {
  /** null while only the file knows the person. */
  person: Participant | null;
  /** Other names, of records that went into this one. */
  names?: readonly string[];
  /** What was changed at a desk since, and so may well differ from the file. */
  loose: { name: boolean; email: boolean; organisation: boolean };
  /** Name in the rows that were found to be about this person; null before the first. */
  claimedBy: string | null;
  /** Indices of those rows. */
  rows: number[];
}

/** After so many people other work gets its turn. */
const PAUSE = 1_000;

const NONE: ReadonlySet<string> = new Set();
const AS_FILED: Someone['loose'] = { name: false, email: false, organisation: false };

/** The people of an event by whatever a file can know them by. */
export class People {
  readonly byCode = new Map<string, Someone[]>();
  readonly byExternalId = new Map<string, Someone[]>();
  readonly byEmail = new Map<string, Someone[]>();
  private readonly all: Someone[] = [];
  private places: Map<string, Someone[]> | null = null;
  /** People whose name or organisation a desk corrected, by what was left alone, see `deskKeys`. */
  readonly byDeskKey = new Map<string, Someone[]>();

  private constructor() {}

  /** Takes the people of an event in, in the order they came to be known; pauses now and then. */
  static *of(participants: Iterable<Participant>): Generator<void, People> {
    const people = new People();
    const known = [...participants].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const [at, person] of known.entries()) {
      people.know(person);
      if (at % PAUSE === 0) yield;
    }
    return people;
  }

  private know(person: Participant): void {
    const atDesk = person.atDesk.length ? new Set(person.atDesk) : NONE;
    const name = atDesk.has('firstName') || atDesk.has('lastName');
    const loose =
      atDesk === NONE
        ? AS_FILED
        : { name, email: atDesk.has('email'), organisation: atDesk.has('organisation') };
    const someone = this.add(identityOf(person), person, loose);
    for (const code of allCodes(person)) put(this.byCode, code, someone);
    for (const record of person.otherRecords) this.knowAlso(record, someone);
    if (name || loose.organisation) put(this.byDeskKey, deskKey(person, atDesk), someone);
  }

  /** A record that went into this one: files go on naming it. */
  private knowAlso(record: OtherRecord, someone: Someone): void {
    const { name, email, externalId } = identityOf(record);
    if (name && name !== someone.name) someone.names = [...(someone.names ?? []), name];
    if (email !== someone.email) put(this.byEmail, email, someone);
    if (externalId !== someone.externalId) put(this.byExternalId, externalId, someone);
  }

  /** By name and organisation, see `placeOf`; made when first asked for. */
  get byPlace(): Map<string, Someone[]> {
    if (!this.places) {
      this.places = new Map();
      for (const someone of this.all) put(this.places, placeOf(someone), someone);
    }
    return this.places;
  }

  /** Somebody new whom a row begins. */
  begin(identity: Identity, code: string): Someone {
    const someone = this.add(identity, null, AS_FILED);
    put(this.byCode, code, someone);
    return someone;
  }

  /** The person as the rows found so far leave them: what a desk changed, and a number, stay. */
  restate(someone: Someone, stated: readonly Identity[]): void {
    const { externalId: number, email: address } = someone;
    const place = placeOf(someone);
    for (const { name, organisation, externalId } of stated) {
      if (name && !someone.loose.name) someone.name = name;
      if (organisation && !someone.loose.organisation) someone.organisation = organisation;
      someone.externalId ||= externalId;
    }
    const email = stated.find((row) => row.email)?.email;
    const still = stated.some((row) => row.email === someone.email);
    if (email && !still && !someone.loose.email) someone.email = email;
    if (someone.externalId !== number) put(this.byExternalId, someone.externalId, someone);
    if (someone.email !== address) put(this.byEmail, someone.email, someone);
    if (this.places && placeOf(someone) !== place) put(this.places, placeOf(someone), someone);
  }

  private add(identity: Identity, person: Participant | null, loose: Someone['loose']): Someone {
    const someone = { ...newcomer(identity, null, []), person, loose };
    this.all.push(someone);
    put(this.byExternalId, someone.externalId, someone);
    put(this.byEmail, someone.email, someone);
    if (this.places) put(this.places, placeOf(someone), someone);
    return someone;
  }
}

/** Somebody whom nothing but rows of a file knows. */
export function newcomer(
  { name, email, organisation, externalId }: Identity,
  claimedBy: string | null,
  rows: number[],
): Someone {
  return {
    name,
    email,
    organisation,
    externalId,
    person: null,
    loose: AS_FILED,
    claimedBy,
    rows,
  };
}

/** Neither number nor (unless changed at a desk) address: only the name can tell. */
export function lacksKeys(someone: Someone): boolean {
  return !someone.externalId && (!someone.email || someone.loose.email);
}

type Named = { firstName?: string; lastName?: string; organisation?: string };

const NAMED = ['firstName', 'lastName', 'organisation'] as const;

/** First name, last name and organisation with `*` for what is masked; '' when no name is left. */
function deskKey(fields: Named, masked: ReadonlySet<string>): string {
  const isLeft = (field: 'firstName' | 'lastName') => !masked.has(field) && fields[field];
  if (!isLeft('firstName') && !isLeft('lastName')) return '';
  return NAMED.map((field) => (masked.has(field) ? '*' : foldText(fields[field] ?? ''))).join('\n');
}

const MASKS = [
  ['organisation'],
  ['lastName'],
  ['firstName'],
  ['lastName', 'organisation'],
  ['firstName', 'organisation'],
].map((fields) => new Set(fields));

/** The keys under which somebody corrected at a desk would be found from an uncorrected row. */
export function deskKeys(fields: Named): string[] {
  return MASKS.map((mask) => deskKey(fields, mask));
}

function put(index: Map<string, Someone[]>, key: string, someone: Someone): void {
  if (!key) return;
  const list = index.get(key);
  if (list) list.push(someone);
  else index.set(key, [someone]);
}

import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import { identityOf, placeOf } from './identity';
import type { Identity } from './identity';

/** Somebody a row can be about: known already, or begun by an earlier row of the same file. */
export interface Someone extends Identity {
  /** null while only the file knows the person. */
  person: Participant | null;
  /** What was changed at a desk since, and so may well differ from the file. */
  loose: { name: boolean; email: boolean };
  /** Name in the rows that were found to be about this person; null before the first. */
  claimedBy: string | null;
  /** Indices of those rows. */
  rows: number[];
}

/** The people of an event by whatever a file can know them by. */
export class People {
  readonly byCode = new Map<string, Someone[]>();
  readonly byExternalId = new Map<string, Someone[]>();
  readonly byEmail = new Map<string, Someone[]>();
  readonly byPlace = new Map<string, Someone[]>();
  /** People whose name or organisation a desk corrected, by what was left alone, see `deskKeys`. */
  readonly byDeskKey = new Map<string, Someone[]>();

  constructor(state: EventState) {
    const known = [...state.participants].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const person of known) {
      const atDesk = new Set(person.atDesk);
      const name = atDesk.has('firstName') || atDesk.has('lastName');
      const someone = this.add(identityOf(person), person, { name, email: atDesk.has('email') });
      put(this.byCode, person.code, someone);
      if (name || atDesk.has('organisation')) {
        put(this.byDeskKey, deskKey(person, atDesk), someone);
      }
    }
  }

  /** Somebody new whom a row begins. */
  begin(identity: Identity, code: string): Someone {
    const someone = this.add(identity, null, { name: false, email: false });
    put(this.byCode, code, someone);
    return someone;
  }

  private add(identity: Identity, person: Participant | null, loose: Someone['loose']): Someone {
    const someone: Someone = { ...identity, person, loose, claimedBy: null, rows: [] };
    put(this.byExternalId, someone.externalId, someone);
    put(this.byEmail, someone.email, someone);
    put(this.byPlace, placeOf(someone), someone);
    return someone;
  }
}

/** Neither number nor (unless changed at a desk) address: only the name can tell. */
export function lacksKeys(someone: Someone): boolean {
  return !someone.externalId && (!someone.email || someone.loose.email);
}

type Named = { firstName?: string; lastName?: string; organisation?: string };

const NAMED = ['firstName', 'lastName', 'organisation'] as const;

/** First name, last name and organisation with `*` for what is masked; '' when no name is left. */
function deskKey(fields: Named, masked: ReadonlySet<string>): string {
  if (masked.has('firstName') && masked.has('lastName')) return '';
  const parts = NAMED.map((field) => (masked.has(field) ? '*' : (fields[field] ?? '')));
  return parts.join('\n').toLowerCase();
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

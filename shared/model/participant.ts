import { z } from 'zod';
import type { Instant, Ulid } from './units';

/** The sectors of the tour's statistics; '' is not known yet. */
export const SECTORS = ['private', 'public', 'third', 'other'] as const;
export const sectorSchema = z.enum(['', ...SECTORS]);
export type Sector = z.infer<typeof sectorSchema>;

/** Roles the badge and the panel know; any other text is kept as it was written. */
export const ROLES = ['participant', 'speaker', 'panelist', 'moderator', 'organiser'] as const;

export const statusSchema = z.enum(['expected', 'present', 'left', 'cancelled']);
export type Status = z.infer<typeof statusSchema>;

const text = (max: number) => z.string().max(max);

/** Yes, no, or not asked. */
const consent = z.boolean().nullable();

/** What a person or a file may state about a participant; lengths in characters. */
export const detailsSchema = z.object({
  firstName: text(200),
  lastName: text(200),
  email: text(320),
  phone: text(100),
  organisation: text(300),
  title: text(300),
  sector: sectorSchema,
  orgSize: text(100),
  role: text(100),
  diet: text(2_000),
  notes: text(10_000),
  offers: z.array(text(1_000)).max(100),
  needs: z.array(text(1_000)).max(100),
  consentContact: consent,
  consentPhoto: consent,
  externalId: text(200),
  answers: z.record(text(500), text(20_000)),
});
export type Details = z.infer<typeof detailsSchema>;
export type DetailField = keyof Details;

export const NO_DETAILS: Details = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  organisation: '',
  title: '',
  sector: '',
  orgSize: '',
  role: 'participant',
  diet: '',
  notes: '',
  offers: [],
  needs: [],
  consentContact: null,
  consentPhoto: null,
  externalId: '',
  answers: {},
};

/** Where a participant's record came from. */
export const sourceSchema = z.enum(['registration', 'walk-in', 'desk']);
export type Source = z.infer<typeof sourceSchema>;

/** What a record that went into another is still recognised by. */
export const otherRecordSchema = z.object({
  id: z.string(),
  ...detailsSchema.pick({ firstName: true, lastName: true, email: true, externalId: true }).shape,
  /** The fact that last took its check-in back, '' where none did: older ones count no more. */
  cleared: z.string(),
});
export type OtherRecord = z.infer<typeof otherRecordSchema>;

/** Anyone with a badge. */
export const participantSchema = detailsSchema.extend({
  id: z.string(),
  /** Check-in code, see `shared/model/code.ts`. */
  code: z.string(),
  /** Codes of records that were merged into this one: they go on working. */
  otherCodes: z.array(z.string()).default([]),
  /** Those records: a file that still names them, or another desk, means this one. */
  otherRecords: z.array(otherRecordSchema).default([]),
  source: sourceSchema,
  status: statusSchema,
  checkedInAt: z.number().nullable(),
  checkedInDesk: z.string(),
  leftAt: z.number().nullable(),
  /** The facts that printed a badge: a set, so that a fact seen twice counts once. */
  prints: z.array(z.string()),
  /** Field → the fact that last changed it after the record was made: the latest edit stands. */
  edits: z.record(z.string(), z.string()),
  /** Fields changed by a person at a desk: an import leaves them alone. */
  atDesk: z.array(z.string()),
  /** The latest fact that touched this record. */
  rev: z.string(),
});
export type Participant = z.infer<typeof participantSchema>;

/** What most people have nothing of, one for all: made anew for each it is half of what an import allocates. */
const none = <T>(): T[] => NOTHING;
const NOTHING: never[] = [];
const NO_EDITS: Participant['edits'] = {};
const NO_ANSWERS: Details['answers'] = {};
for (const empty of [NOTHING, NO_EDITS, NO_ANSWERS]) Object.freeze(empty);

/** A record as it begins, before anything has happened to it. */
export function newParticipant(
  base: { id: Ulid; code: string; source: Source; rev: Ulid },
  details: Partial<Details>,
): Participant {
  // Field by field: spreading rows that state different fields takes 30 µs each, this takes one.
  const { id, code, source, rev } = base;
  return {
    firstName: details.firstName ?? '',
    lastName: details.lastName ?? '',
    email: details.email ?? '',
    phone: details.phone ?? '',
    organisation: details.organisation ?? '',
    title: details.title ?? '',
    sector: details.sector ?? '',
    orgSize: details.orgSize ?? '',
    role: details.role ?? NO_DETAILS.role,
    diet: details.diet ?? '',
    notes: details.notes ?? '',
    offers: details.offers ?? none(),
    needs: details.needs ?? none(),
    consentContact: details.consentContact ?? null,
    consentPhoto: details.consentPhoto ?? null,
    externalId: details.externalId ?? '',
    answers: details.answers ?? NO_ANSWERS,
    id,
    code,
    source,
    rev,
    otherCodes: none(),
    otherRecords: none(),
    status: 'expected',
    checkedInAt: null,
    checkedInDesk: '',
    leftAt: null,
    prints: none(),
    edits: NO_EDITS,
    atDesk: none(),
  };
}

/** A record with the fields that an older Nuija did not write; the record itself where none is missing. */
export function wholeParticipant(
  person: Omit<Participant, Newer> & Partial<Pick<Participant, Newer>>,
): Participant {
  return isWhole(person) ? person : { otherCodes: [], otherRecords: [], ...person };
}

/** Fields that an older Nuija did not write. */
type Newer = 'otherCodes' | 'otherRecords';

function isWhole(person: object): person is Participant {
  return 'otherCodes' in person && 'otherRecords' in person;
}

/** Every code by which the person is let in. */
export function allCodes(person: Participant): string[] {
  return [person.code, ...person.otherCodes];
}

/** "First Last" as it is spoken; a record with only an organisation is called by that. */
export function fullName(person: Pick<Details, 'firstName' | 'lastName' | 'organisation'>): string {
  return `${person.firstName} ${person.lastName}`.trim() || person.organisation;
}

/** Whether the person is or has been in the house. */
export function hasCome(person: { status: Status; checkedInAt: Instant | null }): boolean {
  return person.checkedInAt !== null;
}

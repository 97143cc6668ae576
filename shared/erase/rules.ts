import type { RecordKind } from '../model/done';
import type { EventInfo } from '../model/event';
import type { Feedback, Question } from '../model/feedback';
import type { FactBody, Stamp } from '../facts/fact';
import type { Correction, Mark } from '../model/mark';
import type { OtherRecord, Participant } from '../model/participant';
import type { Panel, Seat, Session } from '../model/session';
import type { Stage } from '../model/stage';
import { designRules, sizeRules } from './badgeRules';

/**
 * What the erasing of personal data does to one value:
 * `keep` it holds nothing personal: ids, times, enumerations, numbers, names of fields ·
 * `gone` a text or a list is emptied · `headings` of a file's columns are emptied ·
 * `answers` of a registration form those that say where somebody comes from are kept as a `role` is, all others go ·
 * `opinions` of a guest's answers those in figures are kept, those in words go ·
 * `null` there is none ·
 * `code` the participant's own id takes its place: a printed badge leads nowhere any more ·
 * `firstName`, `lastName`, `email`, `phone` emptied; where they occur in a public text they go as well ·
 * `organisation` a number takes its place, so that groups and their count stay ·
 * `role`, `size` kept where everybody knows them or enough people stated them, else `other` (shared/figures/known.ts) ·
 * `public` the programme and what the organisers say of their event: kept but for participants' names ·
 * `theirs` public, but emptied beside the name of a participant.
 */
export type Leaf =
  | 'keep'
  | 'gone'
  | 'answers'
  | 'headings'
  | 'null'
  | 'opinions'
  | 'code'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'organisation'
  | 'role'
  | 'size'
  | 'public'
  | 'theirs';

/** A rule for a value, for every item of a list, for each field of an object, or for changes of records. */
export type Rule = Leaf | { each: Rule } | { fields: Readonly<Record<string, Rule>> } | 'changes';

/** A rule for every field of a type: a field that is new does not compile until it is decided upon. */
type Rules<T> = { readonly [K in keyof Required<T>]: Rule };

const otherRecord: Rules<OtherRecord> = {
  id: 'keep',
  firstName: 'firstName',
  lastName: 'lastName',
  email: 'email',
  externalId: 'gone',
  cleared: 'keep',
};

const participant: Rules<Participant> = {
  id: 'keep',
  code: 'code',
  otherCodes: 'gone',
  otherRecords: { each: { fields: otherRecord } },
  firstName: 'firstName',
  lastName: 'lastName',
  email: 'email',
  phone: 'phone',
  organisation: 'organisation',
  title: 'gone',
  sector: 'keep',
  orgSize: 'size',
  role: 'role',
  diet: 'gone',
  notes: 'gone',
  offers: 'gone',
  needs: 'gone',
  consentContact: 'keep',
  consentPhoto: 'keep',
  externalId: 'gone',
  answers: 'answers',
  source: 'keep',
  status: 'keep',
  checkedInAt: 'keep',
  checkedInDesk: 'public',
  leftAt: 'keep',
  prints: 'keep',
  edits: 'keep',
  atDesk: 'keep',
  rev: 'keep',
};

const contact: Rules<EventInfo['contacts'][number]> = { name: 'public', details: 'theirs' };
const link: Rules<EventInfo['links'][number]> = { label: 'public', url: 'public' };

const inWords: Rules<Question['text']> = { fi: 'public', sv: 'public', en: 'public' };
const question: Rules<Question> = {
  id: 'keep',
  kind: 'keep',
  text: { fields: inWords },
  choices: { each: { fields: inWords } },
};
const next: Rules<EventInfo['next']> = {
  name: 'public',
  date: 'keep',
  start: 'keep',
  end: 'keep',
  venue: 'public',
  url: 'public',
};

const event: Rules<EventInfo> = {
  id: 'keep',
  tag: 'keep',
  name: 'public',
  date: 'keep',
  timeZone: 'keep',
  region: 'public',
  venue: 'public',
  theme: 'public',
  organisers: { each: 'public' },
  contacts: { each: { fields: contact } },
  links: { each: { fields: link } },
  accent: 'keep',
  badgeAtCheckIn: 'keep',
  badgeLayout: 'keep',
  badgeSize: { fields: sizeRules },
  badgeDesign: { fields: designRules },
  badgeLogo: 'keep',
  askAtCheckIn: 'keep',
  // Its headings may be the first person's cells, where a file had no headings.
  importMapping: 'headings',
  sample: 'keep',
  questions: { each: { fields: question } },
  next: { fields: next },
  retentionDays: 'keep',
  closedAt: 'keep',
  pinHash: 'keep',
  edits: 'keep',
  erasedAt: 'keep',
};

const seat: Rules<Seat> = {
  id: 'keep',
  name: 'public',
  title: 'theirs',
  organisation: 'organisation',
  participant: 'keep',
  weight: 'keep',
  dropped: 'keep',
};

const warnings: Rules<NonNullable<Panel['warnMs']>> = { first: 'keep', second: 'keep' };

const panel: Rules<Panel> = {
  seats: { each: { fields: seat } },
  moderator: 'public',
  reserveMs: 'keep',
  holdEnd: 'keep',
  turnLimitMs: 'keep',
  warnMs: { fields: warnings },
  hands: 'keep',
};

const speaker: Rules<Session['speakers'][number]> = { name: 'public', title: 'theirs' };

const session: Rules<Session> = {
  id: 'keep',
  order: 'keep',
  kind: 'keep',
  title: 'public',
  speakers: { each: { fields: speaker } },
  room: 'public',
  plannedStart: 'keep',
  plannedMs: 'keep',
  fixed: 'keep',
  shortestMs: 'keep',
  panel: { fields: panel },
  startedAt: 'keep',
  endedAt: 'keep',
  edits: 'keep',
};

const place: Rules<NonNullable<Correction['other']>> = { at: 'keep', speaker: 'keep' };

const correction: Rules<Correction> = {
  fact: 'keep',
  at: 'keep',
  desk: 'public',
  how: 'keep',
  was: { fields: place },
  is: { fields: place },
  other: { fields: place },
};

const mark: Rules<Mark> = {
  id: 'keep',
  session: 'keep',
  at: 'keep',
  speaker: 'keep',
  resume: 'keep',
  corrected: 'keep',
  history: { each: { fields: correction } },
  extraMs: 'keep',
  edits: 'keep',
};

const stage: Rules<Stage> = { message: 'null', blackout: 'keep', edits: 'keep' };

/** Without its words nobody can be told from a feedback. */
export const feedbackRules: Rules<Feedback> = { id: 'keep', source: 'keep', answers: 'opinions' };

/** What happens to each field of each kind of record. */
export const recordRules: { readonly [K in RecordKind]: Readonly<Record<string, Rule>> } = {
  event,
  stage,
  participant,
  session,
  mark,
};

export const stampRules: Rules<Stamp> = { id: 'keep', at: 'keep', desk: 'public' };

type BodyRules = {
  readonly [T in FactBody['type']]: Rules<Omit<Extract<FactBody, { type: T }>, 'type'>>;
};

const aboutParticipant = { participant: 'keep' } as const;
const aboutSession = { session: 'keep' } as const;

/** What happens to each field of each kind of fact. */
export const factRules: BodyRules = {
  'event.created': { event: { fields: event } },
  'event.edited': { fields: { fields: event } },
  'event.closed': {},
  'event.reopened': {},
  'event.pinSet': { hash: 'keep' },
  'event.erased': {},
  'participant.added': { participant: { fields: participant } },
  'participants.imported': {
    people: { each: { fields: { id: 'keep', code: 'code', fields: { fields: participant } } } },
  },
  'participant.edited': { participant: 'keep', fields: { fields: participant }, from: 'keep' },
  'participant.checkedIn': aboutParticipant,
  'participant.left': aboutParticipant,
  'participant.cameBack': aboutParticipant,
  'participant.cancelled': aboutParticipant,
  'participant.reinstated': aboutParticipant,
  'participant.merged': {
    participant: 'keep',
    other: 'keep',
    fields: { fields: participant },
    codes: 'gone',
    records: { each: { fields: otherRecord } },
    attendance: { fields: participant },
    prints: 'keep',
  },
  'badges.printed': { participants: 'keep', again: 'keep' },
  'session.added': { session: { fields: session } },
  'session.edited': { session: 'keep', fields: { fields: session } },
  'session.removed': aboutSession,
  'session.started': aboutSession,
  'session.ended': aboutSession,
  'programme.replanned': {
    strategy: 'keep',
    changes: { each: { fields: { ...aboutSession, fields: { fields: session } } } },
    dropped: 'keep',
  },
  'floor.given': { session: 'keep', mark: 'keep', speaker: 'keep', resume: 'keep' },
  'turn.corrected': {
    mark: 'keep',
    fields: { fields: mark },
    how: 'keep',
    was: { fields: place },
    other: { fields: place },
    quiet: 'keep',
  },
  'turn.split': { mark: { fields: mark } },
  'turn.takenBack': { mark: 'keep' },
  'hands.changed': { session: 'keep', seat: 'keep', up: 'keep' },
  'feedback.given': { feedback: { fields: feedbackRules } },
  'feedback.removed': { feedback: 'keep' },
  'stage.changed': { fields: { fields: stage } },
  undone: { of: 'keep', changes: 'changes' },
};

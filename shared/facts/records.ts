import { eventSchema } from '../model/event';
import type { Change, RecordKind } from '../model/done';
import { markSchema } from '../model/mark';
import { allCodes, participantSchema } from '../model/participant';
import { sessionSchema } from '../model/session';
import { stageSchema } from '../model/stage';
import type { EventState } from '../model/state';
import type { Table } from '../model/table';

type Fields = Record<string, unknown>;

const editsSchema = markSchema.shape.edits;

/** Book-keeping of a record, which is not what a person means by "as it was". */
const BOOK_KEEPING = new Set(['edits', 'rev', 'atDesk']);

/** A record of the state by kind and id, as its fields; undefined where there is none. */
export function recordOf(state: EventState, kind: RecordKind, id: string): Fields | undefined {
  switch (kind) {
    case 'event':
      return state.event;
    case 'stage':
      return state.stage;
    case 'participant':
      return state.participants.get(id);
    case 'session':
      return state.sessions.get(id);
    case 'mark':
      return state.marks.get(id);
  }
}

/** The fields in which two versions of one record differ; null where nothing does. */
export function difference(
  kind: RecordKind,
  id: string,
  before: Fields | undefined,
  after: Fields | undefined,
): Change | null {
  if (before === after) return null;
  if (!before) return { kind, id, before: null, after: {} };
  if (!after) return { kind, id, before, after: null };
  const was: Fields = {};
  const is: Fields = {};
  for (const field in after) {
    if (before[field] === after[field] || BOOK_KEEPING.has(field)) continue;
    if (sameValue(before[field], after[field])) continue;
    was[field] = before[field];
    is[field] = after[field];
  }
  return Object.keys(was).length ? { kind, id, before: was, after: is } : null;
}

/** Whether two JSON values are alike. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The fields that differ from those of a record, or null where none does; undefined = not stated.
 */
export function differing<T extends object>(
  record: T | undefined,
  fields: Partial<T>,
): Partial<T> | null {
  const differs: Partial<T> = {};
  let any = false;
  for (const field in fields) {
    if (fields[field] === undefined || sameValue(record?.[field], fields[field])) continue;
    differs[field] = fields[field];
    any = true;
  }
  return any ? differs : null;
}

/**
 * The state with one record given back what it had: its fields, its existence, or its absence
 * (null). A later fact about a field, or about whether the record is there at all, stands. Every
 * field given back counts as edited by `fact`.
 */
export function restored(state: EventState, change: Change, fact: string): EventState {
  const { kind, id, after } = change;
  if (after === null) return takenAway(state, kind, id, fact);
  const current = recordOf(state, kind, id);
  if (!current && fact <= (state.gone.get(id) ?? '')) return state;
  const edits = editsOf(current ?? after);
  const fields = Object.entries(after).filter(
    ([field]) => !BOOK_KEEPING.has(field) && fact > (edits[field] ?? ''),
  );
  if (current && fields.length === 0) return state;
  for (const [field] of fields) edits[field] = fact;
  const rev = kind === 'participant' ? { rev: later(current?.['rev'], fact) } : {};
  const base = current ?? after;
  return withRecord(state, kind, id, { ...base, ...Object.fromEntries(fields), edits, ...rev });
}

/** The state without one record, unless it was brought back by a later fact. */
export function takenAway(
  state: EventState,
  kind: RecordKind,
  id: string,
  fact: string,
): EventState {
  const current = recordOf(state, kind, id);
  const broughtBack = current ? editsOf(current)['id'] : undefined;
  if (fact <= (broughtBack ?? '')) return state;
  const gone = state.gone.set(id, later(state.gone.get(id), fact));
  switch (kind) {
    case 'participant': {
      const person = state.participants.get(id);
      return {
        ...state,
        gone,
        participants: state.participants.delete(id),
        codes: person ? withoutCodes(state.codes, id, allCodes(person)) : state.codes,
      };
    }
    case 'session':
      return { ...state, gone, sessions: state.sessions.delete(id) };
    case 'mark':
      return { ...state, gone, marks: state.marks.delete(id) };
    default:
      return state;
  }
}

/** The codes without those of one person; a code that leads to somebody else by now stays. */
function withoutCodes(codes: Table<string>, id: string, lost: readonly string[]): Table<string> {
  return lost.reduce((left, code) => (left.get(code) === id ? left.delete(code) : left), codes);
}

/** The later of two fact ids, the first of which may not be there. */
export const later = (a: unknown, b: string): string => (typeof a === 'string' && a > b ? a : b);

/** Field → fact of a record: a copy of its own. */
function editsOf(record: Fields): Record<string, string> {
  return { ...editsSchema.parse(record['edits'] ?? {}) };
}

function withRecord(state: EventState, kind: RecordKind, id: string, fields: Fields): EventState {
  const gone = state.gone.delete(id);
  switch (kind) {
    case 'event':
      return { ...state, event: eventSchema.parse(fields) };
    case 'stage':
      return { ...state, stage: stageSchema.parse(fields) };
    case 'participant': {
      const person = participantSchema.parse(fields);
      const codes = allCodes(person);
      const before = state.participants.get(id);
      const lost = before ? allCodes(before).filter((code) => !codes.includes(code)) : [];
      return {
        ...state,
        gone,
        participants: state.participants.set(id, person),
        codes: withoutCodes(state.codes, id, lost).setAll(codes.map((code) => [code, id])),
      };
    }
    case 'session':
      return { ...state, gone, sessions: state.sessions.set(id, sessionSchema.parse(fields)) };
    case 'mark':
      return { ...state, gone, marks: state.marks.set(id, markSchema.parse(fields)) };
  }
}

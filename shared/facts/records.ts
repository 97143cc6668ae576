import { eventSchema } from '../model/event';
import type { Change, RecordKind } from '../model/done';
import { markSchema } from '../model/mark';
import { participantSchema } from '../model/participant';
import { sessionSchema } from '../model/session';
import { stageSchema } from '../model/stage';
import type { EventState } from '../model/state';

type Fields = Record<string, unknown>;

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
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (BOOK_KEEPING.has(field) || sameValue(before[field], after[field])) continue;
    was[field] = before[field];
    is[field] = after[field];
  }
  return Object.keys(was).length ? { kind, id, before: was, after: is } : null;
}

/** Whether two JSON values are alike. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The state with one record set to the given fields, made anew, or taken away (null). Every field
 * set counts as edited by `fact`.
 */
export function restored(state: EventState, change: Change, fact: string): EventState {
  const { kind, id, after } = change;
  const current = recordOf(state, kind, id);
  if (after === null) return without(state, kind, id);
  const edits = { ...editsOf(current ?? after) };
  if (current) for (const field of Object.keys(after)) edits[field] = fact;
  const rev = kind === 'participant' ? { rev: fact } : {};
  return withRecord(state, kind, id, { ...current, ...after, edits, ...rev });
}

function editsOf(record: Fields): Fields {
  const edits = record['edits'];
  return typeof edits === 'object' ? { ...edits } : {};
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
      return {
        ...state,
        gone,
        participants: state.participants.set(id, person),
        codes: state.codes.set(person.code, id),
      };
    }
    case 'session':
      return { ...state, gone, sessions: state.sessions.set(id, sessionSchema.parse(fields)) };
    case 'mark':
      return { ...state, gone, marks: state.marks.set(id, markSchema.parse(fields)) };
  }
}

function without(state: EventState, kind: RecordKind, id: string): EventState {
  const gone = state.gone.set(id, true);
  switch (kind) {
    case 'participant': {
      const code = state.participants.get(id)?.code;
      return {
        ...state,
        gone,
        participants: state.participants.delete(id),
        codes: code === undefined ? state.codes : state.codes.delete(code),
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

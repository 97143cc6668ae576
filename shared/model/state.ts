import { z } from 'zod';
import { eventSchema, newEvent, wholeEvent } from './event';
import type { EventInfo } from './event';
import { feedbackSchema } from './feedback';
import type { Feedback } from './feedback';
import { markSchema, wholeMark } from './mark';
import type { Mark } from './mark';
import { allCodes, participantSchema, wholeParticipant } from './participant';
import type { Participant } from './participant';
import { sessionSchema } from './session';
import type { Session } from './session';
import { EMPTY_STAGE, stageSchema } from './stage';
import type { Stage } from './stage';
import { Table } from './table';
import { doneSchema } from './done';
import type { Done } from './done';

/** Everything a desk knows about one event: the fold of its facts. Immutable. */
export interface EventState {
  /** Facts folded so far on this desk. */
  readonly seq: number;
  readonly event: EventInfo;
  readonly participants: Table<Participant>;
  /** Check-in code → participant id. */
  readonly codes: Table<string>;
  readonly sessions: Table<Session>;
  readonly marks: Table<Mark>;
  readonly stage: Stage;
  /** What guests thought of the event: each one's answers under an id that is nobody's. */
  readonly feedback: Table<Feedback>;
  /** Records that were taken away → the fact that did it: a late fact does not bring them back. */
  readonly gone: Table<string>;
  /** The last commands that can be undone, oldest first. */
  readonly recent: readonly Done[];
}

export const EMPTY_STATE: EventState = {
  seq: 0,
  event: newEvent({ id: '', tag: '' }, {}),
  participants: Table.empty(),
  codes: Table.empty(),
  sessions: Table.empty(),
  marks: Table.empty(),
  stage: EMPTY_STAGE,
  feedback: Table.empty(),
  gone: Table.empty(),
  recent: [],
};

/** The state as JSON: in the database file, and for a screen that joins. */
export const stateJsonSchema = z.object({
  seq: z.number(),
  event: eventSchema,
  participants: z.array(participantSchema),
  sessions: z.array(sessionSchema),
  marks: z.array(markSchema),
  stage: stageSchema,
  /** An older Nuija asked for none. */
  feedback: z.array(feedbackSchema).optional(),
  gone: z.array(z.tuple([z.string(), z.string()])),
  recent: z.array(doneSchema),
});
export type StateJson = z.infer<typeof stateJsonSchema>;

export function stateToJson(state: EventState): StateJson {
  return {
    seq: state.seq,
    event: state.event,
    participants: [...state.participants],
    sessions: [...state.sessions],
    marks: [...state.marks],
    stage: state.stage,
    feedback: [...state.feedback],
    gone: [...state.gone.entries()],
    recent: [...state.recent],
  };
}

/** The way back. The JSON must have been validated or written by `stateToJson`. */
export function stateFromJson(json: StateJson): EventState {
  const people = json.participants.map(wholeParticipant);
  return {
    seq: json.seq,
    event: wholeEvent(json.event),
    participants: byId(people),
    codes: Table.from(people.flatMap(codesOf)),
    sessions: byId(json.sessions),
    marks: byId(json.marks.map(wholeMark)),
    stage: json.stage,
    feedback: byId(json.feedback ?? []),
    gone: Table.from(json.gone),
    recent: json.recent,
  };
}

/**
 * The same JSON as text, in pieces of at most `batch` records, so that a writer can let other work
 * in between. Joined they are `JSON.stringify(stateToJson(state))` up to the order of members.
 */
export function* stateJsonPieces(state: EventState, batch = 500): Generator<string> {
  yield `{"seq":${state.seq},"event":${JSON.stringify(state.event)},"stage":${JSON.stringify(state.stage)}`;
  yield* listPieces('participants', state.participants, batch);
  yield* listPieces('sessions', state.sessions, batch);
  yield* listPieces('marks', state.marks, batch);
  yield* listPieces('feedback', state.feedback, batch);
  yield* listPieces('gone', state.gone.entries(), batch);
  yield* recentPieces(state.recent, batch);
  yield '}';
}

function* listPieces(name: string, items: Iterable<unknown>, batch: number): Generator<string> {
  yield `,"${name}":[`;
  let piece: string[] = [];
  let comma = '';
  for (const item of items) {
    piece.push(JSON.stringify(item));
    if (piece.length < batch) continue;
    yield comma + piece.join(',');
    comma = ',';
    piece = [];
  }
  yield (piece.length ? comma : '') + piece.join(',') + ']';
}

/** An import among the last commands has as many changes as people. */
function* recentPieces(recent: readonly Done[], batch: number): Generator<string> {
  let before = ',"recent":[';
  for (const done of recent) {
    const { changes, ...rest } = done;
    if (changes.length <= batch) yield before + JSON.stringify(done);
    else {
      yield before + JSON.stringify(rest).slice(0, -1);
      yield* listPieces('changes', changes, batch);
      yield '}';
    }
    before = ',';
  }
  yield recent.length > 0 ? ']' : `${before}]`;
}

function codesOf(person: Participant): Array<[string, string]> {
  return allCodes(person).map((code) => [code, person.id]);
}

function byId<T extends { id: string }>(items: readonly T[]): Table<T> {
  return Table.from(items.map((item) => [item.id, item]));
}

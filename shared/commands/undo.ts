import { recordOf, sameValue } from '../facts/records';
import type { Change, Done } from '../model/done';
import { panelSchema } from '../model/session';
import type { EventState } from '../model/state';
import { marksOf } from '../panel/marks';
import { closedRefusal } from './attendance';
import type { CommandOf } from './command';
import { refuse } from './context';
import type { Decision } from './context';

/**
 * Takes one command back: every field it changed gets the value it had. What somebody changed since
 * is never overwritten; then the undo is refused and says so. An undo can itself be undone.
 */
export function decideUndo(state: EventState, command: CommandOf<'undo'>): Decision {
  const entry =
    command.of === undefined
      ? state.recent.findLast((done) => !done.undoneBy && !PASSED_OVER.has(done.kind))
      : state.recent.find((done) => done.cmd === command.of);
  if (!entry) return refuse(command.of === undefined ? 'undo.nothing' : 'undo.tooOld');
  if (entry.undoneBy) return refuse('undo.already');
  if (changesAttendance(state, entry)) {
    const closed = closedRefusal(state);
    if (closed) return closed;
  }
  const touched = touchedSince(state, entry);
  if (entry.changes.some((change) => changedSince(state, change, entry, touched))) {
    return refuse('undo.changedSince');
  }
  const changes = entry.changes.map((change) => ({
    ...change,
    before: change.after,
    after: change.before,
  }));
  return { facts: [{ type: 'undone', of: entry.cmd, changes }] };
}

/**
 * What "the last thing" never means: an undoing, and badges that came out of a printer, which state by themselves
 * that they did. Such a command can be undone by its name.
 */
export const PASSED_OVER: ReadonlySet<string> = new Set(['undo', 'badges.printed']);

/** What states who was here. */
const ATTENDANCE: ReadonlySet<string> = new Set([
  'participant.add',
  'participant.checkIn',
  'participant.checkInGroup',
  'participant.leave',
  'participant.comeBack',
  'participant.cancel',
  'participant.reinstate',
]);

/** Whether taking it back would change who was here, which is final once attendance is closed. */
function changesAttendance(state: EventState, entry: Done): boolean {
  if (entry.kind !== 'undo') return ATTENDANCE.has(entry.kind);
  const undone = state.recent.find((done) => done.undoneBy === entry.cmd);
  return undone !== undefined && changesAttendance(state, undone);
}

/** The records that commands changed which came after this one and still stand. */
function touchedSince(state: EventState, entry: Done): Set<string> {
  const since = state.recent.slice(state.recent.indexOf(entry) + 1);
  const standing = since.filter((done) => !done.undoneBy && done.kind !== 'undo');
  return new Set(standing.flatMap((done) => done.changes.map(keyOf)));
}

const keyOf = (change: Change) => `${change.kind} ${change.id}`;

function changedSince(
  state: EventState,
  change: Change,
  entry: Done,
  touched: ReadonlySet<string>,
): boolean {
  const current = recordOf(state, change.kind, change.id);
  const { before, after } = change;
  if (after === null) return current !== undefined;
  if (!current) return true;
  if (before === null) return touched.has(keyOf(change));
  if (change.kind === 'session') {
    if (strandsMarks(state, change, entry) || cutsOff(state, change)) return true;
  }
  return Object.keys(after).some((field) => !sameValue(current[field], after[field]));
}

/**
 * Whether turns given since would lose their panel's start or their seat if the session were as it
 * was before.
 */
function strandsMarks(state: EventState, { id, before, after }: Change, entry: Done): boolean {
  const own = new Set(entry.changes.map((change) => change.id));
  const since = marksOf(state, id).filter((mark) => !own.has(mark.id));
  if (before?.['startedAt'] === null && since.length > 0) return true;
  const was = seatIds(before?.['panel']);
  const added = seatIds(after?.['panel']).filter((seat) => !was.includes(seat));
  return since.some((mark) => added.includes(mark.speaker));
}

/**
 * Whether a session that goes on, or was begun anew, would have ended before its start or before a turn
 * given since: so it is where the undoing of its end is undone later.
 */
function cutsOff(state: EventState, { id, before }: Change): boolean {
  const endedAt = before?.['endedAt'];
  if (typeof endedAt !== 'number') return false;
  const startedAt = before?.['startedAt'] ?? state.sessions.get(id)?.startedAt;
  if (typeof startedAt !== 'number' || startedAt > endedAt) return true;
  return marksOf(state, id).some((mark) => mark.at > endedAt);
}

function seatIds(panel: unknown): string[] {
  const parsed = panelSchema.safeParse(panel);
  return parsed.success ? parsed.data.seats.map((seat) => seat.id) : [];
}

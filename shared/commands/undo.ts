import { lastEdit, recordOf, sameValue } from '../facts/records';
import type { Change, Done } from '../model/done';
import type { EventState } from '../model/state';
import { marksOf } from '../panel/marks';
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
      ? state.recent.findLast((done) => !done.undoneBy && done.kind !== 'undo')
      : state.recent.find((done) => done.cmd === command.of);
  if (!entry) return refuse(command.of === undefined ? 'undo.nothing' : 'undo.tooOld');
  if (entry.undoneBy) return refuse('undo.already');
  if (entry.changes.some((change) => changedSince(state, change, entry))) {
    return refuse('undo.changedSince');
  }
  const changes = entry.changes.map((change) => ({
    ...change,
    before: change.after,
    after: change.before,
  }));
  return { facts: [{ type: 'undone', of: entry.cmd, changes }] };
}

function changedSince(state: EventState, change: Change, entry: Done): boolean {
  const current = recordOf(state, change.kind, change.id);
  const { before, after } = change;
  if (after === null) return current !== undefined;
  if (!current) return true;
  if (before === null) return lastEdit(current) > entry.last;
  if (isUnstarting(change) && hasLaterMarks(state, change.id, entry)) return true;
  return Object.keys(after).some((field) => !sameValue(current[field], after[field]));
}

const isUnstarting = ({ kind, before }: Change) =>
  kind === 'session' && before?.['startedAt'] === null;

/** Whether the floor was given since in a panel whose start would be taken back. */
function hasLaterMarks(state: EventState, session: string, entry: Done): boolean {
  const own = new Set(entry.changes.map((change) => change.id));
  return marksOf(state, session).some((mark) => !own.has(mark.id));
}

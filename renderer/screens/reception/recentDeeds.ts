import { fullName } from '../../../shared/model/participant';
import type { Done } from '../../../shared/model/done';
import type { EventState } from '../../../shared/model/state';

/** How many of the last deeds are listed. */
const LISTED = 10;

/** The reception's own deeds; those of the programme and of a panel are undone on their screens. */
const AREAS = ['participant.', 'participants.', 'badges.'];

const isOurs = (done: Done) => AREAS.some((area) => done.kind.startsWith(area));

/** One line of the list of what was done last. */
export interface Deeds {
  done: Done;
  /** Names of the first people it was about. */
  names: string[];
  /** How many people it was about. */
  people: number;
}

/**
 * The last deeds of the receptions, the latest first. An undoing is no line of its own: the line it
 * undid says so.
 */
export function recentDeeds(state: Pick<EventState, 'recent' | 'participants'>): Deeds[] {
  return state.recent
    .filter(isOurs)
    .toReversed()
    .slice(0, LISTED)
    .map((done) => deedsOf(state, done));
}

/** What an undo took back; `isBack`: it took back an undo, so that what had been undone stands again. */
export type Undone = Deeds & { isBack: boolean };

/** What the undo of that command's id took back, for as long as it does. */
export function takenBackBy(
  state: Pick<EventState, 'recent' | 'participants'>,
  undoing: string,
): Undone | undefined {
  const done = state.recent.find((one) => one.undoneBy === undoing);
  return done && { ...deedsOf(state, done), isBack: done.kind === 'undo' };
}

function deedsOf(state: Pick<EventState, 'recent' | 'participants'>, done: Done): Deeds {
  const about = done.changes.filter((change) => change.kind === 'participant');
  const names = about.slice(0, 3).map(({ id, before }) => {
    const person = state.participants.get(id);
    return person ? fullName(person) : nameIn(before ?? lastKnown(state, done.undoneBy, id));
  });
  return { done, names: names.filter(Boolean), people: about.length };
}

/**
 * The last deed of a reception that stands and can be undone; a badge that came out meanwhile is none, as for the
 * desk's own undo.
 */
export function lastStanding(state: Pick<EventState, 'recent'>): Done | undefined {
  return state.recent.findLast(
    (done) => isOurs(done) && done.kind !== 'badges.printed' && done.undoneBy === '',
  );
}

/** The record as it was when the undoing took it away. */
function lastKnown(state: Pick<EventState, 'recent'>, undoing: string, id: string) {
  const by = state.recent.find((done) => done.cmd === undoing);
  return by?.changes.find((change) => change.id === id)?.before ?? null;
}

/** The name in a record that is there no more. */
function nameIn(fields: Record<string, unknown> | null): string {
  const text = (field: string) => {
    const value = fields?.[field];
    return typeof value === 'string' ? value : '';
  };
  return fullName({
    firstName: text('firstName'),
    lastName: text('lastName'),
    organisation: text('organisation'),
  });
}

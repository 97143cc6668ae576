import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import { MINUTE } from '../model/units';
import type { Duration, Instant } from '../model/units';
import { ahead } from './ahead';
import { dayMinuteOf, instantOf } from './instant';
import { dayNow, isOver, LAST_MINUTE } from './day';
import type { Day } from './day';
import { inOrder, isIn, meet, roomsOf } from './order';
import { project } from './project';
import type { Projection } from './project';
import { layTogether } from './shorten';
import type { Laid, Slot } from './shorten';
import { shortenTogether } from './shortenTogether';
import { shortestOf } from './span';

export type Strategy = 'shorten-breaks' | 'shorten-rest' | 'shift' | 'drop';

/** One session of the preview: when it would be, and when it is planned until then. */
export interface ReplanRow {
  session: string;
  title: string;
  from: Instant;
  to: Instant;
  wasFrom: Instant;
  wasTo: Instant;
  /** ms by which what comes before still reaches into it, because it is fixed. */
  conflict: Duration;
}

/**
 * Why nothing can be changed: the day is over; nothing is left to begin; all that is left is fixed;
 * nothing is late; or there would have to be sessions after the day has ended.
 */
export type NothingBecause = 'over' | 'done' | 'fixed' | 'onTime' | 'tooLate';

/** A new plan for what has not begun; nothing is changed until it is applied. */
export interface Replan {
  changes: Array<{
    session: string;
    fields: { plannedStart?: Session['plannedStart']; plannedMs?: Session['plannedMs'] };
  }>;
  dropped: string[];
  /** When the last session would end; `now` for an empty programme. */
  end: Instant;
  rows: ReplanRow[];
  /** Told where there are neither changes nor sessions left out. */
  because: NothingBecause | null;
}

/**
 * A plan for the rest of the day that takes the delay in: `shift` moves what has not begun;
 * `shorten-breaks` and `shorten-rest` win time back first, from the breaks or from everything in
 * proportion; `drop` leaves one session out and moves the rest. Whole minutes; no session begins
 * before its planned time, none gets shorter than its shortest, fixed ones and those that have begun
 * stay as they are. What delay is left travels on to the end. Rooms
 * run side by side; what they share begins when all of them are free.
 */
export function replan(
  state: Pick<EventState, 'event' | 'sessions'>,
  strategy: Strategy,
  now: Instant,
  drop?: string,
): Replan {
  const day = dayNow(state.event, state.sessions, now);
  const programme = project(state, now);
  const leftOut = strategy === 'drop' ? programme.filter((one) => isDropped(one, drop)) : [];
  const kept = programme.filter((one) => !leftOut.includes(one));
  const laid = new Map(
    isOver(day, now)
      ? []
      : layRooms(kept, strategy, minuteFrom(now, day), day).map((slot) => [slot.id, slot]),
  );
  const isTooLate = [...laid.values()].some((slot) => slot.start > LAST_MINUTE);
  if (isTooLate) laid.clear();
  const rows = kept.flatMap((one) => {
    const slot = laid.get(one.session.id);
    return slot ? [rowOf(one, slot, day)] : [];
  });
  rows.sort((a, b) => a.from - b.from);
  const ends = kept.map((one) => {
    const slot = laid.get(one.session.id);
    return slot ? rowOf(one, slot, day).to : one.projected.to;
  });
  const changes = kept.flatMap((one) => changeOf(one.session, laid.get(one.session.id)));
  const isNothing = changes.length === 0 && leftOut.length === 0;
  return {
    changes,
    dropped: leftOut.map((one) => one.session.id),
    end: ends.length ? Math.max(...ends) : now,
    rows: rows.map((row) => ({ ...row, conflict: conflictOf(row, rows, kept) })),
    because: isNothing ? becauseOf(programme, { isOver: isOver(day, now), isTooLate }) : null,
  };
}

function becauseOf(
  programme: readonly Projection[],
  { isOver: over, isTooLate }: { isOver: boolean; isTooLate: boolean },
): NothingBecause {
  const left = programme.filter(({ phase }) => phase === 'next' || phase === 'later');
  if (left.length === 0) return 'done';
  if (over) return 'over';
  if (isTooLate) return 'tooLate';
  return left.every(({ session }) => session.fixed) ? 'fixed' : 'onTime';
}

/** How far what comes before reaches into a fixed session, by its new times or while it runs. */
function conflictOf(
  { session: id, from }: PlainRow,
  rows: readonly PlainRow[],
  programme: readonly Projection[],
): Duration {
  const sessions = new Map(programme.map((one) => [one.session.id, one.session]));
  const own = sessions.get(id);
  if (!own?.fixed) return 0;
  const running = programme
    .filter(({ phase }) => phase === 'running')
    .map(({ session, projected }) => ({ session: session.id, ...projected }));
  const reaching = [...rows, ...running].filter((one) => {
    const other = sessions.get(one.session);
    return one.session !== id && other && meet(own, other) && one.from <= from;
  });
  return Math.max(0, ...reaching.map((one) => one.to - from));
}

const isDropped = (one: Projection, drop: string | undefined) =>
  one.session.id === drop && one.session.startedAt === null;

/** The first whole minute that is not before the instant. */
const minuteFrom = (instant: Instant, day: Day) =>
  dayMinuteOf(instant + MINUTE - 1, day.date, day.timeZone);

/** What has not begun in its new places, the rooms side by side. */
function layRooms(
  programme: readonly Projection[],
  strategy: Strategy,
  now: number,
  day: Day,
): Laid[] {
  const sessions = inOrder(programme.map((one) => one.session));
  const toCome = ahead(sessions);
  const roomsOfSlot = (id: string) => toCome.get(id) ?? [];
  const begun = programme.filter((one) => one.session.startedAt !== null);
  const free = new Map(
    roomsOf(sessions).map((room) => {
      const own = begun.filter((one) => isIn(one.session, room));
      return [room, Math.max(now, ...own.map((one) => minuteFrom(one.projected.to, day)))];
    }),
  );
  const slots = sessions
    .filter((one) => roomsOfSlot(one.id).length > 0)
    .map((one) => slotOf(one, strategy));
  const kept = strategy.startsWith('shorten') ? shortenTogether(slots, free, roomsOfSlot) : slots;
  return layTogether(kept, free, roomsOfSlot);
}

function slotOf(session: Session, strategy: Strategy): Slot {
  const length = Math.ceil(session.plannedMs / MINUTE);
  const gives = strategy === 'shorten-rest' || session.kind === 'break';
  const spare = gives ? Math.max(0, length - Math.ceil(shortestOf(session) / MINUTE)) : 0;
  return { id: session.id, planned: session.plannedStart, length, spare, fixed: session.fixed };
}

/** The length of a session in its new place; one that was not shortened keeps its own to the ms. */
const lengthIn = (slot: Laid, session: Session) =>
  Math.min(session.plannedMs, slot.length * MINUTE);

type PlainRow = Omit<ReplanRow, 'conflict'>;

function rowOf(one: Projection, slot: Laid, day: Day): PlainRow {
  const from = instantOf(day.date, slot.start, day.timeZone);
  return {
    session: one.session.id,
    title: one.session.title,
    from,
    to: from + lengthIn(slot, one.session),
    wasFrom: one.planned.from,
    wasTo: one.planned.to,
  };
}

function changeOf(session: Session, slot: Laid | undefined): Replan['changes'] {
  if (!slot) return [];
  const plannedMs = lengthIn(slot, session);
  const fields = {
    ...(slot.start === session.plannedStart ? {} : { plannedStart: slot.start }),
    ...(plannedMs === session.plannedMs ? {} : { plannedMs }),
  };
  return Object.keys(fields).length ? [{ session: session.id, fields }] : [];
}

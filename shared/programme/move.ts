import type { Session } from '../model/session';
import { MINUTE } from '../model/units';
import type { DayMinute } from '../model/units';
import { LAST_MINUTE } from './day';
import { inOrder, isIn, meet, roomsOf } from './order';

/** Where a session comes to stand when one is moved. */
export interface Place {
  session: string;
  plannedStart: DayMinute;
  order: number;
}

/**
 * The programme with one session moved before another (null = last). In its room the sessions
 * between its old and its new place are laid end to end anew from where that stretch began; the
 * pauses between them stay where they were, and so do fixed sessions, those that have begun and,
 * unless one of them is moved, those that all rooms share. Sessions after the stretch give way only
 * where it now reaches into them. Into another room it comes without a stretch: it keeps its time
 * where that is free there, else it follows the one before it. Null where there is no session `before`.
 */
export function move(
  sessions: Iterable<Session>,
  moved: Session,
  before: string | null,
  room: string = moved.room,
): Place[] | null {
  const was = inOrder(sessions);
  const others = was.filter((one) => one.id !== moved.id);
  const at = before === null ? others.length : others.findIndex((one) => one.id === before);
  if (at < 0) return null;
  const came = { ...moved, room };
  const wanted = [...others.slice(0, at), came, ...others.slice(at)];
  const rooms = roomsOf(wanted).filter((one) => isIn(came, one));
  const stays = (one: Session) =>
    one.fixed || one.startedAt !== null || (one.room === '' && room !== '' && one.id !== moved.id);
  const starts = new Map<string, DayMinute>();
  if (room !== moved.room) starts.set(moved.id, startIn(wanted, came));
  else {
    for (const lane of rooms) {
      const inLane = (one: Session) => isIn(one, lane);
      const laid = layAnew(was.filter(inLane), wanted.filter(inLane), stays);
      for (const [id, start] of laid) starts.set(id, Math.max(start, starts.get(id) ?? 0));
    }
  }
  if (room !== moved.room || rooms.length > 1) giveWay(wanted, starts, { rooms, stays });
  const startOf = (one: Session) => starts.get(one.id) ?? one.plannedStart;
  return wanted
    .map((one, index) => ({ session: one.id, plannedStart: startOf(one), index }))
    .sort((a, b) => a.plannedStart - b.plannedStart || a.index - b.index)
    .map(({ session, plannedStart }, index) => ({ session, plannedStart, order: index + 1 }));
}

/** When a session begins that comes from another room. */
function startIn(wanted: readonly Session[], came: Session): DayMinute {
  const at = wanted.indexOf(came);
  const before = wanted.slice(0, at).filter((one) => meet(one, came));
  const free = Math.max(0, ...before.map((one) => one.plannedStart + minutes(one)));
  const next = wanted.slice(at + 1).find((one) => meet(one, came));
  const own = came.plannedStart;
  if (came.fixed || !next || own < next.plannedStart) return came.fixed ? own : Math.max(free, own);
  return before.length ? free : next.plannedStart;
}

/** From the first one that got a new start on, each session waits until its rooms are free. */
function giveWay(
  wanted: readonly Session[],
  starts: Map<string, DayMinute>,
  { rooms, stays }: { rooms: readonly string[]; stays(one: Session): boolean },
): void {
  const first = wanted.findIndex((one) => starts.has(one.id));
  const free = new Map<string, DayMinute>();
  wanted.slice(Math.max(0, first)).forEach((one) => {
    const own = rooms.filter((room) => isIn(one, room));
    if (own.length === 0) return;
    const start = starts.get(one.id) ?? one.plannedStart;
    const open = Math.max(start, ...own.map((room) => free.get(room) ?? 0));
    const begins = stays(one) ? one.plannedStart : Math.min(open, LAST_MINUTE);
    starts.set(one.id, begins);
    for (const room of own) {
      free.set(room, Math.max(free.get(room) ?? 0, begins + minutes(one)));
    }
  });
}

/** Planned starts of one room's sessions in their wanted order. */
function layAnew(
  was: readonly Session[],
  wanted: readonly Session[],
  stays: (one: Session) => boolean,
): Map<string, DayMinute> {
  const starts = new Map<string, DayMinute>();
  const first = wanted.findIndex((one, at) => one.id !== was[at]?.id);
  if (first < 0) return starts;
  const last = wanted.findLastIndex((one, at) => one.id !== was[at]?.id);
  const [head, before] = [was[first], was[first - 1]];
  const begins = head && stays(head) && before ? before.plannedStart + minutes(before) : undefined;
  let cursor = begins ?? head?.plannedStart ?? 0;
  wanted.forEach((one, at) => {
    if (at < first) return;
    const start = stays(one)
      ? one.plannedStart
      : at <= last
        ? cursor
        : Math.max(cursor, one.plannedStart);
    starts.set(one.id, Math.min(start, LAST_MINUTE));
    const end = start + minutes(one);
    cursor = at < last ? Math.max(cursor, end) + pauseAfter(was, at, stays) : Math.max(cursor, end);
  });
  return starts;
}

const minutes = (session: Session) => Math.ceil(session.plannedMs / MINUTE);

/**
 * The pause that was planned after the session at this place; 0 where the next one overlapped it. What
 * is left before one that stays where it is was no pause: it gives way.
 */
function pauseAfter(was: readonly Session[], at: number, stays: (one: Session) => boolean): number {
  const one = was[at];
  const next = was[at + 1];
  if (!one || !next || stays(next)) return 0;
  return Math.max(0, next.plannedStart - one.plannedStart - minutes(one));
}

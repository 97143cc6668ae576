import type { Session } from '../model/session';
import { MINUTE } from '../model/units';
import type { DayMinute } from '../model/units';
import { LAST_MINUTE } from './day';
import { inOrder } from './order';

/** Where a session comes to stand when one is moved. */
export interface Place {
  session: string;
  plannedStart: DayMinute;
  order: number;
}

const stays = (session: Session) => session.fixed || session.startedAt !== null;

/**
 * The programme with one session moved before another (null = last). In its room the sessions
 * between its old and its new place are laid end to end anew from where that stretch began; the
 * pauses between them stay where they were, and so do fixed sessions and those that have begun.
 * Sessions after the stretch give way only where it now reaches into them. Null where there is no
 * session `before`.
 */
export function move(
  sessions: Iterable<Session>,
  moved: Session,
  before: string | null,
): Place[] | null {
  const was = inOrder(sessions);
  const others = was.filter((one) => one.id !== moved.id);
  const at = before === null ? others.length : others.findIndex((one) => one.id === before);
  if (at < 0) return null;
  const wanted = [...others.slice(0, at), moved, ...others.slice(at)];
  const inRoom = (one: Session) => one.room === moved.room;
  const starts = layAnew(was.filter(inRoom), wanted.filter(inRoom));
  const startOf = (one: Session) => starts.get(one.id) ?? one.plannedStart;
  return wanted
    .map((one, index) => ({ session: one.id, plannedStart: startOf(one), index }))
    .sort((a, b) => a.plannedStart - b.plannedStart || a.index - b.index)
    .map(({ session, plannedStart }, index) => ({ session, plannedStart, order: index + 1 }));
}

/** Planned starts of one room's sessions in their wanted order. */
function layAnew(was: readonly Session[], wanted: readonly Session[]): Map<string, DayMinute> {
  const starts = new Map<string, DayMinute>();
  const first = wanted.findIndex((one, at) => one.id !== was[at]?.id);
  if (first < 0) return starts;
  const last = wanted.findLastIndex((one, at) => one.id !== was[at]?.id);
  let cursor = was[first]?.plannedStart ?? 0;
  wanted.forEach((one, at) => {
    if (at < first) return;
    const start = stays(one)
      ? one.plannedStart
      : at <= last
        ? cursor
        : Math.max(cursor, one.plannedStart);
    starts.set(one.id, Math.min(start, LAST_MINUTE));
    const end = start + minutes(one);
    cursor = at < last ? Math.max(cursor, end) + pauseAfter(was, at) : Math.max(cursor, end);
  });
  return starts;
}

const minutes = (session: Session) => Math.ceil(session.plannedMs / MINUTE);

/** The pause that was planned after the session at this place; 0 where the next one overlapped it. */
function pauseAfter(was: readonly Session[], at: number): number {
  const one = was[at];
  const next = was[at + 1];
  return one && next ? Math.max(0, next.plannedStart - one.plannedStart - minutes(one)) : 0;
}

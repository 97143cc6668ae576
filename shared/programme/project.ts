import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import type { Duration, Instant } from '../model/units';
import { ahead } from './ahead';
import { dayNow, isOver, plannedSpan } from './day';
import type { Day } from './day';
import { inOrder, isIn, roomsOf } from './order';
import { lengthFrom, lengthOf } from './span';

/** From when to when. */
export interface Span {
  from: Instant;
  to: Instant;
}

/**
 * `next`: the first to come in one of its rooms. `skipped`: a later session of the same room has begun
 * and this one has not.
 */
export type Phase = 'ended' | 'running' | 'next' | 'later' | 'skipped';

/** One session as it was planned, as it has gone, and as it will go if nothing is changed. */
export interface Projection {
  session: Session;
  planned: Span;
  actual: { from: Instant | null; to: Instant | null };
  projected: Span;
  /** ms by which it begins later than planned; below 0 = earlier. */
  lateness: Duration;
  /** ms by which what comes before reaches over the planned start of a fixed session. */
  conflict: Duration;
  phase: Phase;
}

type Programme = Pick<EventState, 'event' | 'sessions'>;

/**
 * The programme in order with what is to be expected at `now`. Gaps absorb delay; a fixed session
 * stops it from travelling on, and what reaches into it is its conflict; nothing that has not begun
 * begins before now or before its planned time. Rooms run side by side and know nothing of each
 * other but through common sessions, which begin when every room is free. Once the day is over, what
 * never began is shown as it was planned.
 */
export function project(state: Programme, now: Instant): Projection[] {
  const day = dayNow(state.event, state.sessions, now);
  const earliest = isOver(day, now) ? -Infinity : now;
  const programme = inOrder(state.sessions);
  const toCome = ahead(programme);
  const free = new Map<string, Instant>();
  const freeIn = (rooms: readonly string[]) =>
    Math.max(-Infinity, ...rooms.map((room) => free.get(room) ?? -Infinity));
  for (const room of roomsOf(programme)) {
    const began = programme.filter((one) => isIn(one, room) && one.startedAt !== null);
    free.set(room, Math.max(-Infinity, ...began.map((one) => beganSpan(one, day, now).to)));
  }
  const waiting = new Set(free.keys());
  return programme.map((session): Projection => {
    const planned = plannedSpan(session, day);
    const actual = { from: session.startedAt, to: session.endedAt };
    const shown = (projected: Span, phase: Phase, conflict: Duration = 0): Projection => {
      const lateness = projected.from - planned.from;
      return { session, planned, actual, projected, lateness, conflict, phase };
    };
    if (session.startedAt !== null) {
      const phase = session.endedAt === null ? 'running' : 'ended';
      return shown(beganSpan(session, day, now), phase);
    }
    const rooms = toCome.get(session.id) ?? [];
    if (rooms.length === 0) return shown(planned, 'skipped');
    const until = freeIn(rooms);
    const from = Math.max(planned.from, earliest, session.fixed ? -Infinity : until);
    const to = from + lengthFrom(session, from, planned.to);
    const conflict = session.fixed ? Math.max(0, until - planned.from) : 0;
    const phase: Phase = rooms.some((room) => waiting.has(room)) ? 'next' : 'later';
    for (const room of rooms) {
      free.set(room, Math.max(free.get(room) ?? -Infinity, to));
      waiting.delete(room);
    }
    return shown({ from, to }, phase, conflict);
  });
}

/** A session that has begun: until it ended, or until it should end and at least until now. */
function beganSpan(session: Session, day: Day, now: Instant): Span {
  const from = session.startedAt ?? now;
  return { from, to: session.endedAt ?? Math.max(now, from + lengthOf(session, day)) };
}

/**
 * How late the day is, in ms; below 0 = ahead of its plan. While sessions run, by how much the
 * latest of them will end after its planned end; between sessions, how late the next one will
 * begin; at the end, how late the last one ended. 0 for an empty programme. With a room, only what
 * is seen there counts.
 */
export function latenessNow(state: Programme, now: Instant, room?: string): Duration {
  const programme = project(state, now).filter(
    ({ session }) => room === undefined || isIn(session, room),
  );
  const latest = (phase: Phase, late: (one: Projection) => Duration): Duration | null => {
    const all = programme.filter((one) => one.phase === phase).map(late);
    return all.length ? Math.max(...all) : null;
  };
  const atEnd = (one: Projection) => one.projected.to - one.planned.to;
  const lastEnded = programme.findLast((one) => one.phase === 'ended');
  return (
    latest('running', atEnd) ??
    latest('next', (one) => one.lateness) ??
    (lastEnded ? atEnd(lastEnded) : 0)
  );
}

/** What is to come first in a room; the first of all without one. */
export function nextIn(programme: readonly Projection[], room?: string): Projection | undefined {
  return programme.find(
    ({ phase, session }) =>
      (phase === 'next' || phase === 'later') && (room === undefined || isIn(session, room)),
  );
}

/** What runs in a room, a common session included; the one that began last where several do. */
export function runningIn(programme: readonly Projection[], room?: string): Projection | undefined {
  return programme
    .filter(
      ({ phase, session }) => phase === 'running' && (room === undefined || isIn(session, room)),
    )
    .reduce<Projection | undefined>(
      (last, one) => ((one.actual.from ?? 0) >= (last?.actual.from ?? 0) ? one : last),
      undefined,
    );
}

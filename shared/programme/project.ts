import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import type { Duration, Instant } from '../model/units';
import { dayNow, isOver, plannedSpan } from './day';
import type { Day } from './day';
import { byRoom, inOrder } from './order';
import { lengthFrom, lengthOf } from './span';

/** From when to when. */
export interface Span {
  from: Instant;
  to: Instant;
}

/** `skipped`: a later session of the same room has begun and this one has not. */
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
 * begins before now or before its planned time; rooms know nothing of each other. Once the day is
 * over, what never began is shown as it was planned.
 */
export function project(state: Programme, now: Instant): Projection[] {
  const day = dayNow(state.event, state.sessions, now);
  const earliest = isOver(day, now) ? -Infinity : now;
  const found = new Map<string, Projection>();
  for (const sessions of byRoom(state.sessions).values()) {
    for (const one of projectRoom(sessions, day, { now, earliest })) found.set(one.session.id, one);
  }
  return inOrder(state.sessions).flatMap((session) => found.get(session.id) ?? []);
}

function projectRoom(
  sessions: readonly Session[],
  day: Day,
  clock: { now: Instant; earliest: Instant },
): Projection[] {
  const begun = sessions.findLastIndex((session) => session.startedAt !== null);
  const began = sessions.filter((session) => session.startedAt !== null);
  let free = Math.max(-Infinity, ...began.map((one) => beganSpan(one, day, clock.now).to));
  let next: Phase = 'next';
  return sessions.map((session, at): Projection => {
    const planned = plannedSpan(session, day);
    const actual = { from: session.startedAt, to: session.endedAt };
    const shown = (projected: Span, phase: Phase, conflict: Duration = 0): Projection => {
      const lateness = projected.from - planned.from;
      return { session, planned, actual, projected, lateness, conflict, phase };
    };
    if (session.startedAt !== null) {
      const phase = session.endedAt === null ? 'running' : 'ended';
      return shown(beganSpan(session, day, clock.now), phase);
    }
    if (at < begun) return shown(planned, 'skipped');
    const from = Math.max(planned.from, clock.earliest, session.fixed ? -Infinity : free);
    const to = from + lengthFrom(session, from, planned.to);
    const conflict = session.fixed ? Math.max(0, free - planned.from) : 0;
    free = Math.max(free, to);
    const phase = next;
    next = 'later';
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
 * begin; at the end, how late the last one ended. 0 for an empty programme.
 */
export function latenessNow(state: Programme, now: Instant): Duration {
  const programme = project(state, now);
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

import type { Session } from '../model/session';
import { MINUTE } from '../model/units';
import type { Duration, Instant } from '../model/units';
import { dayOf, plannedSpan } from './day';
import type { Day } from './day';

/**
 * How long a session lasts that begins at `from`: its planned length. A panel that holds its end
 * lasts until the planned end instead, though never less than its shortest; where that end has
 * passed already there is nothing to hold and it gets its planned length.
 */
export function lengthFrom(session: Session, from: Instant, plannedEnd: Instant): Duration {
  if (!session.panel?.holdEnd) return session.plannedMs;
  const held = plannedEnd - from;
  return held > 0 ? Math.max(held, session.shortestMs) : session.shortestMs || session.plannedMs;
}

/** The length that a session has that runs or has run; its planned one before that. */
export function lengthOf(session: Session, event: Day): Duration {
  if (session.startedAt === null) return session.plannedMs;
  const { to } = plannedSpan(session, dayOf(event, session.startedAt));
  return lengthFrom(session, session.startedAt, to);
}

/** When a session that runs should end by its length, even once that has passed. */
export function dueAt(session: Session, event: Day): Instant {
  return (session.startedAt ?? plannedSpan(session, event).from) + lengthOf(session, event);
}

/**
 * The shortest that re-planning may make a session: what the coordinator stated; else five minutes
 * for a break and half the length for anything else. Never more than its planned length.
 */
export function shortestOf(session: Session): Duration {
  const { kind, plannedMs, shortestMs } = session;
  const stated = shortestMs || (kind === 'break' ? 5 * MINUTE : Math.ceil(plannedMs / 2));
  return Math.min(plannedMs, stated);
}

import type { EventInfo } from '../model/event';
import type { Session } from '../model/session';
import type { Instant } from '../model/units';
import { dateOf, instantOf } from './instant';

/** What of the event says when its day is. */
export type Day = Pick<EventInfo, 'date' | 'timeZone'>;

/** Latest minute that can be planned: midnight that ends the day after the event's. */
export const LAST_MINUTE = 2_880;

/** Whether the instant lies in the time that the event's programme can cover. */
function isWithin(day: Day, instant: Instant): boolean {
  return (
    instant >= instantOf(day.date, 0, day.timeZone) &&
    instant <= instantOf(day.date, LAST_MINUTE, day.timeZone)
  );
}

/**
 * The day on which a session that began at `startedAt` was meant: the event's own, or, where it is
 * tried out on another day (a rehearsal, the sample event), the day it began. So a rehearsal runs
 * by its clock times instead of being weeks early.
 */
export function dayOf(event: Day, startedAt: Instant | null): Day {
  const { timeZone } = event;
  if (startedAt === null || isWithin(event, startedAt)) return event;
  return { date: dateOf(startedAt, timeZone), timeZone };
}

/** The day by which the whole programme is read now; a rehearsal counts until its day is over. */
export function dayNow(event: Day, sessions: Iterable<Session>, now: Instant): Day {
  let latest: Instant | null = null;
  for (const { startedAt } of sessions) {
    if (startedAt !== null && startedAt > (latest ?? -Infinity)) latest = startedAt;
  }
  if (latest === null || isWithin(event, now)) return event;
  const day = dayOf(event, latest);
  return day.date === dateOf(now, event.timeZone) ? day : event;
}

/** Whether nothing that was planned for the day can still begin. */
export function isOver(day: Day, now: Instant): boolean {
  return now > instantOf(day.date, LAST_MINUTE, day.timeZone);
}

/** From when to when a session is planned. */
export function plannedSpan(
  session: Pick<Session, 'plannedStart' | 'plannedMs'>,
  day: Day,
): { from: Instant; to: Instant } {
  const from = instantOf(day.date, session.plannedStart, day.timeZone);
  return { from, to: from + session.plannedMs };
}

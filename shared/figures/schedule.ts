import type { EventState } from '../model/state';
import type { Instant } from '../model/units';
import { project } from '../programme/project';
import type { SessionFigures } from './model';

/** The programme as it was planned and as it went, in its order. */
export function scheduleOf(
  state: Pick<EventState, 'event' | 'sessions'>,
  now: Instant,
): SessionFigures[] {
  return project(state, now).map(({ session, planned, actual }) => {
    const { from, to } = actual;
    const ms = from !== null && to !== null ? to - from : null;
    return {
      id: session.id,
      title: session.title,
      kind: session.kind,
      room: session.room,
      plannedFrom: planned.from,
      plannedMs: session.plannedMs,
      from,
      ms,
      lateMs: from === null ? null : from - planned.from,
      overMs: ms === null ? null : ms - session.plannedMs,
    };
  });
}

/** How late the day ended: of the session that ended last. */
export function endLateOf(sessions: readonly SessionFigures[]): number | null {
  let last: { end: Instant; lateMs: number } | null = null;
  for (const { plannedFrom, plannedMs, from, ms } of sessions) {
    if (from === null || ms === null || from + ms < (last?.end ?? -Infinity)) continue;
    last = { end: from + ms, lateMs: from + ms - (plannedFrom + plannedMs) };
  }
  return last?.lateMs ?? null;
}

/**
 * When the programme was over: at the end of the session that ended last; before any has, when it
 * should be. Null without a programme.
 */
export function endOf(sessions: readonly SessionFigures[]): Instant | null {
  const ended = sessions.flatMap(({ from, ms }) => (from !== null && ms !== null ? from + ms : []));
  const planned = sessions.map(({ plannedFrom, plannedMs }) => plannedFrom + plannedMs);
  const ends = ended.length > 0 ? ended : planned;
  return ends.length > 0 ? Math.max(...ends) : null;
}

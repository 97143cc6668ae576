import type { Session } from '../model/session';

/** The programme from first to last: by planned start, then place, then id so that no two tie. */
export function inOrder(sessions: Iterable<Session>): Session[] {
  return [...sessions].sort(
    (a, b) => a.plannedStart - b.plannedStart || a.order - b.order || (a.id < b.id ? -1 : 1),
  );
}

/**
 * The rooms that sessions run in side by side, as they first come in the programme; the one room ''
 * where none is named. A session without a room is common: everybody is in it.
 */
export function roomsOf(sessions: Iterable<Session>): string[] {
  const named = inOrder(sessions).flatMap(({ room }) => (room === '' ? [] : [room]));
  return named.length ? [...new Set(named)] : [''];
}

/** Whether somebody who stays in that room sees the session: its own ones and the common ones. */
export function isIn({ room }: Pick<Session, 'room'>, where: string): boolean {
  return room === '' || room === where;
}

/** Whether two sessions cannot both run: they are of one room, or one of them is common. */
export function meet(a: Pick<Session, 'room'>, b: Pick<Session, 'room'>): boolean {
  return a.room === b.room || a.room === '' || b.room === '';
}

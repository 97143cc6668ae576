import type { Session } from '../model/session';

/** The programme from first to last: by planned start, then place, then id so that no two tie. */
export function inOrder(sessions: Iterable<Session>): Session[] {
  return [...sessions].sort(
    (a, b) => a.plannedStart - b.plannedStart || a.order - b.order || (a.id < b.id ? -1 : 1),
  );
}

/** The programme of each room, in order. Sessions without a room share the room ''. */
export function byRoom(sessions: Iterable<Session>): Map<string, Session[]> {
  const rooms = new Map<string, Session[]>();
  for (const session of inOrder(sessions)) {
    const room = rooms.get(session.room);
    if (room) room.push(session);
    else rooms.set(session.room, [session]);
  }
  return rooms;
}

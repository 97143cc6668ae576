import type { Session } from '../model/session';
import { isIn, roomsOf } from './order';

/**
 * For each session that has not begun, the rooms in which it is still to come: nothing later has
 * begun there. None where it was skipped. A common session is skipped as soon as every room that
 * goes on after it has done so.
 */
export function ahead(programme: readonly Session[]): Map<string, readonly string[]> {
  const rooms = roomsOf(programme).map((room) => ({
    room,
    begun: programme.findLastIndex((one) => isIn(one, room) && one.startedAt !== null),
    last: programme.findLastIndex((one) => one.room === room),
  }));
  return new Map(
    programme.flatMap((session, at) => {
      if (session.startedAt !== null) return [];
      const own = rooms.filter(({ room }) => isIn(session, room));
      const left = own.filter(({ begun }) => at > begun);
      const goOn = own.filter(({ last }) => last > at);
      const skipped = goOn.length > 0 && goOn.every((one) => !left.includes(one));
      return [[session.id, skipped ? [] : left.map(({ room }) => room)]];
    }),
  );
}

import type { DayMinute } from '../model/units';
import { lay, shorten } from './shorten';
import type { Free, RoomsOfSlot, Slot } from './shorten';

/**
 * As `shorten`, for rooms side by side. Each room wins back its own delay; a session that several
 * rooms share begins when all of them are free, and is shortened as much as the latest of them needs.
 */
export function shortenTogether(slots: readonly Slot[], free: Free, roomsOf: RoomsOfSlot): Slot[] {
  const [only, ...more] = free;
  if (only && more.length === 0) return shorten(slots, only[1]);
  const done: Slot[] = [];
  const cursor = new Map(free);
  const freeIn = (room: string) => cursor.get(room) ?? 0;
  const inRoom = (some: readonly Slot[], room: string) =>
    some.filter((slot) => roomsOf(slot.id).includes(room));
  for (let left = [...slots]; left.length > 0;) {
    const shared = left.findIndex((slot) => roomsOf(slot.id).length > 1);
    const block = shared < 0 ? left : left.slice(0, shared);
    const own = new Map<string, Slot>();
    for (const room of cursor.keys()) {
      const shortened = shorten(inRoom(left, room), freeIn(room));
      const ofBlock = shortened.filter((slot) => block.some((one) => one.id === slot.id));
      for (const slot of ofBlock) own.set(slot.id, slot);
      cursor.set(room, endOf(ofBlock, freeIn(room)));
    }
    done.push(...block.map((slot) => own.get(slot.id) ?? slot));
    const [common, ...rest] = left.slice(block.length);
    left = rest;
    if (!common) continue;
    const rooms = roomsOf(common.id);
    const begin = Math.max(common.planned, ...rooms.map(freeIn));
    const start = common.fixed ? common.planned : begin;
    const shortest = rooms
      .flatMap((room) => shorten([common, ...inRoom(rest, room)], start).slice(0, 1))
      .reduce((least, slot) => (slot.length < least.length ? slot : least), common);
    done.push(shortest);
    for (const room of rooms) cursor.set(room, Math.max(freeIn(room), start + shortest.length));
  }
  return done;
}

/** The minute at which the last of these sessions ends when they are laid from `free` on. */
function endOf(slots: readonly Slot[], free: DayMinute): DayMinute {
  return Math.max(free, ...lay(slots, free).map((slot) => slot.start + slot.length));
}

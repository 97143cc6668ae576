import { apportion } from '../model/apportion';
import type { DayMinute } from '../model/units';

/** A session that has not begun, on the grid of whole minutes. */
export interface Slot {
  id: string;
  /** Where it is planned now: it never begins earlier. */
  planned: DayMinute;
  /** Whole minutes. */
  length: number;
  /** Whole minutes that may be taken off its length; a fixed one keeps it in any case. */
  spare: number;
  fixed: boolean;
}

export interface Laid extends Slot {
  start: DayMinute;
}

/** Rooms by name, with the minute from which each is free. */
export type Free = ReadonlyMap<string, DayMinute>;

/** In which rooms a session is, by its id. */
export type RoomsOfSlot = (id: string) => readonly string[];

/**
 * Lays sessions one after another from `free` on: fixed ones stay, the others wait for their turn.
 * One that could not begin before a fixed one does comes after it.
 */
export function lay(slots: readonly Slot[], free: DayMinute): Laid[] {
  return layTogether(slots, new Map([['', free]]), () => ['']);
}

/** As `lay`, for rooms side by side: a session waits until all the rooms that it is in are free. */
export function layTogether(slots: readonly Slot[], free: Free, roomsOf: RoomsOfSlot): Laid[] {
  const waiting = [...slots];
  const laid: Laid[] = [];
  const cursor = new Map(free);
  const freeIn = (rooms: readonly string[]) =>
    Math.max(0, ...rooms.map((one) => cursor.get(one) ?? 0));
  while (waiting[0]) {
    const [first] = waiting;
    const rooms = roomsOf(first.id);
    const turn = Math.max(first.planned, freeIn(rooms));
    const isDue = (slot: Slot) =>
      slot.fixed && slot.planned <= turn && roomsOf(slot.id).some((room) => rooms.includes(room));
    const at = first.fixed ? 0 : Math.max(0, waiting.findIndex(isDue));
    for (const slot of waiting.splice(at, 1)) {
      const own = roomsOf(slot.id);
      const start = slot.fixed ? slot.planned : turn;
      const end = Math.max(freeIn(own), start + slot.length);
      for (const room of own) cursor.set(room, end);
      laid.push({ ...slot, start });
    }
  }
  return laid;
}

/**
 * Takes minutes off the sessions that have some to spare until each stretch between fixed sessions
 * is over in time: before the fixed one that ends it, the last at its planned end. No more is taken
 * than helps; what cannot be won this way travels on.
 */
export function shorten(slots: readonly Slot[], free: DayMinute): Slot[] {
  const shortened: Slot[] = [];
  let stretch: Slot[] = [];
  let begin = free;
  const close = (deadline: DayMinute) => {
    if (stretch.length === 0) return;
    const done = shortenStretch(stretch, begin, deadline);
    shortened.push(...done);
    begin = Math.max(begin, ...lay(done, begin).map((slot) => slot.start + slot.length));
    stretch = [];
  };
  for (const slot of slots) {
    if (!slot.fixed) {
      stretch.push(slot);
      continue;
    }
    close(slot.planned);
    shortened.push(slot);
    begin = Math.max(begin, slot.planned + slot.length);
  }
  close(Math.max(0, ...stretch.map((slot) => slot.planned + slot.length)));
  return shortened;
}

function shortenStretch(slots: readonly Slot[], free: DayMinute, deadline: DayMinute): Slot[] {
  let current = [...slots];
  for (;;) {
    const laid = lay(current, free);
    const overrun = Math.max(0, ...laid.map((slot) => slot.start + slot.length)) - deadline;
    const first = Math.max(
      0,
      laid.findLastIndex((slot) => slot.start === slot.planned),
    );
    const waiting = laid.slice(first + 1).map((slot) => slot.start - slot.planned);
    const chain = current.slice(first);
    const cuts = cutInProportion(Math.min(overrun, ...waiting), chain);
    if (!cuts.some((cut) => cut > 0)) return current;
    current = [
      ...current.slice(0, first),
      ...chain.map((slot, at) => {
        const cut = cuts[at] ?? 0;
        return { ...slot, length: slot.length - cut, spare: slot.spare - cut };
      }),
    ];
  }
}

/** Minutes to take off each session: in proportion to the lengths, never more than it can spare. */
export function cutInProportion(
  wanted: number,
  slots: ReadonlyArray<Pick<Slot, 'length' | 'spare'>>,
): number[] {
  const cuts = slots.map(() => 0);
  let left = Math.max(0, wanted);
  while (left > 0) {
    const open = slots.map((slot, at) => slot.spare - (cuts[at] ?? 0));
    const shares = apportion(
      left,
      slots.map((slot, at) => ((open[at] ?? 0) > 0 ? slot.length : 0)),
    );
    let taken = 0;
    shares.forEach((share, at) => {
      const cut = Math.min(share, open[at] ?? 0);
      cuts[at] = (cuts[at] ?? 0) + cut;
      taken += cut;
    });
    if (taken === 0) return cuts;
    left -= taken;
  }
  return cuts;
}

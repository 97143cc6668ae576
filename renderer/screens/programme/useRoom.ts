import { useState } from 'react';

export interface ChosenRoom {
  /** The room that the keys act on; undefined where there is only one. */
  room: string | undefined;
  choose(room: string): void;
}

/** Remembered per event while the page is open, so that a look at another screen changes nothing. */
const chosen = new Map<string, string>();

/** The room whose sessions are started and ended here; the first one until another is chosen. */
export function useRoom(event: string, rooms: readonly string[]): ChosenRoom {
  const [wanted, setWanted] = useState(() => chosen.get(event));
  const room = rooms.length > 1 ? (rooms.find((one) => one === wanted) ?? rooms[0]) : undefined;
  return {
    room,
    choose: (name) => {
      chosen.set(event, name);
      setWanted(name);
    },
  };
}

import { z } from 'zod';

const rectangle = { x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) };

/** Where the desk's own window was when it was seen last; in the system's own pixels (DIP). */
export const windowPlaceSchema = z.object({ ...rectangle, maximised: z.boolean() });
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of a display that a window may take: all of it but the system's bars. */
export interface Room {
  workArea: Rectangle;
}

/** Without `x` and `y` the system puts the window in the middle of the main display. */
export interface Place {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximised: boolean;
}

/** A window on 13 inches, when none was there before. */
export const FIRST_PLACE: Place = { width: 1366, height: 768, maximised: false };

/** So much of a window's upper edge, by which it is taken and moved, has to be on a display. */
const GRIP = { width: 120, height: 32 };

/**
 * Where the window opens: where it was, if that place is still on a display, and never larger than
 * that display. A display that is gone takes the place with it, the size stays.
 */
export function placeOn(displays: readonly Room[], was: WindowPlace | undefined): Place {
  if (!was) return FIRST_PLACE;
  const grip = { ...was, height: GRIP.height };
  const there = displays.find(({ workArea }) => {
    const seen = shared(grip, workArea);
    return seen.width >= GRIP.width && seen.height >= GRIP.height;
  });
  const { maximised } = was;
  const largest = (there ?? displays[0])?.workArea ?? was;
  const width = Math.min(was.width, largest.width);
  const height = Math.min(was.height, largest.height);
  return there ? { x: was.x, y: was.y, width, height, maximised } : { width, height, maximised };
}

function shared(a: Rectangle, b: Rectangle): { width: number; height: number } {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return { width, height };
}

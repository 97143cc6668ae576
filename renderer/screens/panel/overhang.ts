interface Edges {
  top: number;
  bottom: number;
}

/** Room for the row that was opened, and beneath what it opened into, px. */
const ABOVE = 56;
const BELOW = 8;

/**
 * By how much a room has to be scrolled until a part of it is in sight whole, px: as little as that
 * takes, and never so far that its beginning and the row above it are gone.
 */
export function overhang(part: Edges, room: Edges): number {
  const above = part.top - ABOVE - room.top;
  if (above < 0) return above;
  return Math.max(0, Math.min(above, part.bottom + BELOW - room.bottom));
}

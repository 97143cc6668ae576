/** A row or a card that something can be dropped at, as it lies on the screen (CSS pixels). */
export interface Target {
  session: string;
  /** What follows it in its room, '' = nothing. */
  next: string;
  top: number;
  height: number;
}

/** Where what is dragged would go: before a session (null = last), and on which side of which target. */
export interface DropPlace {
  before: string | null;
  at: string;
  side: 'before' | 'after';
}

/**
 * The place for a pointer at height `y` over a target: its upper half is before it, its lower half
 * after. Null where nothing would move, or where it would come before one that has begun.
 */
export function dropPlace(
  dragged: string,
  target: Target,
  y: number,
  hasBegun: (session: string) => boolean,
): DropPlace | null {
  const side = y < target.top + target.height / 2 ? 'before' : 'after';
  const before = side === 'before' ? target.session : target.next;
  if (target.session === dragged || before === dragged) return null;
  if (before !== '' && hasBegun(before)) return null;
  return { before: before === '' ? null : before, at: target.session, side };
}

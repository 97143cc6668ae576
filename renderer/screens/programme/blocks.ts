import type { Session } from '../../../shared/model/session';
import { isIn } from '../../../shared/programme/order';
import type { Projection } from '../../../shared/programme/project';

interface Placed {
  session: Session;
}

/** A stretch of the day: one session for everybody, or what the rooms have side by side. */
export type Block<T extends Placed> =
  | { common: T }
  | { rooms: ReadonlyArray<{ room: string; sessions: readonly T[] }> };

/** The day in stretches, for rooms as columns. Every room has its column in every stretch. */
export function blocksOf<T extends Placed>(
  programme: readonly T[],
  rooms: readonly string[],
): Block<T>[] {
  const blocks: Block<T>[] = [];
  let open: T[] = [];
  const close = () => {
    if (open.length === 0) return;
    const sideBySide = open;
    const inRoom = (room: string) => sideBySide.filter((one) => one.session.room === room);
    blocks.push({ rooms: rooms.map((room) => ({ room, sessions: inRoom(room) })) });
    open = [];
  };
  for (const one of programme) {
    if (one.session.room !== '') open.push(one);
    else {
      close();
      blocks.push({ common: one });
    }
  }
  close();
  return blocks;
}

/** Before which session one has to be put to move a step; undefined where there is no step. */
export interface Steps {
  up: string | undefined;
  /** null = last. */
  down: string | null | undefined;
}

/**
 * One step in its own room. What everybody shares steps over all that the rooms have side by side.
 */
export function stepsOf(
  { session }: Projection,
  programme: readonly Projection[],
  rooms: readonly string[],
): Steps {
  const ids =
    session.room === '' && rooms.length > 1
      ? blocksOf(programme, rooms).map((block) => firstOf(block, programme))
      : programme.filter((one) => isIn(one.session, session.room)).map((one) => one.session.id);
  const at = ids.indexOf(session.id);
  const isLast = at === ids.length - 1;
  return { up: ids[at - 1], down: isLast ? undefined : (ids[at + 2] ?? null) };
}

function firstOf(block: Block<Placed>, programme: readonly Placed[]): string {
  if ('common' in block) return block.common.session.id;
  const ids = new Set(block.rooms.flatMap((one) => one.sessions.map(({ session }) => session.id)));
  return programme.find(({ session }) => ids.has(session.id))?.session.id ?? '';
}

/** What follows a session in its room; '' where it is the last. */
export function followerOf({ session }: Projection, programme: readonly Projection[]): string {
  const after = programme.slice(programme.findIndex((one) => one.session.id === session.id) + 1);
  const follower =
    session.room === '' ? after[0] : after.find((one) => isIn(one.session, session.room));
  return follower?.session.id ?? '';
}

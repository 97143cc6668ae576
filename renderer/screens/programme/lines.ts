import type { Session } from '../../../shared/model/session';
import { inOrder } from '../../../shared/programme/order';
import type { Projection } from '../../../shared/programme/project';
import type { Removed } from './useRemoving';

/** A line of the run sheet: a session, or where one was just removed. */
export type Line = { session: Session } & ({ one: Projection } | { removed: Removed });

/** The sessions with, between them, what was just removed where it stood. */
export function linesOf(programme: readonly Projection[], removed: readonly Removed[]): Line[] {
  const lines = new Map<string, Line>();
  for (const one of removed) lines.set(one.session.id, { session: one.session, removed: one });
  for (const one of programme) lines.set(one.session.id, { session: one.session, one });
  return inOrder([...lines.values()].map((line) => line.session)).flatMap(
    ({ id }) => lines.get(id) ?? [],
  );
}

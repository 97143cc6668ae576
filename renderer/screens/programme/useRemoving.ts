import { useState } from 'react';
import type { Session } from '../../../shared/model/session';
import { useEventDesk } from '../../desk';
import { useSend } from '../../parts/useSend';

/** A session that was taken out just now, for the place where it stood. */
export interface Removed {
  session: Session;
  /** The command to undo. */
  of: string;
}

export interface Removing {
  removed: readonly Removed[];
  remove(session: Session): void;
  undo(one: Removed): void;
  /** Takes the line away; the session stays removed. */
  dismiss(session: string): void;
}

/** Removing without being asked, and taking it back where it stood. */
export function useRemoving(): Removing {
  const { state } = useEventDesk();
  const send = useSend();
  const [kept, setKept] = useState<readonly Session[]>([]);
  const dismiss = (id: string) => setKept((all) => all.filter((one) => one.id !== id));
  const removed = kept.flatMap((session) => {
    const done = state.recent.findLast(
      ({ kind, undoneBy, changes }) =>
        kind === 'session.remove' && !undoneBy && changes.some((one) => one.id === session.id),
    );
    return done && !state.sessions.has(session.id) ? [{ session, of: done.cmd }] : [];
  });
  return {
    removed,
    remove: (session) => {
      void send({ type: 'session.remove', session: session.id }).then((done) => {
        if (done) setKept((all) => [...all.filter((one) => one.id !== session.id), session]);
      });
    },
    undo: ({ session, of }) => {
      void send({ type: 'undo', of }).then((done) => {
        if (!done) return;
        dismiss(session.id);
        // Its row comes back in this render or the next.
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>(`[data-row="${CSS.escape(session.id)}"]`)?.focus(),
        );
      });
    },
    dismiss,
  };
}

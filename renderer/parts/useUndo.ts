import { useCallback } from 'react';
import type { Done } from '../../shared/model/done';
import { useEventDesk } from '../desk/EventDesk';
import { useSend } from './useSend';

export interface Undo {
  /** What would be undone, if anything. */
  last: Done | undefined;
  undo(): Promise<boolean>;
}

/**
 * Undo of the last thing done in one area of the work, never of another screen's: at the panel
 * nobody takes back a check-in. `areas` are the beginnings of command types, e.g. `floor.`; `concerns`
 * narrows them further where two do the same work side by side.
 */
export function useUndo(
  areas: readonly string[],
  concerns: (done: Done) => boolean = () => true,
): Undo {
  const { state } = useEventDesk();
  const send = useSend();
  const last = state.recent.findLast(
    (done) => !done.undoneBy && areas.some((area) => done.kind.startsWith(area)) && concerns(done),
  );
  const of = last?.cmd;
  const undo = useCallback(
    async () => (of === undefined ? false : send({ type: 'undo', of })),
    [of, send],
  );
  return { last, undo };
}

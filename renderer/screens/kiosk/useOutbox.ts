import { useCallback, useEffect, useState } from 'react';
import { ulid } from 'ulid';
import type { Outcome } from '../../../shared/contract';
import type { Answers } from '../../../shared/model/feedback';
import { useDesk } from '../../desk';
import { useKiosk } from './KioskEvent';
import { Outbox } from './outbox';

/** How often sheets that wait are tried again, ms. */
const AGAIN = 10_000;

/** What became of a sheet: the desk has it, it waits here for the desk, or the desk does not take it. */
export type Fate = 'saved' | 'kept' | 'refused';

interface Sending {
  /** Sheets that the desk has not saved yet. */
  waiting: number;
  refused: Extract<Outcome, { ok: false }> | undefined;
  /** Never rejects. */
  give(answers: Answers): Promise<Fate>;
}

/** What guests gave, until the desk has it: sent at once, and again until it has been taken. */
export function useOutbox(): Sending {
  const desk = useDesk();
  const { id: event, online } = useKiosk();
  const [outbox] = useState(
    () =>
      new Outbox({
        store: window.sessionStorage,
        event,
        newId: () => ulid(),
        give: (ask) => desk.ask('event.command', { event, ask }),
      }),
  );
  const [told, setTold] = useState(() => ({ waiting: outbox.waiting, refused: outbox.refused }));
  const tell = useCallback(
    () => setTold({ waiting: outbox.waiting, refused: outbox.refused }),
    [outbox],
  );
  const { waiting } = told;
  useEffect(() => {
    if (waiting === 0 || !online) return undefined;
    const again = () => void outbox.send().then(tell);
    again();
    const timer = setInterval(again, AGAIN);
    return () => clearInterval(timer);
  }, [outbox, waiting, online, tell]);
  const give = useCallback(
    async (answers: Answers): Promise<Fate> => {
      const { refused } = outbox;
      outbox.put(answers);
      tell();
      await outbox.send();
      tell();
      if (outbox.waiting > 0) return 'kept';
      return outbox.refused === refused ? 'saved' : 'refused';
    },
    [outbox, tell],
  );
  return { ...told, give };
}

import { useEffect, useState } from 'react';
import type { AnswerOf, EventSummary, Failure } from '../../../shared/contract';
import { failureOf, useDesk } from '../../desk';

/** Another event's programme, once it is read. */
export interface Others {
  /** The other events of this desk, the latest first; null until they are known. */
  events: readonly EventSummary[] | null;
  event: string;
  choose(event: string): void;
  programme: AnswerOf<'programme.read'> | null;
  failure: Failure | null;
}

/** The other events of this desk and the programme of the one that is chosen; at first the latest. */
export function useOthers(own: string): Others {
  const desk = useDesk();
  const [events, setEvents] = useState<readonly EventSummary[] | null>(null);
  const [event, setEvent] = useState('');
  const [programme, setProgramme] = useState<Others['programme']>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let here = true;
    desk.ask('events.list', {}).then(
      (all) => {
        if (!here) return;
        const others = all
          .filter((one) => one.id !== own)
          .toSorted((a, b) => b.date.localeCompare(a.date));
        setEvents(others);
        setEvent((others.find((one) => !one.locked) ?? others[0])?.id ?? '');
      },
      (error: unknown) => here && setFailure(failureOf(error)),
    );
    return () => {
      here = false;
    };
  }, [desk, own]);

  useEffect(() => {
    if (event === '') return;
    let here = true;
    setProgramme(null);
    setFailure(null);
    desk.ask('programme.read', { event }).then(
      (read) => here && setProgramme(read),
      (error: unknown) => here && setFailure(failureOf(error)),
    );
    return () => {
      here = false;
    };
  }, [desk, event]);

  return { events, event, choose: setEvent, programme, failure };
}

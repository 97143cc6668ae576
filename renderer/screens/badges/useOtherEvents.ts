import { useEffect, useState } from 'react';
import type { EventSummary } from '../../../shared/contract';
import { useDesk } from '../../desk';

/** The other events of this desk that are open, the latest first; none until they are known. */
export function useOtherEvents(own: string): readonly EventSummary[] {
  const desk = useDesk();
  const [events, setEvents] = useState<readonly EventSummary[]>([]);
  useEffect(() => {
    let here = true;
    desk.ask('events.list', {}).then(
      (all) => {
        if (!here) return;
        const others = all.filter((one) => one.id !== own && !one.locked);
        setEvents(others.toSorted((a, b) => b.date.localeCompare(a.date)));
      },
      // The list only offers something; without it the file is still there.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [desk, own]);
  return events;
}

import { useCallback, useMemo, useState } from 'react';
import type { Participant } from '../../../shared/model/participant';
import type { Table } from '../../../shared/model/table';

/** The people ticked to come in together; who is no longer there is no longer ticked. */
export function useTicks(participants: Table<Participant>) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const ticked = useMemo(
    () => [...ids].flatMap((id) => participants.get(id) ?? []),
    [ids, participants],
  );
  const toggle = useCallback((id: string) => {
    setIds((last) => {
      const next = new Set(last);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const clear = useCallback(() => setIds(new Set()), []);
  return { ids, ticked, toggle, clear };
}

import { useCallback, useState } from 'react';

/** Which session is being edited in its place: its id, `new` for one to be added, null for none. */
export interface Editing {
  session: string | null;
  /** Another one each time a form is opened: a form closed and opened at once begins afresh. */
  turn: number;
  begin(session: string): void;
  end(): void;
}

export function useEditing(): Editing {
  const [{ session, turn }, setOpen] = useState<{ session: string | null; turn: number }>({
    session: null,
    turn: 0,
  });
  const begin = useCallback(
    (wanted: string) =>
      setOpen((is) => (is.session === wanted ? is : { session: wanted, turn: is.turn + 1 })),
    [],
  );
  const end = useCallback(() => setOpen((is) => ({ ...is, session: null })), []);
  return { session, turn, begin, end };
}

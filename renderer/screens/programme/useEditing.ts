import { useCallback, useState } from 'react';

/** Which session is being edited in its place: its id, `new` for one to be added, null for none. */
export interface Editing {
  session: string | null;
  begin(session: string): void;
  end(): void;
}

export function useEditing(): Editing {
  const [session, setSession] = useState<string | null>(null);
  const end = useCallback(() => setSession(null), []);
  return { session, begin: setSession, end };
}

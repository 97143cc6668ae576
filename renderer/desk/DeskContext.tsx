import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Desk } from '../../shared/contract';

const DeskContext = createContext<Desk | null>(null);

/** Gives the screens their desk; which transport is behind it they never know. */
export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk that this page talks to. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk needs a DeskProvider around it');
  return desk;
}

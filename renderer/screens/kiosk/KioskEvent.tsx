import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Failure } from '../../../shared/contract';
import type { Question } from '../../../shared/model/feedback';
import { failureOf, useDesk, useEventDesk } from '../../desk';

/** All that a kiosk knows of its event. */
export interface KioskEvent {
  id: string;
  name: string;
  accent: string;
  /** The event's own questions. */
  questions: readonly Question[];
  /** Nothing more can be given: personal data were erased. */
  over: boolean;
  /** How one may leave: with the PIN, by being asked, or not at all on a device that is a kiosk and nothing else. */
  way: 'pin' | 'free' | 'none';
  /** Whether the desk was heard when it was asked last. */
  online: boolean;
}

const KioskContext = createContext<KioskEvent | null>(null);

export function useKiosk(): KioskEvent {
  const kiosk = useContext(KioskContext);
  if (!kiosk) throw new Error('useKiosk needs a kiosk around it');
  return kiosk;
}

/** At the desk itself, and on a device with screens of its own: as the replica knows the event. */
export function KioskOfDesk({ children }: { children: ReactNode }) {
  const { eventId, online, state } = useEventDesk();
  const { name, accent, questions, erasedAt, pinHash } = state.event;
  const kiosk = useMemo<KioskEvent>(
    () => ({
      id: eventId,
      name,
      accent,
      questions,
      over: erasedAt !== null,
      way: pinHash !== '' && erasedAt === null ? 'pin' : 'free',
      online,
    }),
    [eventId, name, accent, questions, erasedAt, pinHash, online],
  );
  return <KioskContext value={kiosk}>{children}</KioskContext>;
}

/** How often a device asks whether the questions are still the same and the desk still there, ms. */
const ASKS_EVERY = 10_000;

interface DeviceProps {
  event: string;
  /** Until the desk has told what it asks, with the reason when it cannot. */
  waiting(failure: Failure | undefined): ReactNode;
  children: ReactNode;
}

/** On a device that is paired as a kiosk: it is told the questions and nothing else. */
export function KioskOfDevice({ event, waiting, children }: DeviceProps) {
  const desk = useDesk();
  const [kiosk, setKiosk] = useState<KioskEvent | null>(null);
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    let here = true;
    const ask = async () => {
      try {
        const told = await desk.ask('kiosk.read', { event });
        if (here) setKiosk({ ...told, id: event, way: 'none', online: true });
      } catch (error) {
        if (!here) return;
        setFailure(failureOf(error));
        setKiosk((last) => last && { ...last, online: false });
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), ASKS_EVERY);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [desk, event]);
  if (!kiosk) return waiting(failure);
  return <KioskContext value={kiosk}>{children}</KioskContext>;
}

import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ReactNode } from 'react';
import type { Command } from '../../shared/commands/command';
import type { Failure, Outcome, Slept } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import { useDesk } from './DeskContext';
import { Drafts } from './drafts';
import { Replica } from './replica';
import type { Saved } from './saving';
import { DraftsContext } from './useDraft';

/** One event as a screen sees it, and the way to ask for something. */
export interface EventDesk {
  eventId: string;
  state: EventState;
  /** The desk's clock, corrected by the last frame; ms since the epoch. */
  now(): number;
  /** Never rejects: what could not be carried out comes as an outcome that says why. */
  send(command: Command): Promise<Outcome>;
  saved: Saved;
  /** Tries whether the desk can save again, without a command. Never rejects. */
  trySaving(): Promise<void>;
  /** Why the last command could not be carried out, while it is `failed`. */
  failure?: Failure;
  /** Why the desk could not make its last backup; everything may be saved all the same. */
  notBackedUp?: Failure;
  /** Whether the desk has been heard within the last seconds. */
  online: boolean;
  /** From when until when the desk's machine slept last: somebody's turn may have gone on meanwhile. */
  slept: Slept | null;
}

const EventContext = createContext<EventDesk | null>(null);

interface Props {
  eventId: string;
  /** Shown until the desk has told the state, with the reason when it cannot. */
  waiting(failure: Failure | undefined): ReactNode;
  children: ReactNode;
}

/** Keeps a replica of one event for the screens inside. */
export function EventDeskProvider({ eventId, waiting, children }: Props) {
  const desk = useDesk();
  const replica = useMemo(() => new Replica(desk, eventId), [desk, eventId]);
  const { state, saved, failure, notBackedUp, online, slept } = useSyncExternalStore(
    replica.subscribe,
    replica.snapshot,
  );
  const drafts = useDraftsOf(eventId);
  const value = useMemo<EventDesk | null>(() => {
    if (!state) return null;
    const now = () => replica.clock.now();
    const { send, trySaving } = replica;
    return { eventId, state, now, send, trySaving, saved, failure, notBackedUp, online, slept };
  }, [replica, eventId, state, saved, failure, notBackedUp, online, slept]);
  if (!value || !drafts) return waiting(failure);
  return (
    <DraftsContext value={drafts}>
      <EventContext value={value}>{children}</EventContext>
    </DraftsContext>
  );
}

/** What was typed here before the page was loaded again; null until the desk has told it. */
function useDraftsOf(eventId: string): Drafts | null {
  const desk = useDesk();
  const [drafts, setDrafts] = useState<Drafts | null>(null);
  useEffect(() => {
    let here = true;
    void new Drafts(desk, eventId).load().then((loaded) => here && setDrafts(loaded));
    return () => {
      here = false;
    };
  }, [desk, eventId]);
  return drafts;
}

/** The event this screen is about. */
export function useEventDesk(): EventDesk {
  const value = useContext(EventContext);
  if (!value) throw new Error('useEventDesk needs an EventDeskProvider around it');
  return value;
}

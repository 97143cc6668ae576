import { useCallback, useState, useSyncExternalStore } from 'react';
import { ulid } from 'ulid';
import type { BadgeSettings, Failure } from '../../../shared/contract';
import { isOver } from '../../../shared/print';
import type { ReprintReason } from '../../../shared/print';
import { failureOf, useDesk, useEventDesk } from '../../desk';
import { watchOf } from './jobsWatch';
import type { Job } from './jobsWatch';
import type { Look } from './toLookAt';

/** Badges to print, by the desk that this page talks to. */
export interface Wanted {
  who: readonly string[];
  settings: BadgeSettings;
  /** The one chosen for the layout where it is left out. */
  printer?: string;
  again?: ReprintReason;
}

export interface PrintJobs {
  /** What was asked for and is not out yet, the oldest first. */
  waiting: readonly Job[];
  /** Badges that somebody should look at before handing them out. */
  looks: readonly Look[];
  /** Somebody has looked at the badges of that job. */
  markSeen(job: string): void;
  /** Why the last question could not be carried out. */
  failure: Failure | undefined;
  /** Answers why the badges are not on the list; null when they are. */
  send(wanted: Wanted): Promise<Failure | null>;
  retry(job: Job, printer?: string): Promise<void>;
  cancel(job: Job): Promise<void>;
  settle(job: Job, cameOut: boolean): Promise<void>;
  /** The sheets are turned; `top` is the one that the printer takes first. */
  backs(job: Job, top: 'first' | 'last'): Promise<void>;
}

const notNow = () => () => undefined;

/** The to-print list of this event on its desk, kept fresh, and what can be done about it. */
export function usePrintJobs(): PrintJobs {
  const desk = useDesk();
  const { eventId, online } = useEventDesk();
  const watch = watchOf(desk, eventId);
  // A desk that is not heard is not asked either; what was known last stands until it is back.
  const jobs = useSyncExternalStore(online ? watch.subscribe : notNow, watch.snapshot);
  const looks = useSyncExternalStore(online ? watch.subscribe : notNow, watch.lookSnapshot);
  const [failure, setFailure] = useState<Failure>();

  const carryOut = useCallback(
    async (ask: () => Promise<unknown>) => {
      try {
        setFailure(undefined);
        await ask();
        return null;
      } catch (error) {
        const why = failureOf(error);
        setFailure(why);
        return why;
      } finally {
        await watch.refresh();
      }
    },
    [watch],
  );
  const send = useCallback(
    ({ who, printer, again, settings }: Wanted) => {
      const named = { ...(printer && { printer }), ...(again && { again }) };
      const asked = { event: eventId, who: [...who], settings, id: ulid(), ...named };
      return carryOut(() => desk.ask('print.send', asked));
    },
    [desk, eventId, carryOut],
  );
  return {
    waiting: jobs.filter((one) => !isOver(one.phase)),
    looks,
    markSeen: watch.markSeen,
    failure,
    send,
    retry: async ({ id }, printer) => {
      await carryOut(() => desk.ask('print.retry', { job: id, ...(printer && { printer }) }));
    },
    cancel: async ({ id }) => {
      await carryOut(() => desk.ask('print.cancel', { job: id }));
    },
    settle: async ({ id }, cameOut) => {
      await carryOut(() => desk.ask('print.settle', { job: id, cameOut }));
    },
    backs: async ({ id }, top) => {
      await carryOut(() => desk.ask('print.backs', { job: id, top }));
    },
  };
}

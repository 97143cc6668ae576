import { powerSaveBlocker } from 'electron';
import type { EventState } from '../../shared/model/state';

/** A session that was begun longer ago was only forgotten, ms. */
const FORGOTTEN_MS = 16 * 3_600_000;

/** How often it is looked whether a running session has become a forgotten one, ms. */
const LOOK_MS = 10 * 60_000;

/** Whether something is going on at an event, at `now`. */
export function isUnderWay({ sessions }: Pick<EventState, 'sessions'>, now: number): boolean {
  for (const { startedAt, endedAt } of sessions) {
    if (startedAt !== null && endedAt === null && now - startedAt < FORGOTTEN_MS) return true;
  }
  return false;
}

/** What keeps the machine from going to sleep. */
export interface Awake {
  /** An event's newest state; null once it is closed. */
  event(id: string, state: EventState | null): void;
  /** How many stage screens are open. */
  stages(open: number): void;
}

/** Keeps machine and displays awake while a session runs or a stage screen is open, and no longer. */
export function keepAwake(now: () => number): Awake {
  const states = new Map<string, EventState>();
  let stages = 0;
  let blocking: number | null = null;
  const settle = () => {
    const wanted = stages > 0 || [...states.values()].some((state) => isUnderWay(state, now()));
    if (wanted && blocking === null) blocking = powerSaveBlocker.start('prevent-display-sleep');
    if (!wanted && blocking !== null) {
      powerSaveBlocker.stop(blocking);
      blocking = null;
    }
  };
  setInterval(settle, LOOK_MS).unref();
  return {
    event: (id, state) => {
      if (state) states.set(id, state);
      else states.delete(id);
      settle();
    },
    stages: (open) => {
      stages = open;
      settle();
    },
  };
}

import { useEffect, useMemo, useReducer } from 'react';
import type { LiveSignal } from '../../../shared/contract';
import type { Duration, Instant } from '../../../shared/model/units';
import { inRoom } from '../../../shared/stage/project';
import type { StageView } from '../../../shared/stage/view';
import { useDesk } from '../../desk';
import { DeskClock } from '../../desk/deskClock';
import { isStale } from './stale';
import type { Line } from './stale';

/** How often a stage screen looks at its clock, ms: often enough that seconds change evenly. */
const TICK = 200;

/** What a stage screen shows at this moment. */
export interface StageNow {
  /** The last that the desk told; null until it has told anything. */
  view: StageView | null;
  /** The desk's clock, which goes on here when the desk is silent. */
  now: Instant;
  /** The desk has not been heard for nearly three seconds. */
  stale: boolean;
}

interface Stage extends Line {
  view: StageView | null;
  clock: DeskClock;
}

type Step = { steady: Duration; signal?: LiveSignal };

function afterStep(stage: Stage, { steady, signal }: Step): Stage {
  if (!signal) return { ...stage, steady };
  if (signal.type === 'lost') return { ...stage, steady, lost: true };
  const view = signal.type === 'stage' ? signal.view : stage.view;
  return { ...stage, view, heard: steady, lost: false, steady };
}

const start = (): Stage => ({
  view: null,
  clock: new DeskClock(),
  heard: null,
  lost: false,
  steady: performance.now(),
});

/** Listens to the stage of one event and ticks on between the desk's frames; `room` = one of several, else ''. */
export function useStage(event: string, room = ''): StageNow {
  const desk = useDesk();
  const [stage, step] = useReducer(afterStep, null, start);
  const { clock } = stage;

  useEffect(() => {
    const stop = desk.live(event, 'stage', (signal) => {
      if (signal.type !== 'lost') clock.correct(signal.now);
      step({ steady: performance.now(), signal });
    });
    const timer = setInterval(() => step({ steady: performance.now() }), TICK);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [desk, event, clock]);

  const view = useMemo(() => stage.view && inRoom(stage.view, room), [stage.view, room]);
  return { view, now: clock.now(), stale: isStale(stage) };
}

import type { Failure, LiveSignal, LiveView } from '../../shared/contract';
import { stateToJson } from '../../shared/model/state';
import type { EventState } from '../../shared/model/state';
import { stageView } from '../../shared/stage/project';
import type { StageView } from '../../shared/stage/view';
import type { Clock } from './clock';
import type { EventDesk } from './eventDesk';
import type { EventShelf } from './eventShelf';
import { asDeskError, isLocked } from './failure';
import type { Passphrases } from './passphrases';

/** How often a listener is told that the desk is there, in ms. */
const ALIVE_MS = 1_000;

/** How often a stage is told anew what is projected, which moves with time alone, in ms. */
const STAGE_MS = 5_000;

export interface Listening {
  event: string;
  view: LiveView;
  listener: (signal: LiveSignal) => void;
}

/** Tells listeners of events what they may know, at once and then as it changes. */
export interface Live {
  /** Answers the function that ends it. */
  listen(listening: Listening): () => void;
}

export function createLive(
  shelf: EventShelf,
  clock: Clock,
  log: (line: string) => void,
  passphrases: Pick<Passphrases, 'onUnlocked'>,
): Live {
  const stageFrame = sharedStageFrame(clock);
  return {
    listen: ({ event, view, listener }) => {
      let stop = () => {};
      let stopped = false;
      let told = 0;
      let open: EventDesk | null = null;
      let opening = false;
      const tell = (signal: LiveSignal) => {
        told = clock.now();
        listener(signal);
      };
      const whole = (state: EventState) =>
        tell(
          view === 'stage'
            ? stageFrame(state)
            : { type: 'state', state: stateToJson(state), now: clock.now() },
        );
      const reset = (state: EventState | null) => {
        if (state) return whole(state);
        open = null;
        listener({ type: 'lost' });
      };
      const begin = async () => {
        if (open || opening) return;
        opening = true;
        try {
          const desk = await shelf.open(event);
          if (stopped) return;
          open = desk;
          whole(desk.state);
          stop();
          stop = desk.listen((commit, state) => {
            if (view === 'stage') tell(stageFrame(state));
            else tell({ type: 'commit', commit, now: clock.now() });
          }, reset);
        } catch (error) {
          if (!isLocked(error)) log(`live: ${asDeskError(error).code}`);
          listener({ type: 'lost' });
        } finally {
          opening = false;
        }
      };
      void begin();
      const deaf = passphrases.onUnlocked(event, () => void begin());
      const alive = setInterval(() => {
        const due = view === 'stage' && open && clock.now() - told >= STAGE_MS;
        if (due && open) tell(stageFrame(open.state));
        else listener({ type: 'alive', now: clock.now(), ...troubleOf(view === 'desk' && open) });
      }, ALIVE_MS);
      alive.unref();
      return () => {
        stopped = true;
        clearInterval(alive);
        deaf();
        stop();
      };
    },
  };
}

/** Why nothing can be saved, if so. */
function troubleOf(desk: EventDesk | false | null): { notSaving?: Failure } {
  const notSaving = desk ? desk.notSaving?.toFailure() : undefined;
  return notSaving ? { notSaving } : {};
}

/** One projection serves all stage screens that are told of one state at the same time. */
function sharedStageFrame(clock: Clock): (state: EventState) => LiveSignal {
  let last: { state: EventState; view: StageView; now: number } | null = null;
  return (state) => {
    const now = clock.now();
    if (last?.state !== state || now - last.now >= ALIVE_MS) {
      last = { state, view: stageView(state, now), now };
    }
    return { type: 'stage', view: last.view, now };
  };
}

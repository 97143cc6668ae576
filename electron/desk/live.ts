import type { Failure, LiveSignal, LiveView } from '../../shared/contract';
import { stateToJson } from '../../shared/model/state';
import type { Commit } from '../../shared/facts/commit';
import type { EventState } from '../../shared/model/state';
import { stageView } from '../../shared/stage/project';
import type { StageView } from '../../shared/stage/view';
import type { Instant } from '../../shared/model/units';
import type { Clock, Sleep } from './clock';
import type { EventDesk } from './eventDesk';
import type { EventShelf } from './eventShelf';
import type { BackupKeeper } from './backupKeeper';
import { asDeskError, isLocked } from './failure';
import type { Passphrases } from './passphrases';

/** How often a listener is told that the desk is there, in ms. */
const ALIVE_MS = 1_000;

/** How often a stage is told anew what is projected, which moves with time alone, in ms. */
const STAGE_MS = 5_000;

/** What is told within so many ms counts as told at one time. */
const SAME_MS = 5;

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
  backups: Pick<BackupKeeper, 'trouble'>,
): Live {
  const stageFrame = sharedStageFrame(clock);
  const commitFrame = sharedCommitFrame(clock);
  const aliveFrame = sharedAliveFrame();
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
            else tell(commitFrame(commit));
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
        const now = clock.now();
        if (view === 'stage' && open && now - told >= STAGE_MS) tell(stageFrame(open.state));
        else if (view === 'stage') listener(aliveFrame(now));
        else {
          const trouble = { ...troubleOf(open), ...backupTroubleOf(backups, event) };
          listener({ type: 'alive', now, ...trouble, ...sleepOf(clock) });
        }
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
function troubleOf(desk: EventDesk | null): { notSaving?: Failure } {
  const notSaving = desk?.notSaving?.toFailure();
  return notSaving ? { notSaving } : {};
}

/** Why there is no newer backup, if one was due. */
function backupTroubleOf(backups: Pick<BackupKeeper, 'trouble'>, event: string) {
  const notBackedUp = backups.trouble(event)?.toFailure();
  return notBackedUp ? { notBackedUp } : {};
}

/** From when until when the machine slept last: somebody's turn may have gone on meanwhile. */
function sleepOf(clock: Clock): { slept?: Sleep } {
  const slept = clock.slept?.();
  return slept ? { slept } : {};
}

/**
 * One projection serves all stage screens that are told of one state within a second, and one frame
 * those that are told at the same time: the transport then writes it out once.
 */
function sharedStageFrame(clock: Clock): (state: EventState) => LiveSignal {
  let last: { state: EventState; view: StageView; at: Instant; frame: StageFrame } | null = null;
  return (state) => {
    const now = clock.now();
    if (last?.state !== state || now - last.at >= ALIVE_MS) {
      const view = stageView(state, now);
      last = { state, view, at: now, frame: { type: 'stage', view, now } };
    } else if (now - last.frame.now > SAME_MS) {
      last.frame = { type: 'stage', view: last.view, now };
    }
    return last.frame;
  };
}

type StageFrame = Extract<LiveSignal, { type: 'stage' }>;

/** All who are told of a commit hear one frame: an import is megabytes, and is written out once. */
function sharedCommitFrame(clock: Clock): (commit: Commit) => LiveSignal {
  let last: Extract<LiveSignal, { type: 'commit' }> | null = null;
  return (commit) => {
    if (last?.commit !== commit) last = { type: 'commit', commit, now: clock.now() };
    return last;
  };
}

/** As for the projection: listeners whose turn comes at the same time hear one and the same frame. */
function sharedAliveFrame(): (now: Instant) => LiveSignal {
  let last = { type: 'alive' as const, now: 0 };
  return (now) => {
    if (now < last.now || now - last.now > SAME_MS) last = { type: 'alive', now };
    return last;
  };
}

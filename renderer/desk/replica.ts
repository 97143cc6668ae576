import type { Command } from '../../shared/commands/command';
import { DeskError } from '../../shared/contract';
import type { Desk, Failure, LiveSignal, Outcome, Slept } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import { fold } from '../../shared/facts/fold';
import { stateFromJson } from '../../shared/model/state';
import type { EventState, StateJson } from '../../shared/model/state';
import { Asking } from './asking';
import { DeskClock } from './deskClock';
import { Saving } from './saving';
import type { Saved } from './saving';

/** The state comes by itself over the line; after this many ms without it the desk is asked why. */
const PATIENCE_MS = 1_500;

/** Failures after which this device has no business with the event. */
const GONE: ReadonlySet<string> = new Set(['seal.locked', 'desk.notPaired']);

/** What a screen knows at one moment; a new object whenever anything in it changes. */
export interface Snapshot {
  /** null until the desk has told it. */
  state: EventState | null;
  saved: Saved;
  /** Why the last command was not carried out, or why there is no state. */
  failure: Failure | undefined;
  /** Why the desk could not make its last backup. */
  notBackedUp: Failure | undefined;
  online: boolean;
  /** From when until when the desk's machine slept last while it ran. */
  slept: Slept | null;
}

/**
 * A screen's copy of one event: the desk's state at first, then every commit folded with the same
 * pure function that the desk uses. It listens while somebody is subscribed.
 */
export class Replica {
  readonly clock = new DeskClock();
  readonly #desk: Desk;
  readonly #event: string;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot = {
    state: null,
    saved: 'saved',
    failure: undefined,
    notBackedUp: undefined,
    online: true,
    slept: null,
  };
  #stop: (() => void) | undefined;
  readonly #saving = new Saving();
  readonly #asking = new Asking();

  constructor(desk: Desk, event: string) {
    this.#desk = desk;
    this.#event = event;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#stop ??= this.#listen();
    return () => {
      this.#listeners.delete(listener);
      // Asked again at once by a component that only re-mounts: hang up a moment later.
      setTimeout(() => this.#hangUp());
    };
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  /** Never rejects: what could not be carried out comes as an outcome with the failure's code. */
  readonly send = async (command: Command): Promise<Outcome> => {
    this.#saving.begin();
    this.#change(this.#saving.word);
    try {
      const outcome = await this.#asking.ask(command, (id) =>
        this.#desk.ask('event.command', { event: this.#event, ask: { id, command } }),
      );
      if (outcome.ok) this.#saving.done();
      else this.#saving.refused();
      this.#change(this.#saving.word);
      return outcome;
    } catch (error) {
      const failure = failureOf(error);
      this.#saving.failed(failure);
      this.#change(this.#saving.word);
      this.#forgetWhatIsLocked(failure);
      return { ok: false, code: failure.code, params: failure.params, reason: failure.message };
    }
  };

  /** Tries whether the desk can save again; what it says is the new word. Never rejects. */
  readonly trySaving = async (): Promise<void> => {
    this.#saving.begin();
    try {
      await this.#desk.ask('event.save', { event: this.#event });
      this.#saving.done();
    } catch (error) {
      this.#saving.failed(failureOf(error));
    }
    this.#change(this.#saving.word);
  };

  #listen(): () => void {
    const stop = this.#desk.live(this.#event, 'desk', (signal) => this.#hear(signal));
    const doubt = setTimeout(() => {
      if (!this.#snapshot.state) void this.#join();
    }, PATIENCE_MS);
    return () => {
      clearTimeout(doubt);
      stop();
    };
  }

  #hangUp(): void {
    if (this.#listeners.size > 0) return;
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Asks for the whole state: says why when there is none, and mends a gap between commits. */
  async #join(): Promise<void> {
    try {
      const { state, now } = await this.#desk.ask('event.state', { event: this.#event });
      this.clock.correct(now);
      // Commits may have come over the line while the answer was on its way.
      if ((this.#snapshot.state?.seq ?? -1) < state.seq) this.#take(state);
    } catch (error) {
      const failure = failureOf(error);
      if (this.#snapshot.state === null) this.#change({ failure });
      this.#forgetWhatIsLocked(failure);
    }
  }

  /**
   * An event locked at the desk is locked here too, and a device that was put out keeps nothing: of
   * either, nothing stays on the screen.
   */
  #forgetWhatIsLocked(failure: Failure): void {
    if (GONE.has(failure.code)) this.#change({ state: null, failure });
  }

  #hear(signal: LiveSignal): void {
    if (signal.type === 'lost') {
      this.#change({ online: false });
      this.#asking.lost();
      void this.#join();
      return;
    }
    this.clock.correct(signal.now);
    if (!this.#snapshot.online) {
      this.#asking.found();
      this.#saving.reached();
      this.#change({ online: true, ...this.#saving.word });
    }
    if (signal.type === 'alive') {
      this.#tellTrouble(signal.notSaving);
      this.#tellBackup(signal.notBackedUp);
      this.#tellSleep(signal.slept ?? null);
    }
    if (signal.type === 'state') this.#take(signal.state);
    if (signal.type === 'commit') this.#fold(signal.commit);
  }

  #tellTrouble(notSaving: Failure | undefined): void {
    // Before there is a state, a failure says why there is none.
    if (this.#snapshot.state === null) return;
    this.#saving.told(notSaving);
    const { saved, failure } = this.#saving.word;
    const same = saved === this.#snapshot.saved && failure?.code === this.#snapshot.failure?.code;
    if (!same) this.#change({ saved, failure });
  }

  #tellBackup(notBackedUp: Failure | undefined): void {
    if (notBackedUp?.code !== this.#snapshot.notBackedUp?.code) this.#change({ notBackedUp });
  }

  #tellSleep(slept: Slept | null): void {
    if (slept?.to !== this.#snapshot.slept?.to) this.#change({ slept });
  }

  /** The desk's word stands, whatever was here: it may have been restarted on other data. */
  #take(json: StateJson): void {
    const known = this.#snapshot.state;
    this.#change({ state: stateFromJson(json), ...(known ? {} : { failure: undefined }) });
  }

  #fold(commit: Commit): void {
    this.#asking.heard(commit);
    const { state } = this.#snapshot;
    if (!state || commit.seq <= state.seq) return;
    if (commit.seq > state.seq + 1) {
      void this.#join();
      return;
    }
    this.#change({ state: fold(state, commit) });
  }

  #change(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** Any error as the failure that a person can be told. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DeskError) return error.toFailure();
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'desk.unexpected', params: { message }, message };
}

import type { Ask, Command, CommandOf } from '../../shared/commands/command';
import type { Context, Decision, Refusal } from '../../shared/commands/context';
import { decide } from '../../shared/commands/decide';
import { decideImportInSteps } from '../../shared/commands/people';
import type { DeskError, Outcome } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import type { FactBody } from '../../shared/facts/fact';
import { fold } from '../../shared/facts/fold';
import { standsFor } from '../../shared/intake/standing';
import { toPublic } from '../../shared/model/public';
import type { EventState } from '../../shared/model/state';
import type { Clock } from './clock';
import type { Identity } from './identity';
import type { OpenStore } from './openStore';
import { Answered } from './answered';
import { asDeskError } from './failure';
import { inStretches } from './stretches';
import { reasonOf } from './words';

/** Told of every commit once it is durable, in order. */
export type CommitListener = (commit: Commit, state: EventState) => void;

/** Told when the state is another one than the commits have led to: the files were written anew. Null when it is gone. */
export type ResetListener = (state: EventState | null) => void;

interface Surroundings {
  store: OpenStore;
  /** Opens the files again after they were closed for a while. */
  reopen(): Promise<OpenStore>;
  clock: Clock;
  identity: Identity;
  /** Name of this desk, as facts state it. */
  desk: string;
}

/** So often an import is decided anew because of what was changed meanwhile; then in one piece. */
const TRIES = 4;

/**
 * One event that is open on this desk. Every change takes the same way: decide on the newest state,
 * append the facts, and only when they are durable fold them for the listeners and answer.
 */
export class EventDesk {
  private decided: EventState;
  private durable: EventState;
  private readonly answered = new Answered();
  private readonly listeners = new Set<CommitListener>();
  private readonly resets = new Set<ResetListener>();
  private store: OpenStore;
  /** Settles when the files may be used again. */
  private rest: Promise<void> | null = null;
  /** Counts the failures to save: what was decided before one does not outlive it. */
  private run = 0;
  private tail: Promise<unknown> = Promise.resolve();
  private refusing: DeskError | null = null;
  private isGone = false;

  constructor(private readonly around: Surroundings) {
    this.store = around.store;
    this.durable = around.store.state;
    this.decided = around.store.state;
  }

  /** Everything acknowledged so far. */
  get state(): EventState {
    return this.durable;
  }

  /** The files could not be opened again after a rework: nothing more comes from here. */
  get gone(): boolean {
    return this.isGone;
  }

  /** Why nothing can be saved at the moment, or null. */
  get notSaving(): DeskError | null {
    return this.refusing;
  }

  /** Tries whether everything can be saved again, without waiting for the next command. */
  async save(): Promise<void> {
    while (this.rest) await this.rest;
    await this.tail.catch(() => undefined);
    try {
      await this.store.save(this.durable);
      this.refusing = null;
    } catch (error) {
      this.refusing = asDeskError(error);
      throw this.refusing;
    }
  }

  listen(listener: CommitListener, reset: ResetListener = () => {}): () => void {
    this.listeners.add(listener);
    this.resets.add(reset);
    return () => {
      this.listeners.delete(listener);
      this.resets.delete(reset);
    };
  }

  /** All commits from the first, for export. */
  commits(): AsyncIterable<Commit> {
    return this.store.commits();
  }

  /**
   * Carries out a command; the answer comes when its facts are durable. Asked twice with one id it
   * is done once. Throws a DeskError when it cannot be saved; then nothing of it has happened.
   */
  commit(ask: Ask): Promise<Outcome> {
    if (this.rest) return this.rest.then(() => this.commit(ask));
    const { id, command } = ask;
    if (id === undefined) return this.carryOut(command, undefined);
    const earlier = this.answered.get(id) ?? this.doneBefore(id);
    if (earlier) return earlier;
    const outcome = this.carryOut(command, id);
    this.answered.keep(id, outcome);
    return outcome;
  }

  /**
   * Carries an import out as `commit` does, all of it or nothing, but decides it in short stretches, and other
   * commands go on between them. It is decided anew where one of them has changed what it rests on.
   */
  async importRows(command: CommandOf<'participants.import'>): Promise<Outcome> {
    for (let tries = 0; tries < TRIES; tries++) {
      while (this.rest) await this.rest;
      const on = this.decided;
      if (on.event.erasedAt !== null) break;
      const now = this.around.clock.now();
      const decision = await inStretches(decideImportInSteps(on, command, this.contextAt(now)));
      if (!this.rest && this.restsOn(on))
        return this.conclude(() => decision, command, undefined, now);
    }
    return this.commit({ command });
  }

  /** Whether an import decided on an earlier state would be decided alike now. */
  private restsOn({ event, participants }: EventState): boolean {
    return event === this.decided.event && standsFor(participants, this.decided.participants);
  }

  /** Appends facts that were decided elsewhere: the beginning of an event. */
  async begin(kind: string, facts: readonly FactBody[]): Promise<void> {
    const now = this.around.clock.now();
    await this.append(this.around.identity.newId(now), kind, facts, now);
  }

  /** Takes over a commit as another desk or an exported file states it. */
  async receive(commit: Commit): Promise<void> {
    await this.keep({ ...commit, seq: this.decided.seq + 1 });
  }

  /**
   * Closes the files, lets `work` change them, and opens them again; commands that come meanwhile wait. Every
   * listener is given the state that the files hold then. Rejects when the work does, with the files open
   * again, or with the reason why they cannot be opened: then the event is gone until it is asked for anew.
   */
  async rework<T>(work: (before: EventState) => Promise<T>): Promise<T> {
    while (this.rest) await this.rest;
    let done = () => {};
    this.rest = new Promise((resolve) => {
      done = resolve;
    });
    try {
      await this.tail.catch(() => undefined);
      await this.store.close();
      const [worked] = await Promise.allSettled([work(this.durable)]);
      await this.openAgain();
      if (worked.status === 'rejected') throw worked.reason;
      return worked.value;
    } finally {
      this.rest = null;
      done();
    }
  }

  private async openAgain(): Promise<void> {
    try {
      this.store = await this.around.reopen();
    } catch (error) {
      this.isGone = true;
      for (const reset of this.resets) reset(null);
      throw error;
    }
    this.durable = this.store.state;
    this.decided = this.store.state;
    this.refusing = null;
    for (const reset of this.resets) reset(this.durable);
  }

  /** Writes the database and lets go of the files. */
  async close(): Promise<void> {
    while (this.rest) await this.rest;
    this.listeners.clear();
    this.resets.clear();
    await this.tail.catch(() => undefined);
    await this.store.close();
  }

  private carryOut(command: Command, id: string | undefined): Promise<Outcome> {
    const now = this.around.clock.now();
    const decideNow = () => decide(this.decided, command, this.contextAt(now));
    return this.conclude(decideNow, command, id, now);
  }

  private contextAt(now: number): Context {
    const { desk, identity } = this.around;
    const newId = () => identity.newId(now);
    return { now, desk, newId, newCode: (tag) => this.freshCode(tag) };
  }

  /** Makes the facts of a decision durable and answers; it must have been made on `decided`. */
  private async conclude(
    decideOn: () => Decision,
    command: Command,
    id: string | undefined,
    now: number,
  ): Promise<Outcome> {
    const decision = decideOn();
    if ('refusal' in decision) {
      // It may rest on what is being saved just now: it stands only once that is durable.
      if (this.decided === this.durable) return this.refusalOutcome(decision.refusal);
      const saved = await this.tail.then(
        () => true,
        () => false,
      );
      return saved ? this.refusalOutcome(decision.refusal) : this.carryOut(command, id);
    }
    const cmd = id ?? this.around.identity.newId(now);
    const after = await this.append(cmd, command.type, decision.facts, now);
    const person = after.participants.get(decision.participant ?? '');
    return {
      ok: true,
      seq: after.seq,
      cmd,
      ...(decision.status ? { status: decision.status } : {}),
      ...(decision.otherDay ? { otherDay: decision.otherDay } : {}),
      ...(decision.group ? { group: decision.group } : {}),
      ...(person ? { participant: toPublic(person) } : {}),
    };
  }

  /** A command of before the files were opened, asked again. */
  private doneBefore(id: string): Promise<Outcome> | undefined {
    const seq = this.store.commands.get(id);
    return seq === undefined ? undefined : Promise.resolve({ ok: true, seq, cmd: id });
  }

  private append(
    cmd: string,
    kind: string,
    bodies: readonly FactBody[],
    at: number,
  ): Promise<EventState> {
    if (bodies.length === 0) return this.tail.then(() => this.durable);
    const { desk, identity } = this.around;
    const facts = bodies.map((body) => ({ id: identity.newId(at), at, desk, ...body }));
    return this.keep({ seq: this.decided.seq + 1, cmd, kind, facts });
  }

  /**
   * Folds at once, so that the next command is decided on what this one leads to; should it not be
   * saved, those decided on it fail with it and the state is again what is durable.
   */
  private async keep(commit: Commit): Promise<EventState> {
    const after = fold(this.decided, commit);
    const { run } = this;
    this.decided = after;
    const saving = this.store.append(commit, this.durable);
    this.tail = saving;
    try {
      await saving;
    } catch (error) {
      this.refusing = asDeskError(error);
      if (run === this.run) {
        this.run++;
        this.decided = this.durable;
      }
      throw this.refusing;
    }
    this.refusing = null;
    this.durable = after;
    this.store.saved(after);
    for (const listener of this.listeners) listener(commit, after);
    return after;
  }

  private freshCode(tag: string): string {
    let code = this.around.identity.newCode(tag);
    while (this.decided.codes.has(code)) code = this.around.identity.newCode(tag);
    return code;
  }

  private refusalOutcome({ code, params = {}, status, participants }: Refusal): Outcome {
    return {
      ok: false,
      code,
      params,
      reason: reasonOf({ code, params }, this.durable.event.timeZone),
      ...(status ? { status } : {}),
      ...(participants ? { participants: participants.map(toPublic) } : {}),
    };
  }
}

import type { Ask, Command } from '../../shared/commands/command';
import type { Refusal } from '../../shared/commands/context';
import { decide } from '../../shared/commands/decide';
import type { DeskError, Outcome } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import type { FactBody } from '../../shared/facts/fact';
import { fold } from '../../shared/facts/fold';
import { toPublic } from '../../shared/model/public';
import type { EventState } from '../../shared/model/state';
import type { Clock } from './clock';
import type { Identity } from './identity';
import type { OpenStore } from './openStore';
import { Answered } from './answered';
import { asDeskError } from './failure';
import { reasonOf } from './words';

/** Told of every commit once it is durable, in order. */
export type CommitListener = (commit: Commit, state: EventState) => void;

interface Surroundings {
  store: OpenStore;
  clock: Clock;
  identity: Identity;
  /** Name of this desk, as facts state it. */
  desk: string;
}

/**
 * One event that is open on this desk. Every change takes the same way: decide on the newest state,
 * append the facts, and only when they are durable fold them for the listeners and answer.
 */
export class EventDesk {
  private decided: EventState;
  private durable: EventState;
  private readonly answered = new Answered();
  private readonly listeners = new Set<CommitListener>();
  /** Counts the failures to save: what was decided before one does not outlive it. */
  private run = 0;
  private tail: Promise<unknown> = Promise.resolve();
  private refusing: DeskError | null = null;

  constructor(private readonly around: Surroundings) {
    this.durable = around.store.state;
    this.decided = around.store.state;
  }

  /** Everything acknowledged so far. */
  get state(): EventState {
    return this.durable;
  }

  /** Why nothing can be saved at the moment, or null. */
  get notSaving(): DeskError | null {
    return this.refusing;
  }

  listen(listener: CommitListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** All commits from the first, for export. */
  commits(): AsyncIterable<Commit> {
    return this.around.store.commits();
  }

  /**
   * Carries out a command; the answer comes when its facts are durable. Asked twice with one id it
   * is done once. Throws a DeskError when it cannot be saved; then nothing of it has happened.
   */
  commit({ id, command }: Ask): Promise<Outcome> {
    if (id === undefined) return this.carryOut(command, undefined);
    const earlier = this.answered.get(id) ?? this.doneBefore(id);
    if (earlier) return earlier;
    const outcome = this.carryOut(command, id);
    this.answered.keep(id, outcome);
    return outcome;
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

  /** Writes the database and lets go of the files. */
  async close(): Promise<void> {
    this.listeners.clear();
    await this.tail.catch(() => undefined);
    await this.around.store.close();
  }

  private async carryOut(command: Command, id: string | undefined): Promise<Outcome> {
    const now = this.around.clock.now();
    const decision = decide(this.decided, command, {
      now,
      desk: this.around.desk,
      newId: () => this.around.identity.newId(now),
      newCode: (tag: string) => this.freshCode(tag),
    });
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
      ...(person ? { participant: toPublic(person) } : {}),
    };
  }

  /** A command of before the last start, asked again. */
  private doneBefore(id: string): Promise<Outcome> | undefined {
    if (!this.durable.recent.some((done) => done.cmd === id)) return undefined;
    return Promise.resolve({ ok: true, seq: this.durable.seq, cmd: id });
  }

  private async append(cmd: string, kind: string, bodies: readonly FactBody[], at: number) {
    if (bodies.length === 0) {
      await this.tail;
      return this.durable;
    }
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
    const saving = this.around.store.append(commit, this.durable);
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
    this.around.store.saved(after);
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

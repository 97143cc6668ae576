import type { Disk } from '../disk';
import type { EventStore, EventStoreOptions } from '../eventStore';
import { systemCode } from '../storeError';
import type { Tally, TallyCommit } from '../tally';
import type { Asked, Ledger } from './ledger';
import type { Act, Trouble } from './plan';
import type { RunningDisk, SimulatedDisk } from './simulatedDisk';
import { turns } from './turns';

/** The store that is tried: as it is, or with one of its guards broken. */
export interface Subject {
  open(options: EventStoreOptions<Tally, TallyCommit>): Promise<EventStore<Tally, TallyCommit>>;
  /** Stands between the store and the disk. */
  through?(disk: Disk): Disk;
  /** What is added to the options of an event: a seal. */
  extra?: Partial<EventStoreOptions<Tally, TallyCommit>>;
}

/** Puts the disk in trouble. */
export function trouble(disk: SimulatedDisk, what: Trouble, snapshotFile: string): void {
  const { faults } = disk;
  if (what.kind === 'fault') faults.schedule(what.fault);
  else if (what.kind === 'short') faults.longestWrite = what.bytes;
  else if (what.kind === 'swallow') faults.swallowing = `${snapshotFile}.tmp`;
  else faults.room = disk.used + what.bytes;
}

/** One run of the program at work: asks as a desk does, and keeps the ledger. */
export class Working {
  readonly #store: EventStore<Tally, TallyCommit>;
  readonly #running: RunningDisk;
  readonly #ledger: Ledger;
  /** Set while anything may be refused. */
  troubled = false;
  #tip: Asked | null;
  #failures = 0;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #under = new Set<Promise<void>>();
  readonly #wrong: string[] = [];

  constructor(store: EventStore<Tally, TallyCommit>, running: RunningDisk, ledger: Ledger) {
    this.#store = store;
    this.#running = running;
    this.#ledger = ledger;
    this.#tip = ledger.saved.at(-1) ?? null;
  }

  async act(act: Exclude<Act, { do: 'trouble' | 'heal' }>): Promise<void> {
    if (act.do === 'commit') await this.#commits(act.commits, act.pause);
    else if (act.do === 'snapshot') this.#follow(this.#snapshot(act.back));
    else if (act.do === 'settle') await this.settled();
    else await turns(act.turns);
    this.#mustBeRight();
  }

  /** Waits for every answer. */
  async settled(): Promise<void> {
    await Promise.all(this.#under);
    this.#mustBeRight();
  }

  /** A commit that has to be saved now. */
  async mustWork(): Promise<void> {
    this.troubled = false;
    await this.#commit([5]);
    this.#mustBeRight();
  }

  async #commits(commits: readonly number[][], pause: number): Promise<void> {
    for (const lengths of commits) {
      this.#follow(this.#commit(lengths));
      await turns(pause);
    }
  }

  #follow(work: Promise<void>): void {
    const followed = work.finally(() => this.#under.delete(followed));
    this.#under.add(followed);
  }

  #mustBeRight(): void {
    const [wrong] = this.#wrong;
    if (wrong) throw new Error(wrong);
  }

  async #commit(lengths: readonly number[]): Promise<void> {
    const asked = this.#ledger.ask(lengths, this.#tip);
    const failures = this.#failures;
    this.#tip = asked;
    try {
      await this.#append(asked);
      if (!this.#running.stopped) this.#ledger.save(asked);
    } catch (error) {
      if (this.#running.stopped) return;
      if (!(error instanceof Error && error.name === 'StoreError')) this.#wrong.push(String(error));
      if (!this.troubled) this.#wrong.push(`refused without a reason: ${String(error)}`);
      asked.fate = this.#store.broken ? 'doubtful' : 'refused';
      if (failures === this.#failures) {
        this.#failures++;
        this.#tip = this.#ledger.saved.at(-1) ?? null;
      }
    }
  }

  /** One after the other: a commit must not overtake another that waits for the journal to be written afresh. */
  #append({ commit }: Asked): Promise<void> {
    const ready = this.#turn.then(() => (this.#store.broken ? this.#recover() : undefined));
    this.#turn = ready.catch(() => undefined);
    return ready.then(() => this.#store.append(commit));
  }

  async #recover(): Promise<void> {
    const words = this.#ledger.words();
    await this.#store.recover(words, words.length);
    if (!this.#running.stopped) this.#ledger.settle();
  }

  async #snapshot(back: number): Promise<void> {
    const words = this.#ledger.words(Math.max(0, back));
    for (let ahead = back; ahead < 0; ahead++) words.push('nobody saved this');
    try {
      await this.#store.snapshot(words, words.length);
      if (back < 0 && !this.#running.stopped) this.#wrong.push('a snapshot ahead of the journal');
    } catch (error) {
      if (this.#running.stopped || back < 0 || this.troubled) return;
      if (systemCode(error) !== 'order') this.#wrong.push(`no snapshot: ${String(error)}`);
    }
  }
}

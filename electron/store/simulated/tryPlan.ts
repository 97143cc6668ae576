import { join } from 'node:path';
import { JOURNAL_FILE, SNAPSHOT_FILE } from '../eventFiles';
import type { FileProblem } from '../problem';
import { tallyOptions } from '../tally';
import { Ledger } from './ledger';
import { Working, trouble } from './life';
import type { Subject } from './life';
import { drawLots } from './lots';
import type { Damage, Life, Plan } from './plan';
import { SimulatedDisk } from './simulatedDisk';
import type { RunningDisk } from './simulatedDisk';

const DATA = '/data';
const FOLDER = join(DATA, 'events', 'event');

/**
 * Carries a plan out and throws at the first thing that must not be. What is held to:
 * - everything acknowledged is recovered, in its order, nothing twice, and nothing that was never asked;
 * - what is recovered is a run: each commit stands behind the one it was decided on;
 * - what one opening has shown, every later one shows;
 * - a commit answered with an error is not recovered, unless the journal could not be put back (a failed sync,
 *   or a cut that failed) and the program ended before it was written afresh;
 * - nothing is refused without trouble, an event opens writable and without a word of damage, and work goes on
 *   when the trouble ends;
 * - no handle is written to or synced after a failed sync of it.
 */
export async function tryPlan(plan: Plan, subject: Subject, damage?: Damage): Promise<void> {
  const trial = new Trial(plan.seed, subject);
  for (const life of plan.lives) await trial.live(life);
  if (damage) await trial.damaged(damage);
  else await trial.finish();
}

class Trial {
  readonly #disk: SimulatedDisk;
  readonly #subject: Subject;
  readonly #ledger = new Ledger();

  constructor(seed: number, subject: Subject) {
    this.#disk = new SimulatedDisk(DATA, drawLots(seed));
    this.#subject = subject;
  }

  async live({ acts, stop, end, opening }: Life): Promise<void> {
    for (const each of opening) trouble(this.#disk, each, SNAPSHOT_FILE);
    const running = this.#disk.start(stop);
    const store = await this.#open(running, opening.length > 0);
    if (store) {
      const working = new Working(store, running, this.#ledger);
      working.troubled = opening.length > 0;
      for (const act of acts) {
        if (running.stopped) break;
        if (act.do === 'trouble') {
          trouble(this.#disk, act.trouble, SNAPSHOT_FILE);
          working.troubled = true;
        } else if (act.do === 'heal') {
          // A byte swallowed in the middle of a file that is then finished well shows in no length.
          if (this.#disk.faults.swallowing) await working.settled();
          this.#disk.faults.heal();
          await working.settled();
          working.troubled = false;
        } else {
          await working.act(act);
        }
      }
      await working.settled();
      await store.close().catch((error: unknown) => {
        if (!running.stopped && !working.troubled) throw error;
      });
    }
    this.#disk.faults.heal();
    if (end === 'kill') this.#disk.kill();
    else this.#disk.powerCut();
    this.#mustBeUsedWell();
  }

  /** With nothing in the way any more: all is there, work goes on, and the history reads back whole. */
  async finish(): Promise<void> {
    for (const powerCut of [false, true]) {
      if (powerCut) this.#disk.powerCut();
      const running = this.#disk.start();
      const store = await this.#open(running, false);
      if (!store) throw new Error('it does not open');
      const working = new Working(store, running, this.#ledger);
      await working.mustWork();
      const words: string[] = [];
      for await (const commit of store.commits()) words.push(...commit.facts);
      this.#ledger.opened(words);
      await store.close();
    }
    this.#disk.powerCut();
    await (await this.#open(this.#disk.start(), false))?.close();
    this.#mustBeUsedWell();
  }

  /** After a flipped bit: all that is not named as lost, and the damaged file kept. */
  async damaged({ file, where }: Damage): Promise<void> {
    await (await this.#open(this.#disk.start(), false))?.close();
    const path = join(FOLDER, file);
    const bytes = this.#disk.file(path)?.bytes.length ?? 0;
    this.#disk.file(path)?.decay(Math.floor((where / 10_000) * bytes));
    const bitten = Buffer.from(this.#disk.file(path)?.bytes ?? []);
    const store = await this.#opened(this.#disk.start()).catch((error: unknown) => {
      // A bit of the version's number may speak of a later program: then nothing is touched. And an event that
      // has no facts yet has nothing to be rebuilt from.
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'newer' || (code === 'damaged' && this.#ledger.saved.length === 0)) return null;
      throw error;
    });
    if (!store) return;
    if (store.problems.length === 0) throw new Error(`the damage of ${file} was not told`);
    const cutOff = file === JOURNAL_FILE && (store.recovery?.dropped ?? 0) > 0;
    this.#ledger.survived(store.state, store.recovery?.lost ?? [], cutOff);
    this.#mustEndWhole();
    await store.close();
    const kept = this.#disk
      .list(FOLDER)
      .some((name) => this.#disk.file(join(FOLDER, name))?.bytes.equals(bitten) ?? false);
    if (!kept) throw new Error(`the damaged ${file} was not kept`);
  }

  /** Opens and holds what is there against the ledger; null when it could not be opened and need not be. */
  async #open(running: RunningDisk, troubled: boolean) {
    let store;
    try {
      store = await this.#opened(running);
    } catch (error) {
      if (running.stopped || troubled) return null;
      throw error;
    }
    if (running.stopped) return null;
    const torn = store.problems.every(isTornWrite);
    if (!torn || store.recovery?.lost.length) throw new Error(JSON.stringify(store.problems));
    this.#ledger.opened(store.state);
    this.#mustEndWhole();
    return store;
  }

  #mustEndWhole(): void {
    const bytes = this.#disk.file(join(FOLDER, JOURNAL_FILE))?.bytes;
    if (bytes?.at(-1) !== 10) throw new Error('a torn end was left in the journal');
  }

  #opened(running: RunningDisk) {
    const disk = this.#subject.through?.(running) ?? running;
    return this.#subject.open({ ...tallyOptions(FOLDER, disk), ...this.#subject.extra });
  }

  #mustBeUsedWell(): void {
    const [misuse] = this.#disk.misuse;
    if (misuse) throw new Error(misuse);
  }
}

/** A write that a power cut has torn may leave lines that are not whole, but only in the journal. */
const isTornWrite = ({ file, what }: FileProblem) =>
  file === JOURNAL_FILE && (what === 'checksum' || what === 'torn-tail');

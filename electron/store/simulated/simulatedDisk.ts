import { basename, dirname } from 'node:path';
import type { Disk, DiskFile } from '../disk';
import { CachedFile } from './cachedFile';
import { Faults, systemError } from './faults';
import type { DiskStep } from './faults';
import type { Lots } from './lots';
import { CachedNames } from './names';
import { turns } from './turns';

/**
 * When a program stops: before its step number `at` (from 0) or, with `done`, after it but unanswered. With
 * `step` only the steps of that kind are counted.
 */
export interface Stop {
  step?: DiskStep;
  at: number;
  done: boolean;
}

/** A simulated disk as one run of a program sees it. */
export interface RunningDisk extends Disk {
  /** The program was stopped: nothing it still asks has any effect. */
  readonly stopped: boolean;
}

/**
 * A disk behind a page cache, in memory. Reads see the cache. A program that is killed loses nothing of what
 * it wrote; a power cut loses what was not synced, see CachedFile and CachedNames for what can be left of it.
 */
export class SimulatedDisk {
  readonly faults = new Faults();
  /** Every step, as 'datasync journal.jsonl'. */
  readonly log: string[] = [];
  /** What no program may do: write to, or sync, a handle after a sync of it has failed. */
  readonly misuse: string[] = [];
  readonly #names: CachedNames;
  readonly #lots: Lots;
  #run: Run | null = null;

  /** `root` is the one folder that is there. `lots` decides what a power cut leaves, and how long steps take. */
  constructor(root: string, lots: Lots) {
    this.#names = new CachedNames(root);
    this.#lots = lots;
  }

  /** Starts a program: gives it the disk until it is stopped. */
  start(stop: Stop | null = null): RunningDisk {
    this.kill();
    this.#run = new Run(this, this.#names, this.#lots, stop);
    return this.#run;
  }

  /** Ends the running program. What it wrote stays in the cache. */
  kill(): void {
    this.#run?.stop();
    this.#run = null;
  }

  /** Ends the running program and takes the power away. */
  powerCut(): void {
    this.kill();
    this.#names.powerCut(this.#lots);
  }

  /** Bytes that all files have together. */
  get used(): number {
    let used = 0;
    for (const file of this.#names.files()) used += file.bytes.length;
    return used;
  }

  /** Names of the files in a folder. */
  list(folder: string): string[] {
    return this.#names.inside(folder).map((path) => basename(path));
  }

  file(path: string): CachedFile | null {
    const entry = this.#names.get(path);
    return entry instanceof CachedFile ? entry : null;
  }
}

class Run implements RunningDisk {
  readonly #owner: SimulatedDisk;
  readonly #names: CachedNames;
  readonly #lots: Lots;
  readonly #stop: Stop | null;
  #counted = 0;
  stopped = false;

  constructor(owner: SimulatedDisk, names: CachedNames, lots: Lots, stop: Stop | null) {
    this.#owner = owner;
    this.#names = names;
    this.#lots = lots;
    this.#stop = stop;
  }

  stop(): void {
    this.stopped = true;
  }

  open(path: string, content: 'keep' | 'empty'): Promise<DiskFile> {
    return this.#step('open', path, () => {
      const there = this.#names.get(path);
      if (there === 'folder') throw systemError('EISDIR', 'open', path);
      const file = there ?? new CachedFile();
      if (!there) {
        this.#inFolder('open', path);
        this.#names.put(path, file);
      }
      if (content === 'empty') file.cut(0);
      return this.#handle(path, file);
    });
  }

  read(path: string): Promise<Buffer> {
    return this.#step('read', path, () => Buffer.from(this.#fileAt('read', path).bytes));
  }

  list(folder: string): Promise<string[]> {
    return this.#step('list', folder, () => {
      if (this.#names.get(folder) !== 'folder') throw systemError('ENOENT', 'list', folder);
      return this.#names.inside(folder).map((path) => basename(path));
    });
  }

  makeFolder(folder: string): Promise<void> {
    return this.#step('makeFolder', folder, () => {
      const missing: string[] = [];
      for (let at = folder; this.#names.get(at) !== 'folder'; at = dirname(at)) missing.push(at);
      for (const path of missing.reverse()) this.#names.put(path, 'folder');
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#step('rename', from, () => {
      this.#fileAt('rename', from);
      this.#inFolder('rename', to);
      this.#names.move(from, to);
    });
  }

  remove(path: string): Promise<void> {
    return this.#step('remove', path, () => {
      this.#fileAt('remove', path);
      this.#names.drop(path);
    });
  }

  syncFolder(folder: string): Promise<void> {
    return this.#step('syncFolder', folder, () => this.#names.sync(folder));
  }

  #handle(path: string, file: CachedFile): DiskFile {
    const { faults, misuse } = this.#owner;
    let syncFailed = false;
    const name = basename(path);
    return {
      write: (bytes, position) => {
        if (syncFailed) misuse.push(`${name} was written to after its sync had failed`);
        return this.#step('write', path, () => {
          const grows = Math.max(0, position + bytes.length - file.bytes.length);
          const room = Math.max(0, faults.room - this.#owner.used);
          const fits = grows <= room ? bytes.length : bytes.length - grows + room;
          const took = Math.min(fits, faults.longestWrite);
          if (took <= 0 && bytes.length > 0) throw systemError('ENOSPC', 'write', path);
          const kept = faults.swallowing === name ? took - 1 : took;
          file.write(bytes.subarray(0, kept), position);
          return took;
        });
      },
      datasync: () => {
        if (syncFailed) misuse.push(`${name} was synced again after a sync had failed`);
        return this.#step(
          'datasync',
          path,
          () => file.sync(),
          () => {
            syncFailed = true;
            file.failSync(this.#lots);
          },
        );
      },
      truncate: (length) => this.#step('truncate', path, () => file.cut(length)),
      size: () => this.#step('size', path, () => file.bytes.length),
      close: () => this.#step('close', path, () => undefined),
    };
  }

  /** Takes its time, fails if it is to, and stops the program where that is wished. */
  async #step<T>(
    step: DiskStep,
    path: string,
    effect: () => T,
    failing: () => void = () => undefined,
  ): Promise<T> {
    await turns(this.#lots.below(3));
    const last = this.#isLast(step);
    if (last && !this.#stop?.done) this.stopped = true;
    if (this.stopped) throw systemError('ESTOPPED', step, path);
    this.#owner.log.push(`${step} ${basename(path)}`);
    const struck = this.#owner.faults.strike(step, path);
    if (struck) failing();
    const result = struck ? null : { effect: effect() };
    if (last) this.stopped = true;
    await turns(this.#lots.below(2));
    if (this.stopped) throw systemError('ESTOPPED', step, path);
    if (result === null) throw struck;
    return result.effect;
  }

  #isLast(step: DiskStep): boolean {
    if (!this.#stop || (this.#stop.step ?? step) !== step) return false;
    return this.#counted++ === this.#stop.at;
  }

  #fileAt(step: DiskStep, path: string): CachedFile {
    const entry = this.#names.get(path);
    if (entry instanceof CachedFile) return entry;
    throw systemError(entry ? 'EISDIR' : 'ENOENT', step, path);
  }

  #inFolder(step: DiskStep, path: string): void {
    if (this.#names.get(dirname(path)) !== 'folder') throw systemError('ENOENT', step, path);
  }
}

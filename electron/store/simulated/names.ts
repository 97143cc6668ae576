import { dirname } from 'node:path';
import type { CachedFile } from './cachedFile';
import type { Lots } from './lots';

/** What a name leads to. */
export type Entry = CachedFile | 'folder';
type Names = Map<string, Entry>;

interface NameChange {
  folders: readonly string[];
  apply(names: Names): void;
}

/**
 * The names of a disk. A change of a name is durable once its folder is synced. Before that a power cut keeps
 * either the changes up to some moment, as a file system with a log does, or any of them, each on its own, as
 * one without a log can (USB sticks). A folder that is lost takes with it everything inside.
 */
export class CachedNames {
  readonly #root: string;
  readonly #disk: Names;
  #cache: Names;
  #changes: NameChange[] = [];

  constructor(root: string) {
    this.#root = root;
    this.#disk = new Map([[root, 'folder']]);
    this.#cache = new Map(this.#disk);
  }

  get(path: string): Entry | undefined {
    return this.#cache.get(path);
  }

  inside(folder: string): string[] {
    return [...this.#cache.keys()].filter((path) => dirname(path) === folder && path !== folder);
  }

  /** Every file the cache knows, each once. */
  files(): Set<CachedFile> {
    return new Set([...this.#cache.values()].filter((entry) => entry !== 'folder'));
  }

  put(path: string, entry: Entry): void {
    this.#change({ folders: [dirname(path)], apply: (names) => void names.set(path, entry) });
  }

  drop(path: string): void {
    const entry = this.#cache.get(path);
    this.#change({
      folders: [dirname(path)],
      apply: (names) => {
        if (names.get(path) === entry) names.delete(path);
      },
    });
  }

  move(from: string, to: string): void {
    const entry = this.#cache.get(from);
    this.#change({
      folders: [dirname(from), dirname(to)],
      apply: (names) => {
        if (names.get(from) === entry) names.delete(from);
        if (entry) names.set(to, entry);
      },
    });
  }

  sync(folder: string): void {
    this.#changes = this.#changes.filter((change) => {
      if (!change.folders.includes(folder)) return true;
      change.apply(this.#disk);
      return false;
    });
  }

  powerCut(lots: Lots): void {
    const withLog = lots.one(2);
    const upTo = lots.below(this.#changes.length + 1);
    for (const [at, change] of this.#changes.entries()) {
      if (withLog ? at < upTo : lots.one(2)) change.apply(this.#disk);
    }
    for (const path of [...this.#disk.keys()].sort()) {
      const inFolder = path === this.#root || this.#disk.get(dirname(path)) === 'folder';
      if (!inFolder) this.#disk.delete(path);
    }
    this.#cache = new Map(this.#disk);
    this.#changes = [];
    for (const file of this.files()) file.powerCut(lots);
  }

  #change(change: NameChange): void {
    this.#changes.push(change);
    change.apply(this.#cache);
  }
}

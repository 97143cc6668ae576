import { basename } from 'node:path';

/** What can be asked of a disk. */
export type DiskStep =
  | 'open'
  | 'read'
  | 'list'
  | 'makeFolder'
  | 'rename'
  | 'remove'
  | 'syncFolder'
  | 'write'
  | 'datasync'
  | 'truncate'
  | 'size'
  | 'close';

/** A step that fails: the first `spare` of them still succeed, then `times` fail with this system code. */
export interface Fault {
  step: DiskStep;
  /** Only for files with this name; for all when left out. */
  file?: string;
  code: string;
  spare?: number;
  times?: number;
}

/** An error as the operating system gives it. */
export function systemError(code: string, step: DiskStep, path: string): Error {
  return Object.assign(new Error(`${code}: ${step} ${basename(path)}`), { code });
}

/** Which steps of a simulated disk fail at the moment, and how. */
export class Faults {
  #due: Required<Omit<Fault, 'file'>>[] & { file?: string }[] = [];
  /** At most so many bytes go out in one write. */
  longestWrite = Infinity;
  /** Bytes that all files together may have; beyond it ENOSPC. */
  room = Infinity;
  /** A file of this name keeps one byte less of a write than it says. */
  swallowing: string | null = null;

  schedule({ spare = 0, times = 1, ...fault }: Fault): void {
    this.#due.push({ ...fault, spare, times });
  }

  /** Everything works again. */
  heal(): void {
    this.#due = [];
    this.longestWrite = Infinity;
    this.room = Infinity;
    this.swallowing = null;
  }

  /** The error this step is to fail with, or null. */
  strike(step: DiskStep, path: string): Error | null {
    const name = basename(path);
    for (const fault of this.#due) {
      if (fault.step !== step || (fault.file ?? name) !== name || fault.times === 0) continue;
      if (fault.spare > 0) {
        fault.spare--;
        continue;
      }
      fault.times--;
      return systemError(fault.code, step, path);
    }
    return null;
  }
}

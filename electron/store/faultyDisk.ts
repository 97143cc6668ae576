import { basename } from 'node:path';
import type { Disk, DiskFile } from './disk';
import { nodeDisk } from './nodeDisk';

/** Operations that can be made to fail. */
export type DiskStep = 'write' | 'datasync' | 'truncate' | 'rename' | 'syncFolder' | 'open';

/** A disk for tests: the real one, which counts what is asked of it and fails on demand. */
export interface FaultyDisk extends Disk {
  /** Every step in order, as 'datasync journal.jsonl'. */
  readonly log: string[];
  count(step: DiskStep, file: string): number;
  /** The next `times` such steps fail with this system code. */
  fail(step: DiskStep, code: string, times?: number): void;
  /** From now on at most so many bytes go out in one write. */
  shorten(bytes: number): void;
  /** After so many more bytes the disk is full; null gives it room again. */
  fillAfter(bytes: number | null): void;
}

export function faultyDisk(): FaultyDisk {
  const log: string[] = [];
  const faults = new Map<DiskStep, { code: string; times: number }>();
  let longest = Infinity;
  let room = Infinity;

  const failure = (code: string) => Object.assign(new Error(`${code}: injected`), { code });
  const step = (kind: DiskStep, path: string) => {
    log.push(`${kind} ${basename(path)}`);
    const fault = faults.get(kind);
    if (!fault || fault.times === 0) return;
    fault.times--;
    throw failure(fault.code);
  };
  const wrap = (file: DiskFile, path: string): DiskFile => ({
    ...file,
    write: async (bytes, position) => {
      step('write', path);
      const allowed = Math.min(bytes.length, longest, room);
      if (allowed === 0) throw failure('ENOSPC');
      room -= allowed;
      return file.write(bytes.subarray(0, allowed), position);
    },
    datasync: async () => {
      step('datasync', path);
      return file.datasync();
    },
    truncate: async (length) => {
      step('truncate', path);
      return file.truncate(length);
    },
  });
  return {
    ...nodeDisk,
    log,
    open: async (path, content) => {
      step('open', path);
      return wrap(await nodeDisk.open(path, content), path);
    },
    rename: async (from, to) => {
      step('rename', from);
      return nodeDisk.rename(from, to);
    },
    syncFolder: async (folder) => {
      step('syncFolder', folder);
      return nodeDisk.syncFolder(folder);
    },
    count: (kind, file) => log.filter((entry) => entry === `${kind} ${file}`).length,
    fail: (kind, code, times = 1) => void faults.set(kind, { code, times }),
    shorten: (bytes) => {
      longest = bytes;
    },
    fillAfter: (bytes) => {
      room = bytes ?? Infinity;
    },
  };
}

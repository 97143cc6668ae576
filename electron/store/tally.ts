import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Disk } from './disk';
import type { EventStoreOptions } from './eventStore';
import { nodeDisk } from './nodeDisk';

/** The smallest event there is, for tests of the store: its facts are words, its state all words so far. */
export interface TallyCommit {
  seq: number;
  cmd: string;
  kind: string;
  facts: string[];
}
export type Tally = readonly string[];

/** A commit whose facts begin with number `seq`. */
export function tallyCommit(seq: number, ...facts: string[]): TallyCommit {
  return { seq, cmd: `cmd-${seq}`, kind: 'say', facts: facts.length > 0 ? facts : [`fact ${seq}`] };
}

/** Commits of one fact each, numbered from..to. */
export function tallyCommits(from: number, to: number): TallyCommit[] {
  return Array.from({ length: to - from + 1 }, (_, i) => tallyCommit(from + i));
}

function words(json: unknown): string[] {
  if (!Array.isArray(json)) throw new Error('not a list');
  return json.map(String);
}

export function tallyCommitFrom(json: unknown): TallyCommit {
  if (typeof json !== 'object' || json === null) throw new Error('not a commit');
  if (!('seq' in json && 'cmd' in json && 'kind' in json && 'facts' in json)) {
    throw new Error('not a commit');
  }
  const { seq, cmd, kind, facts } = json;
  return { seq: Number(seq), cmd: String(cmd), kind: String(kind), facts: words(facts) };
}

export function tallyOptions(
  folder: string,
  disk: Disk = nodeDisk,
): EventStoreOptions<Tally, TallyCommit> {
  return {
    disk,
    folder,
    initial: [],
    fold: (state, commit) => [...state, ...commit.facts],
    commitFrom: tallyCommitFrom,
    fromJson: words,
    serialise: (state) => [JSON.stringify(state)],
    now: () => Date.UTC(2026, 10, 22, 7, 29, 5, 123),
  };
}

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuija-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

import { join } from 'node:path';
import type { AnswerOf } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import { mergedOf } from '../../shared/tour/conflicts';
import type { Merged } from '../../shared/tour/conflicts';
import { beginningOf, isErased, unionOf } from '../../shared/tour/union';
import { readDocument } from '../exchange/export/json';
import { restoreFiles } from '../store/backupRestore';
import type { Disk } from '../store/disk';
import { snapshotPieces } from '../store/durableFile';
import { JOURNAL_FILE, SNAPSHOT_FILE, journalCommits, readIfThere } from '../store/eventFiles';
import { newHistory } from '../store/history';
import { journalHead, journalLine } from '../store/journalLine';
import { KEY_FILE } from '../store/keyFile';
import type { EventFiles } from '../store/backupFile';
import type { Seal } from '../store/seal';
import type { BackupKeeper } from './backupKeeper';
import { aboutOf } from './backupKeeper';
import type { Clock } from './clock';
import type { EventShelf } from './eventShelf';
import { failure } from './failure';
import { EVENT_FORMAT } from './openStore';
import { writtenCommit } from './written';

interface Surroundings {
  disk: Disk;
  shelf: EventShelf;
  keeper: BackupKeeper;
  clock: Clock;
}

/** Two histories of one event, and how they go together. */
export interface Together extends Merged {
  commits: Commit[];
  /** How many facts the other knows that were not here. */
  added: number;
}

/**
 * Puts what is here and what another laptop states of the same event together. Throws a DeskError where the
 * two did not begin as one, where one was erased, or where one fact says two things.
 */
export function together(here: readonly Commit[], there: readonly Commit[]): Together {
  refuseStrangers(here, there);
  if (isErased(here)) throw failure('merge.erasedHere');
  if (isErased(there)) throw failure('merge.erasedThere');
  const union = unionOf(here, there);
  if (union.differing.length > 0) {
    throw failure('merge.contradicts', { count: union.differing.length });
  }
  return { ...mergedOf(union, here, there), commits: union.commits, added: union.there };
}

/** Throws where two histories are not those of one event. */
export function refuseStrangers(here: readonly Commit[], there: readonly Commit[]): void {
  if (beginningOf(here)?.id !== beginningOf(there)?.id) throw failure('merge.apart');
}

/** The event that a document is about; throws where it does not begin with one. */
export function eventIn(commits: readonly Commit[]): string {
  const created = beginningOf(commits);
  if (created?.type !== 'event.created') throw failure('document.noBeginning');
  return created.event.id;
}

/** Takes what another laptop knows of an event into the one that is here. */
export class Merging {
  constructor(private readonly around: Surroundings) {}

  /**
   * An exported document joins the event it is about; one that is not here yet comes in whole. `dryRun` only
   * says what would come of it. What is here becomes a backup first: restoring it takes the merging back.
   */
  async merge(bytes: Uint8Array, dryRun: boolean): Promise<AnswerOf<'events.merge'>> {
    const { shelf } = this.around;
    const there = readDocument(bytes);
    const event = eventIn(there);
    if (!(await shelf.ids()).includes(event)) {
      if (!dryRun) await shelf.receive(event, there);
      const added = there.reduce((sum, { facts }) => sum + facts.length, 0);
      return { event, received: true, added, told: null, before: null };
    }
    const desk = await shelf.open(event);
    const here = await gathered(desk.commits());
    const { added, told } = together(here, there);
    if (dryRun || added === 0) return { event, received: false, added, told, before: null };
    return { event, received: false, ...(await this.carryOut(event, there)) };
  }

  /** Decides once more on what the closed files hold: between looking and closing somebody may have come in. */
  private async carryOut(event: string, there: readonly Commit[]) {
    const { disk, shelf, keeper, clock } = this.around;
    const seal = await shelf.sealOf(event);
    const done = await shelf.rework(event, async (folder, state) => {
      if (!state) throw failure('event.unknown', { id: event });
      const read = journalCommits(disk, folder, Infinity, { commitFrom: writtenCommit, seal });
      const whole = together(await gathered(read), there);
      const key = await readIfThere(disk, join(folder, KEY_FILE));
      const files = filesOf(whole, seal, key);
      const now = { at: clock.now(), event, about: await aboutOf(state) };
      return { whole, before: (await restoreFiles(disk, folder, files, now)).before };
    });
    // The backups of before are of another history now: this is the first of the new one.
    await keeper.before(event, 'snapshot', done.whole.state);
    const { added, told } = done.whole;
    return { added, told, before: done.before };
  }
}

/** Journal and database of a history, as the store reads them. */
function filesOf({ commits, state }: Together, seal: Seal | null, key: Buffer | null): EventFiles {
  const history = newHistory();
  const lines = commits.map((commit) => journalLine(commit, commit.seq, seal));
  const journal = Buffer.from(journalHead(history) + lines.join(''));
  const snapshot = { seq: state.seq, state, history };
  const database = Buffer.from([...snapshotPieces(snapshot, EVENT_FORMAT, seal)].join(''));
  return new Map([
    [JOURNAL_FILE, journal],
    [SNAPSHOT_FILE, database],
    ...(key ? [[KEY_FILE, key] as const] : []),
  ]);
}

/** All commits of a history in a list. */
export async function gathered(commits: AsyncIterable<Commit>): Promise<Commit[]> {
  const all: Commit[] = [];
  for await (const commit of commits) all.push(commit);
  return all;
}

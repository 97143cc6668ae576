import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { Census, scrubCommit, scrubState } from '../../shared/erase';
import { recordRules } from '../../shared/erase/rules';
import type { Commit } from '../../shared/facts/commit';
import { ROLES, SECTORS, sourceSchema, statusSchema } from '../../shared/model/participant';
import type { EventState } from '../../shared/model/state';
import { writeDurably } from '../store/backupFile';
import type { Disk } from '../store/disk';
import { JOURNAL_FILE, SNAPSHOT_FILE, readIfThere } from '../store/eventFiles';
import { lineCommit, parseLine } from '../store/journalLine';
import { journalPieces } from '../store/journalPieces';
import { KEY_FILE } from '../store/keyFile';
import { rewriteEvent } from '../store/rewrite';
import type { Seal } from '../store/seal';
import { Wanted, filesBelow } from './leftovers';
import { EVENT_FORMAT } from './openStore';
import { writtenCommit } from './written';

/** Beside an event's files while its personal data are being erased: whoever opens it next goes on. */
export const ERASE_FILE = 'erase.json';

const INTENT = Buffer.from('{"format":"nuija-erase","version":1}\n');
const KEPT: ReadonlySet<string> = new Set([JOURNAL_FILE, SNAPSHOT_FILE, KEY_FILE]);

/** What was done to an event's files. */
export interface Scrubbed {
  people: number;
  /** Files that are gone, by their paths in the event's folder. */
  removed: string[];
  /** The texts that must not be found any more. */
  wanted: Wanted;
}

/** Resolves once it is durable that the event's personal data are to go. */
export function markErasing(disk: Disk, folder: string): Promise<void> {
  return writeDurably(disk, join(folder, ERASE_FILE), INTENT);
}

/** Takes the mark back. Should this fail, the next opening finds it without its fact and clears it away. */
export async function unmarkErasing(disk: Disk, folder: string): Promise<void> {
  await disk.remove(join(folder, ERASE_FILE)).catch(() => undefined);
}

/** Whether an erasing was begun and, as far as is known, not finished. */
export async function isBeingErased(disk: Disk, folder: string): Promise<boolean> {
  return (await readIfThere(disk, join(folder, ERASE_FILE))) !== null;
}

/**
 * Goes on with an erasing that was interrupted, or clears away the mark of one that never began; to be
 * called with the files of the event closed and the state they hold.
 */
export async function finishErasing(
  disk: Disk,
  folder: string,
  seal: Seal | null,
  state: EventState,
): Promise<void> {
  if (state.event.erasedAt === null) await unmarkErasing(disk, folder);
  else await scrubFiles(disk, folder, seal, state);
}

/** Journal and database anew, and everything else of the event gone, in one step. */
export async function scrubFiles(
  disk: Disk,
  folder: string,
  seal: Seal | null,
  state: EventState,
): Promise<Scrubbed> {
  const census = await takeCensus(disk, folder, seal, state);
  const clean = scrubState(state, census);
  const removed = (await filesBelow(disk, folder)).filter((file) => !KEPT.has(file));
  await rewriteEvent<EventState, Commit>({
    ...EVENT_FORMAT,
    disk,
    folder,
    from: seal,
    to: seal,
    snapshot: { seq: state.seq, state: clean },
    commit: (commit) => scrubCommit(commit, census),
    remove: removed,
  });
  const told = removed.filter((file) => file !== ERASE_FILE);
  return { people: state.participants.size, removed: told, wanted: wantedIn(census, clean) };
}

/** Everything personal that the history and the database hold; lines that were lost hold nothing. */
async function takeCensus(
  disk: Disk,
  folder: string,
  seal: Seal | null,
  state: EventState,
): Promise<Census> {
  const census = new Census();
  const journal = (await readIfThere(disk, join(folder, JOURNAL_FILE))) ?? Buffer.alloc(0);
  for (const { line, from, to, state: found } of journalPieces(journal)) {
    if (found !== 'sound') continue;
    const parsed = parseLine(journal, from, to);
    if (parsed.what === 'commit') census.readCommit(writtenCommit(lineCommit(parsed, seal)));
    if (line % 500 === 0) await otherWork();
  }
  census.readState(state);
  return census;
}

/** What must not be found; texts that the event itself says in public, or its files say of anybody, may be. */
function wantedIn(census: Census, { event, sessions }: EventState): Wanted {
  const names = [...Object.keys(recordRules.participant), ...SECTORS, ...ROLES];
  const enumerated = [...names, ...statusSchema.options, ...sourceSchema.options];
  const open = JSON.stringify([event, [...sessions], enumerated]).toLowerCase();
  const personal = [...census.personal()];
  return new Wanted(
    personal.filter((text) => !open.includes(JSON.stringify(text).slice(1, -1).toLowerCase())),
  );
}

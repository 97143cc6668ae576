import { openSnapshot } from './durableFile';
import { JOURNAL_FILE, SNAPSHOT_FILE } from './eventFiles';
import { lineCommit, parseLine } from './journalLine';
import { journalPieces } from './journalPieces';
import { KEY_FILE, openKeyFile, readKeyFile } from './keyFile';
import type { FileProblem } from './problem';
import type { Seal } from './seal';
import { aesSeal } from './sealAes';
import { readSnapshot } from './snapshot';
import { StoreError } from './storeError';

/** The files of one event as they were read; null for one that is not there. */
export interface SealedFiles {
  database: Buffer | null;
  journal: Buffer | null;
  keyFile: Buffer | null;
}

/** Whether any of the files says that it is sealed. */
function isSealed({ database, journal }: SealedFiles): boolean {
  const second = journal?.indexOf('\n') ?? -1;
  const lines = journal?.toString('latin1', second + 1, second + 400) ?? '';
  return (
    /^\{"crc":"[^"]*","seq":\d+,(?:"group":\d+,)?"n":\d+,"sealed":"/.test(lines) ||
    /^\{"format":"nuija-db",[^{]*"sealed":"/.test(database?.toString('latin1', 0, 400) ?? '')
  );
}

/** `sealed` is null for an event without a passphrase; 'unread' where only checksums could be looked at. */
export interface SealReport {
  sealed: 'read' | 'unread' | null;
  problems: FileProblem[];
}

/**
 * What is wrong with an event's key and, where the passphrase is given that opens it, with what is sealed under
 * it. Another event's passphrase is no problem of these files.
 */
export async function verifySeal(
  event: string,
  files: SealedFiles,
  passphrase: string | undefined,
): Promise<SealReport> {
  if (files.keyFile === null && !isSealed(files)) return { sealed: null, problems: [] };
  try {
    readKeyFile(files.keyFile, event);
    if (passphrase === undefined) return { sealed: 'unread', problems: [] };
    const seal = aesSeal(await openKeyFile(files.keyFile, passphrase, event), event);
    return {
      sealed: 'read',
      problems: [...unsealedJournal(files, seal), ...unsealed(files, seal)],
    };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'wrong') return { sealed: 'unread', problems: [] };
    const damaged = files.keyFile ? 'unreadable' : 'missing';
    const what = error.code === 'newer' ? 'newer' : damaged;
    return { sealed: 'unread', problems: [{ file: KEY_FILE, what, detail: error.message }] };
  }
}

/** Lines whose checksum is sound and whose seal is not; the others are named by their checksums. */
function* unsealedJournal({ journal }: SealedFiles, seal: Seal): Generator<FileProblem> {
  if (!journal) return;
  for (const { line, from, to, state } of journalPieces(journal)) {
    if (state !== 'sound') continue;
    const parsed = parseLine(journal, from, to);
    if (parsed.what !== 'commit') continue;
    try {
      lineCommit(parsed, seal);
    } catch (error) {
      yield { ...problemOf(JOURNAL_FILE, error), line };
    }
  }
}

function* unsealed({ database }: SealedFiles, seal: Seal): Generator<FileProblem> {
  if (!database || !readSnapshot(database).ok) return;
  try {
    const format = { fromJson: (json: unknown) => json, serialise: () => [] };
    openSnapshot(database, SNAPSHOT_FILE, format, seal);
  } catch (error) {
    yield problemOf(SNAPSHOT_FILE, error);
  }
}

function problemOf(file: string, error: unknown): FileProblem {
  if (error instanceof StoreError) {
    const what = error.code === 'noKey' ? 'unreadable' : 'tampered';
    return { file, what, detail: error.message };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { file, what: 'unreadable', detail };
}

import type { BackupReason } from '../../shared/model/backup';
import type { NamedBackup } from './backupName';

/** How many of each kind stay; of the hourly ones so many in a row, and behind them one a day. */
export const KEPT_OF_EACH = 10;
export const HOURLY_IN_A_ROW = 24;
export const DAYS_BEHIND = 30;

/** Right after these the files were changed as a whole: their number tells nothing of what came then. */
const CHANGED_AFTER: readonly BackupReason[] = ['erasure', 'migration', 'passphrase', 'restore'];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Which backup is due now that the database was written: the first of an hour, a further one, or none where
 * nothing has changed since the last. It goes by what lies there, so restarts and quiet days change nothing.
 */
export function dueBackup(
  kept: readonly NamedBackup[],
  { at, seq }: { at: number; seq: number },
): 'hourly' | 'snapshot' | null {
  const [newest] = newestFirst(kept);
  const same = newest?.seq === seq && newest.at <= at && !CHANGED_AFTER.includes(newest.why);
  if (same) return null;
  const hour = Math.floor(at / HOUR_MS);
  const taken = kept.some((one) => one.why === 'hourly' && Math.floor(one.at / HOUR_MS) === hour);
  return taken ? 'snapshot' : 'hourly';
}

/**
 * The names of the backups that may go. What stays is counted, not aged, so that a clock that was set wrong
 * removes nothing; `good` (the one verified last) and the newest stay whatever the counts say.
 */
export function backupsToDrop(kept: readonly NamedBackup[], good: string | null): string[] {
  const ordered = newestFirst(kept);
  const stay = new Set<string>(good === null ? [] : [good]);
  if (ordered[0]) stay.add(ordered[0].name);
  const reasons = new Set<BackupReason>(ordered.map((one) => one.why));
  for (const why of reasons) {
    const own = ordered.filter((one) => one.why === why);
    const kept = why === 'hourly' ? hourlyKept(own) : own.slice(0, KEPT_OF_EACH);
    for (const one of kept) stay.add(one.name);
  }
  return ordered.map((one) => one.name).filter((name) => !stay.has(name));
}

/** The newest first; of one instant, the one with more facts. */
export function newestFirst<T extends NamedBackup>(backups: readonly T[]): T[] {
  return backups.toSorted((a, b) => b.at - a.at || b.seq - a.seq || (a.name < b.name ? 1 : -1));
}

function hourlyKept(newestFirst: readonly NamedBackup[]): NamedBackup[] {
  const days = new Map<number, NamedBackup>();
  for (const one of newestFirst.slice(HOURLY_IN_A_ROW)) {
    const day = Math.floor(one.at / DAY_MS);
    if (!days.has(day) && days.size < DAYS_BEHIND) days.set(day, one);
  }
  return [...newestFirst.slice(0, HOURLY_IN_A_ROW), ...days.values()];
}

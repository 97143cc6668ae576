import { BACKUP_REASONS } from '../../shared/model/backup';
import type { BackupReason } from '../../shared/model/backup';
/** Folder of an event's backups, inside the event's own. */
export const BACKUP_FOLDER = 'backups';
export const BACKUP_ENDING = '.nuija-backup';

/** What the name of a backup tells without opening it. */
export interface NamedBackup {
  name: string;
  /** ms since 1970. */
  at: number;
  why: BackupReason;
  /** Number of the last fact in it. */
  seq: number;
}

/** `2026-11-22T07-29-05-123Z-import-412.nuija-backup`: sorts by time, and every file system takes it. */
export function backupName({ at, why, seq }: Omit<NamedBackup, 'name'>): string {
  return `${new Date(at).toISOString().replace(/[:.]/g, '-')}-${why}-${seq}${BACKUP_ENDING}`;
}

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-([a-z]+)-(\d{1,15})\.nuija-backup$/;

/** The way back; null for any other file name, so that no name leads out of the folder. */
export function readBackupName(name: string): NamedBackup | null {
  const [, day, hour, minute, second, ms, reason, seq] = NAME.exec(name) ?? [];
  const at = Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`);
  const why = BACKUP_REASONS.find((one) => one === reason);
  return why && !Number.isNaN(at) ? { name, at, why, seq: Number(seq) } : null;
}

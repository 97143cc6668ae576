import type { BackupFlaw } from './backupHead';

/** Why a backup was not used: a flaw of its own, another event's, or not there (any more). */
export type BackupRefusal = BackupFlaw | 'other-event' | 'missing';

/** A backup that cannot be used. Nothing was changed. */
export class BackupError extends Error {
  readonly refusal: BackupRefusal;

  constructor(refusal: BackupRefusal, message: string) {
    super(message);
    this.name = 'BackupError';
    this.refusal = refusal;
  }
}

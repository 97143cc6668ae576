/** What a person can do about a backup that could not be made; each has its own words. */
export type NoBackupWhy = 'full' | 'denied' | 'damaged' | 'other';

const WHY: Readonly<Record<string, NoBackupWhy>> = {
  'store.disk-full': 'full',
  'store.denied': 'denied',
  'store.damaged': 'damaged',
};

/** By the code with which the desk's last backup failed. */
export const noBackupWhy = (code: string): NoBackupWhy => WHY[code] ?? 'other';

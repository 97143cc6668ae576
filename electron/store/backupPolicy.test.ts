import { describe, expect, it } from 'vitest';
import { backupName, readBackupName } from './backupName';
import type { BackupReason } from '../../shared/model/backup';
import type { NamedBackup } from './backupName';
import { backupsToDrop, dueBackup } from './backupPolicy';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22, 6);

function named(why: BackupReason, at: number, seq = 1): NamedBackup {
  return { name: backupName({ why, at, seq }), why, at, seq };
}

/** `count` backups, one after every `step` ms. */
function series(why: BackupReason, count: number, step: number): NamedBackup[] {
  return Array.from({ length: count }, (_, i) => named(why, START + i * step, i + 1));
}

function kept(backups: readonly NamedBackup[], good: string | null = null): NamedBackup[] {
  const dropped = new Set(backupsToDrop(backups, good));
  return backups.filter((one) => !dropped.has(one.name));
}

describe('the name of a backup', () => {
  it('tells when, why and how far, and comes back as it was', () => {
    const name = '2026-11-22T07-29-05-123Z-import-412.nuija-backup';
    const told = { at: Date.UTC(2026, 10, 22, 7, 29, 5, 123), why: 'import' as const, seq: 412 };
    expect(backupName(told)).toBe(name);
    expect(readBackupName(name)).toEqual({ name, ...told });
  });

  it.each([
    '../db.json',
    '2026-11-22T07-29-05-123Z-import-412.nuija-backup.tmp',
    '2026-11-22T07-29-05-123Z-whim-412.nuija-backup',
    '2026-13-22T07-29-05-123Z-import-412.nuija-backup',
    '/etc/2026-11-22T07-29-05-123Z-import-412.nuija-backup',
  ])('is not %s', (name) => {
    expect(readBackupName(name)).toBeNull();
  });
});

describe('which backups are kept', () => {
  it('the last ten after a snapshot', () => {
    const all = series('snapshot', 25, 60_000);
    expect(kept(all)).toEqual(all.slice(-10));
  });

  it('of the hourly ones twenty-four in a row, then the last of each day for thirty days', () => {
    const all = series('hourly', 24 * 40, HOUR);
    const stay = kept(all);
    expect(stay.slice(-24)).toEqual(all.slice(-24));
    const older = stay.slice(0, -24);
    expect(older).toHaveLength(30);
    const days = older.map((one) => new Date(one.at).toISOString().slice(0, 10));
    expect(new Set(days).size).toBe(30);
    const lastBefore = all.at(-25);
    expect(older.at(-1)).toEqual(lastBefore);
  });

  it.each(['import', 'migration', 'erasure', 'restore', 'passphrase', 'asked'] as const)(
    'the last ten of %s, whatever else was made since',
    (why) => {
      const own = series(why, 12, 1_000);
      const later = series('snapshot', 30, 1_000).map((one) =>
        named('snapshot', one.at + HOUR, one.seq),
      );
      expect(kept([...own, ...later]).filter((one) => one.why === why)).toEqual(own.slice(2));
    },
  );

  it('the newest always, and the one that was verified last even when a clock went back', () => {
    const ahead = series('snapshot', 10, 1_000);
    const verified = named('snapshot', START - 24 * HOUR, 99);
    expect(kept([...ahead, verified], verified.name)).toContainEqual(verified);
    expect(kept([...ahead, verified], verified.name)).toContainEqual(ahead.at(-1));
  });

  it('old ones too, however long ago: nothing goes by age alone', () => {
    const old = series('import', 3, 1_000);
    const now = named('snapshot', START + 400 * 24 * HOUR);
    expect(kept([...old, now])).toHaveLength(4);
  });
});

describe('which backup is due after a snapshot', () => {
  it('the hourly one first, then snapshots, and the hourly one again in the next hour', () => {
    expect(dueBackup([], { at: START, seq: 1 })).toBe('hourly');
    const first = named('hourly', START, 1);
    expect(dueBackup([first], { at: START + 60_000, seq: 2 })).toBe('snapshot');
    expect(dueBackup([first], { at: START + HOUR, seq: 2 })).toBe('hourly');
  });

  it('none where nothing has happened since the last', () => {
    const asked = named('asked', START, 7);
    expect(dueBackup([asked], { at: START + 2 * HOUR, seq: 7 })).toBeNull();
    expect(dueBackup([asked], { at: START + 2 * HOUR, seq: 8 })).toBe('hourly');
  });

  it('one where an earlier state was restored and has come as far by other ways', () => {
    const before = named('restore', START, 7);
    expect(dueBackup([before], { at: START + 60_000, seq: 7 })).toBe('hourly');
  });
});

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BackupError } from './backupError';
import { checkBackup, packBackup } from './backupFile';
import { backupHeadLine, readBackupHead } from './backupHead';
import { BACKUP_FOLDER } from './backupName';
import {
  listBackups,
  makeBackup,
  namedBackups,
  newestGoodBackup,
  openBackup,
  packEvent,
  readBackup,
  removeBackups,
} from './backups';
import type { BackupWish } from './backups';
import { JOURNAL_FILE, SNAPSHOT_FILE } from './eventFiles';
import { openEventStore } from './eventStore';
import { faultyDisk } from './faultyDisk';
import { peekFile } from './peek';
import { nodeDisk } from './nodeDisk';
import { tallyCommits, tallyOptions, testFolder } from './tally';

const EVENT = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const OTHER = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
const AT = Date.UTC(2026, 10, 22, 7);

const wish = (more: Partial<BackupWish> = {}): BackupWish => ({
  why: 'asked',
  at: AT,
  event: EVENT,
  ...more,
});

/** An event with so many facts in its journal and half of them in its database. */
async function eventOf(facts: number): Promise<string> {
  const folder = join(testFolder(), EVENT);
  const store = await openEventStore(tallyOptions(folder));
  const commits = tallyCommits(1, facts);
  for (const commit of commits) await store.append(commit);
  const half = Math.floor(facts / 2);
  const state = commits.slice(0, half).flatMap((commit) => commit.facts);
  await store.snapshot(state, half);
  await store.close();
  return folder;
}

const pathOf = (folder: string, name: string) => join(folder, BACKUP_FOLDER, name);

describe('a backup', () => {
  it('holds the event’s files byte for byte and tells what it is in its head', async () => {
    const folder = await eventOf(8);
    const about = { name: 'Soteuttamo', date: '2027-03-27', participants: 76, present: 3 };
    const made = await makeBackup(nodeDisk, folder, wish({ about, why: 'import' }));
    expect(made).toMatchObject({ why: 'import', seq: 8, event: EVENT, sealed: false, about });
    const read = await readBackup(nodeDisk, folder, made.name, EVENT);
    for (const file of [SNAPSHOT_FILE, JOURNAL_FILE] as const) {
      expect(read.files.get(file)).toEqual(await readFile(join(folder, file)));
    }
    const [listed] = await listBackups(nodeDisk, folder, EVENT, peekFile);
    expect(listed).toEqual(made);
    expect((await readFile(pathOf(folder, made.name))).length).toBe(made.size);
  });

  it('ends with the last fact that is durable, whatever more stands in the journal', async () => {
    const folder = await eventOf(8);
    const made = await makeBackup(nodeDisk, folder, wish({ seq: 6 }));
    const { files } = await readBackup(nodeDisk, folder, made.name, EVENT);
    expect(made.seq).toBe(6);
    const lines = files.get(JOURNAL_FILE)?.toString().trim().split('\n') ?? [];
    expect(lines.at(-1)).toContain('"seq":6');
  });

  it('leaves out a torn tail', async () => {
    const folder = await eventOf(4);
    const journal = join(folder, JOURNAL_FILE);
    await writeFile(journal, '{"crc":"00', { flag: 'a' });
    const made = await makeBackup(nodeDisk, folder, wish());
    expect(made.seq).toBe(4);
    const { files } = await readBackup(nodeDisk, folder, made.name, EVENT);
    expect(files.get(JOURNAL_FILE)?.at(-1)).toBe(10);
  });

  it('tells nothing of an event that has a passphrase, and holds its key file', async () => {
    const folder = await eventOf(4);
    await writeFile(join(folder, 'key.json'), '{"format":"nuija-key"}');
    const about = { name: 'Salainen', date: '2027-03-27', participants: 1, present: 0 };
    const made = await makeBackup(nodeDisk, folder, wish({ about }));
    expect(made).toMatchObject({ sealed: true, about: null });
    expect(await readFile(pathOf(folder, made.name), 'latin1')).not.toContain('Salainen');
    const { files } = await readBackup(nodeDisk, folder, made.name, EVENT);
    expect(files.get('key.json')?.toString()).toContain('nuija-key');
  });

  it.each([
    ['the database', SNAPSHOT_FILE, -30],
    ['the journal', JOURNAL_FILE, -30],
  ])('is not made of an event of which %s is damaged', async (_what, file, at) => {
    const folder = await eventOf(8);
    const bytes = await readFile(join(folder, file));
    bytes[bytes.length + at] = (bytes.at(at) ?? 0) ^ 1;
    await writeFile(join(folder, file), bytes);
    await expect(makeBackup(nodeDisk, folder, wish())).rejects.toMatchObject({ code: 'damaged' });
    expect(await namedBackups(nodeDisk, folder)).toEqual([]);
  });
});

describe('what goes wrong while a backup is made', () => {
  it.each(['write', 'datasync', 'rename', 'syncFolder', 'open'] as const)(
    'at %s leaves no half backup and no other one harmed',
    async (step) => {
      const folder = await eventOf(8);
      const earlier = await makeBackup(nodeDisk, folder, wish());
      const disk = faultyDisk();
      disk.fail(step, 'EIO');
      const later = wish({ at: AT + 1_000 });
      await expect(makeBackup(disk, folder, later)).rejects.toMatchObject({ code: 'io' });
      const names = await readdir(join(folder, BACKUP_FOLDER));
      expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
      for (const name of names) await readBackup(nodeDisk, folder, name, EVENT);
      expect(names).toContain(earlier.name);
    },
  );

  it('a full disk gets its room back, and the next backup is made when there is room', async () => {
    const folder = await eventOf(8);
    const disk = faultyDisk();
    disk.fillAfter(100);
    await expect(makeBackup(disk, folder, wish())).rejects.toMatchObject({ code: 'disk-full' });
    expect(await readdir(join(folder, BACKUP_FOLDER))).toEqual([]);
    disk.fillAfter(null);
    disk.shorten(50);
    const made = await makeBackup(disk, folder, wish());
    await readBackup(nodeDisk, folder, made.name, EVENT);
  });

  it('a disk that shows an earlier backup instead of the one it was given is found out', async () => {
    const folder = await eventOf(8);
    const { name } = await makeBackup(nodeDisk, folder, wish());
    const earlier = await readFile(join(folder, BACKUP_FOLDER, name));
    const stale = {
      ...nodeDisk,
      read: (path: string) =>
        path.endsWith('.nuija-backup') ? Promise.resolve(earlier) : nodeDisk.read(path),
    };
    const later = wish({ at: AT + 1_000 });
    await expect(makeBackup(stale, folder, later)).rejects.toMatchObject({ code: 'io' });
    expect(await readdir(join(folder, BACKUP_FOLDER))).toEqual([name]);
  });

  it.each(['size', 'crc'] as const)(
    'a part of another %s than its head says is found',
    async (of) => {
      const folder = await eventOf(8);
      const { head, bytes } = await packEvent(nodeDisk, folder, wish());
      await checkBackup(bytes);
      const [first, ...others] = head.parts;
      if (!first) throw new Error('it has no parts');
      const other = of === 'size' ? { size: first.size + 1 } : { crc: '00000000' };
      const line = backupHeadLine({ ...head, parts: [{ ...first, ...other }, ...others] });
      const content = bytes.subarray(bytes.indexOf('\n') + 1);
      const changed = Buffer.concat([Buffer.from(line), content]);
      await expect(checkBackup(changed)).rejects.toMatchObject({ refusal: 'damaged' });
    },
  );

  it('a disk that keeps other bytes than it was given is found out, and its file removed', async () => {
    const folder = await eventOf(8);
    const lying = {
      ...nodeDisk,
      read: async (path: string) => {
        const bytes = await nodeDisk.read(path);
        if (path.endsWith('.nuija-backup')) bytes[bytes.length - 20] = ~(bytes.at(-20) ?? 0) & 255;
        return bytes;
      },
    };
    await expect(makeBackup(lying, folder, wish())).rejects.toMatchObject({ code: 'io' });
    expect(await readdir(join(folder, BACKUP_FOLDER))).toEqual([]);
  });

  it('lets old ones go only behind one that was read back', async () => {
    const folder = await eventOf(8);
    for (let i = 0; i < 10; i++) await makeBackup(nodeDisk, folder, wish({ at: AT + i }));
    const disk = faultyDisk();
    disk.fail('datasync', 'EIO');
    await expect(makeBackup(disk, folder, wish({ at: AT + 10 }))).rejects.toThrow();
    expect(await namedBackups(nodeDisk, folder)).toHaveLength(10);
    await makeBackup(disk, folder, wish({ at: AT + 11 }));
    const left = await namedBackups(nodeDisk, folder);
    expect(left.map((one) => one.at - AT)).toEqual([11, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });
});

describe('a backup that is read', () => {
  it('is refused at any single flipped byte that would change what it holds', async () => {
    const folder = await eventOf(4);
    const { name } = await makeBackup(nodeDisk, folder, wish());
    const bytes = await readFile(pathOf(folder, name));
    const sound = await openBackup(bytes, name, EVENT);
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      // A few bytes of a gzip header say when and where it was packed: nothing is read from them.
      const read = await openBackup(flipped, name, EVENT).catch((error: unknown) => error);
      if (read instanceof BackupError) refused++;
      else expect(read, `byte ${at}`).toEqual(sound);
    }
    expect(refused).toBeGreaterThan(bytes.length - 20);
  });

  it('is refused when it was cut anywhere', async () => {
    const folder = await eventOf(4);
    const { name } = await makeBackup(nodeDisk, folder, wish());
    const bytes = await readFile(pathOf(folder, name));
    for (let length = 0; length < bytes.length; length += 7) {
      const cut = openBackup(bytes.subarray(0, length), name, EVENT);
      await expect(cut).rejects.toBeInstanceOf(BackupError);
    }
  });

  it('says when it is of another event or of a later version', async () => {
    const folder = await eventOf(4);
    const { name } = await makeBackup(nodeDisk, folder, wish());
    const bytes = await readFile(pathOf(folder, name));
    await expect(openBackup(bytes, name, OTHER)).rejects.toMatchObject({ refusal: 'other-event' });
    const newer = Buffer.from(
      bytes.toString('latin1').replace('"version":1', '"version":2'),
      'latin1',
    );
    await expect(openBackup(newer, name, EVENT)).rejects.toMatchObject({ refusal: 'newer' });
    const strange = openBackup(Buffer.from('Etunimi;Sukunimi\n'), name, EVENT);
    await expect(strange).rejects.toMatchObject({ refusal: 'not-a-backup' });
  });

  it('is refused when its files do not reach as far as its head says', async () => {
    const folder = await eventOf(4);
    const { name } = await makeBackup(nodeDisk, folder, wish());
    const { head, files } = await readBackup(nodeDisk, folder, name, EVENT);
    for (const seq of [3, 5]) {
      const { bytes } = await packBackup({ event: EVENT, at: AT, why: head.why, seq }, files);
      await expect(openBackup(bytes, name, EVENT)).rejects.toMatchObject({ refusal: 'damaged' });
    }
  });

  it('does not unpack more than its head says', async () => {
    const folder = await eventOf(400);
    const { name } = await makeBackup(nodeDisk, folder, wish());
    const bytes = await readFile(pathOf(folder, name));
    const { head, length } = headOf(bytes);
    const claims = head.parts.map((part) => ({ ...part, size: 10 }));
    const bomb = Buffer.concat([
      Buffer.from(backupHeadLine({ ...head, parts: claims })),
      bytes.subarray(length),
    ]);
    await expect(openBackup(bomb, name, EVENT)).rejects.toMatchObject({ refusal: 'damaged' });
  });
});

describe('the newest good backup', () => {
  it('is the newest that is whole and of this event', async () => {
    const folder = await eventOf(8);
    const good = await makeBackup(nodeDisk, folder, wish({ seq: 5 }));
    const flipped = await makeBackup(nodeDisk, folder, wish({ at: AT + 1_000 }));
    const foreign = await makeBackup(nodeDisk, folder, wish({ at: AT + 2_000, event: OTHER }));
    const bytes = await readFile(pathOf(folder, flipped.name));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(pathOf(folder, flipped.name), bytes);
    const found = await newestGoodBackup(nodeDisk, folder, EVENT);
    expect(found).toMatchObject({ name: good.name, seq: 5 });
    // What was passed over is left where it is.
    expect(await readdir(join(folder, BACKUP_FOLDER))).toContain(flipped.name);
    const listed = await listBackups(nodeDisk, folder, EVENT, peekFile);
    expect(listed.map((one) => [one.name, one.flaw])).toContainEqual([foreign.name, 'other-event']);
  });

  it('is null where there is none', async () => {
    expect(await newestGoodBackup(nodeDisk, await eventOf(1), EVENT)).toBeNull();
  });
});

describe('erasing backups', () => {
  it('removes all but the named one', async () => {
    const folder = await eventOf(4);
    await makeBackup(nodeDisk, folder, wish());
    const last = await makeBackup(nodeDisk, folder, wish({ at: AT + 1 }));
    await removeBackups(nodeDisk, folder, last.name);
    expect(await readdir(join(folder, BACKUP_FOLDER))).toEqual([last.name]);
    await removeBackups(nodeDisk, folder, null);
    expect(await readdir(join(folder, BACKUP_FOLDER))).toEqual([]);
  });
});

function headOf(bytes: Buffer) {
  const reading = readBackupHead(bytes);
  if (!reading.ok) throw new Error(reading.detail);
  return reading;
}

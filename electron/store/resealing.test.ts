import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BACKUP_FOLDER } from './backupName';
import { makeBackup, namedBackups, readBackup } from './backups';
import type { Disk } from './disk';
import { openEventStore } from './eventStore';
import { JOURNAL_FILE, SNAPSHOT_FILE, readIfThere } from './eventFiles';
import { KEY_FILE, makeKeyFile } from './keyFile';
import { RESEALING_FILE, clearAfterResealing, resealFiles } from './resealing';
import type { Seal } from './seal';
import { aesSeal } from './sealAes';
import { drawLots } from './simulated/lots';
import { SimulatedDisk } from './simulated/simulatedDisk';
import { finishSwap } from './swap';
import { tallyCommit, tallyOptions } from './tally';

const EVENT = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
const DATA = '/data';
const FOLDER = join(DATA, 'events', EVENT);
const WORDS = ['Aino Salainen', 'Eino Salainen'];
const ASIDE = 'db.damaged-2026-11-22T07-29-05-123Z.json';
const quick = { N: 2 ** 10, r: 8, p: 1 };

const first = await makeKeyFile('Vuoksen varrella', EVENT, quick);
const second = await makeKeyFile('Saimaan kanavalla', EVENT, quick);

/** What an event's files can be under. */
interface Under {
  seal: Seal | null;
  keyFile: Buffer | null;
}
const OPEN: Under = { seal: null, keyFile: null };
const FIRST: Under = { seal: aesSeal(first.key, EVENT), keyFile: first.bytes };
const SECOND: Under = { seal: aesSeal(second.key, EVENT), keyFile: second.bytes };

async function writeAside(disk: Disk): Promise<void> {
  const file = await disk.open(join(FOLDER, ASIDE), 'empty');
  await file.write(Buffer.from('Salainen'), 0);
  await file.datasync();
  await file.close();
  await disk.syncFolder(FOLDER);
}

async function reseal(disk: Disk, from: Under, to: Under): Promise<void> {
  const { fold: _fold, ...options } = tallyOptions(FOLDER, disk);
  const snapshot = { seq: WORDS.length, state: WORDS };
  await resealFiles({ ...options, from: from.seal, to: to.seal, keyFile: to.keyFile, snapshot });
}

const wish = { event: EVENT, at: Date.UTC(2026, 10, 22, 8) };

/** An event of two facts with a backup and a damaged file kept aside, all under `under`. */
async function eventUnder(under: Under): Promise<SimulatedDisk> {
  const simulated = new SimulatedDisk(DATA, drawLots(7));
  const disk = simulated.start();
  const store = await openEventStore(tallyOptions(FOLDER, disk));
  for (const [at, word] of WORDS.entries()) await store.append(tallyCommit(at + 1, word));
  await store.snapshot(WORDS, WORDS.length);
  await store.close();
  if (under !== OPEN) {
    await reseal(disk, OPEN, under);
    await clearAfterResealing(disk, FOLDER, wish);
  } else {
    await makeBackup(disk, FOLDER, { ...wish, why: 'hourly' });
  }
  await writeAside(disk);
  simulated.powerCut();
  return simulated;
}

/** What the files are under, told by the key file that lies beside them; opens them with it. */
async function openedUnder(disk: Disk, known: readonly Under[]): Promise<Under> {
  await finishSwap(disk, FOLDER);
  const key = await readIfThere(disk, join(FOLDER, KEY_FILE));
  const under = known.find(({ keyFile }) =>
    key === null ? keyFile === null : keyFile !== null && key.equals(keyFile),
  );
  if (!under) throw new Error('a key file that nobody has made');
  const store = await openEventStore({ ...tallyOptions(FOLDER, disk), seal: under.seal });
  expect(store.state).toEqual(WORDS);
  expect(store.problems).toEqual([]);
  const facts: string[] = [];
  for await (const commit of store.commits()) facts.push(...commit.facts);
  expect(facts).toEqual(WORDS);
  await store.close();
  return under;
}

describe.each([
  ['setting', OPEN, FIRST],
  ['changing', FIRST, SECOND],
  ['removing', FIRST, OPEN],
])('%s a passphrase', (_, from, to) => {
  it('leaves nothing under the old seal, and a backup under the new one', async () => {
    const simulated = await eventUnder(from);
    const disk = simulated.start();
    await reseal(disk, from, to);
    expect(await openedUnder(disk, [from, to])).toBe(to);
    const cleared = await clearAfterResealing(disk, FOLDER, { ...wish, at: wish.at + 1 });
    expect(cleared).toEqual({ removed: 2, backup: true });
    await mustBeClear(disk, to);
    const again = await clearAfterResealing(disk, FOLDER, wish);
    expect(again).toEqual({ removed: 0, backup: false });
  });

  it('cut off at any step is done or not begun, and is finished at the next opening', async () => {
    const whole = await eventUnder(from);
    const before = whole.log.length;
    await carryOut(whole.start(), from, to);
    const steps = whole.log.length - before;
    expect(steps).toBeGreaterThan(60);
    for (let at = 0; at < steps; at++) {
      const simulated = await eventUnder(from);
      const running = simulated.start({ at, done: at % 2 === 1 });
      await carryOut(running, from, to).catch((error: unknown) => {
        if (!running.stopped) throw error;
      });
      if (at % 3 === 0) simulated.kill();
      else simulated.powerCut();

      const disk = simulated.start();
      const under = await openedUnder(disk, [from, to]);
      const begun = await readIfThere(disk, join(FOLDER, RESEALING_FILE));
      if (begun) expect(under).toBe(to);
      await clearAfterResealing(disk, FOLDER, { ...wish, at: wish.at + 2 });
      if (under === to) await mustBeClear(disk, to);
    }
  });
});

/** All that a desk does with the files. */
async function carryOut(disk: Disk, from: Under, to: Under): Promise<void> {
  await reseal(disk, from, to);
  await openedUnder(disk, [from, to]);
  await clearAfterResealing(disk, FOLDER, { ...wish, at: wish.at + 1 });
}

async function mustBeClear(disk: Disk, under: Under): Promise<void> {
  const names = await disk.list(FOLDER);
  const key = under.keyFile ? [KEY_FILE] : [];
  expect(names.toSorted()).toEqual([BACKUP_FOLDER, ...key, JOURNAL_FILE, SNAPSHOT_FILE].toSorted());
  for (const name of names.filter((one) => one !== BACKUP_FOLDER)) {
    const bytes = await disk.read(join(FOLDER, name));
    expect(under.keyFile !== null && bytes.includes('Salainen'), name).toBe(false);
  }
  const backups = await namedBackups(disk, FOLDER);
  expect(backups).toHaveLength(1);
  for (const { name } of backups) {
    const { files } = await readBackup(disk, FOLDER, name, EVENT);
    expect(files.get(KEY_FILE) ?? null).toEqual(under.keyFile);
    const open = [...files.values()].some((bytes) => bytes.includes('Salainen'));
    expect(open, name).toBe(under.keyFile === null);
  }
}

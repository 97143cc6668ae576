import { expect, test } from 'vitest';
import { openEventStore } from './eventStore';
import { PATIENCE, patient } from './patient';
import { drawLots } from './simulated/lots';
import { SimulatedDisk } from './simulated/simulatedDisk';
import { tallyCommit, tallyOptions } from './tally';

const FOLDER = '/data/events/event';

/** An open event on a simulated disk whose renames are patient, and how long was waited. */
async function openPatiently() {
  const disk = new SimulatedDisk('/data', drawLots(1));
  const waited: number[] = [];
  const asked = patient(disk.start(), async (ms) => waited.push(ms));
  const store = await openEventStore(tallyOptions(FOLDER, asked));
  await store.append(tallyCommit(1));
  const held = (code: string, times: number) =>
    disk.faults.schedule({ step: 'rename', code, times });
  return { disk, store, waited, held };
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('a rename that meets %s is asked again', async (code) => {
  const { store, waited, held } = await openPatiently();
  held(code, 3);
  await store.snapshot(['fact 1'], 1);
  expect(waited).toEqual(PATIENCE.slice(0, 3));
});

test('a file that stays held is given up after half a second, in words, and harms nothing', async () => {
  const { disk, store, waited, held } = await openPatiently();
  const before = disk.file(`${FOLDER}/db.json`)?.bytes;
  held('EBUSY', Infinity);
  await expect(store.snapshot(['fact 1'], 1)).rejects.toMatchObject({
    code: 'denied',
    message: expect.stringContaining('another program may hold it open'),
    path: `${FOLDER}/db.json`,
  });
  expect(waited).toEqual(PATIENCE);
  expect(waited.reduce((sum, ms) => sum + ms)).toBe(500);
  expect(disk.file(`${FOLDER}/db.json`)?.bytes).toEqual(before);
  disk.faults.heal();
  await store.snapshot(['fact 1'], 1);
  await store.append(tallyCommit(2));
});

test('any other error is passed on at once', async () => {
  const { store, waited, held } = await openPatiently();
  held('EIO', 1);
  await expect(store.snapshot(['fact 1'], 1)).rejects.toMatchObject({ code: 'io' });
  expect(waited).toEqual([]);
});

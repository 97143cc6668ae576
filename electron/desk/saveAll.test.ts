import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventState } from '../../shared/model/state';
import { faultyDisk } from '../store/faultyDisk';
import { beginEvent } from './beginning';
import { startClock } from './clock';
import { EventShelf } from './eventShelf';
import { createIdentity } from './identity';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'nuija-save-all-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

function aShelf() {
  const disk = faultyDisk();
  const hooks = {
    sealOf: async () => null,
    snapshotWritten: async () => {},
    quiet: <T>(_id: string, work: () => Promise<T>) => work(),
  };
  const watched: Array<[string, EventState | null]> = [];
  const shelf = new EventShelf({
    disk,
    dataFolder,
    desk: 'Tiski 1',
    clock: startClock(),
    identity: createIdentity(),
    hooks,
    log: () => {},
    watch: (id, state) => watched.push([id, state]),
  });
  return { disk, shelf, watched };
}

const begin = async (shelf: EventShelf, name: string) => {
  const { id, facts } = beginEvent({ name, date: '2027-03-27' }, 'empty', shelf.lots());
  return { id, desk: await shelf.begin(id, 'event.create', facts) };
};
const blackout = { command: { type: 'stage.blackout', on: true } } as const;

it('what cannot be saved is named with its event, and nothing once the disk takes it', async () => {
  const { disk, shelf } = aShelf();
  const { id, desk } = await begin(shelf, 'Kohtaamisia');
  expect(await shelf.saveAll()).toEqual([]);
  disk.fillAfter(0);
  await expect(desk.commit(blackout)).rejects.toThrow();
  const [unsaved] = await shelf.saveAll();
  expect(unsaved).toMatchObject({ id, name: 'Kohtaamisia', failure: { code: 'store.disk-full' } });
  disk.fillAfter(null);
  expect(await shelf.saveAll()).toEqual([]);
});

it('whoever watches hears each event’s state when it opens and after every command', async () => {
  const { shelf, watched } = aShelf();
  const { id, desk } = await begin(shelf, 'Kohtaamisia');
  await desk.commit(blackout);
  expect(watched.every(([of]) => of === id)).toBe(true);
  expect(watched.at(0)?.[1]?.seq).toBe(0);
  expect(watched.at(-1)?.[1]).toBe(desk.state);
});

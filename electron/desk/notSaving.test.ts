import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskError } from '../../shared/contract';
import type { LiveSignal, LiveView } from '../../shared/contract';
import { faultyDisk } from '../store/faultyDisk';
import { beginEvent } from './beginning';
import { startClock } from './clock';
import { EventShelf } from './eventShelf';
import { createIdentity } from './identity';
import { createLive } from './live';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'nuija-not-saving-'));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(dataFolder, { recursive: true, force: true });
});

async function aDesk() {
  const disk = faultyDisk();
  const clock = startClock();
  const hooks = {
    sealOf: async () => null,
    snapshotWritten: async () => {},
    quiet: <T>(_id: string, work: () => Promise<T>) => work(),
  };
  const identity = createIdentity();
  const log = () => {};
  const shelf = new EventShelf({ disk, dataFolder, desk: 'Tiski 1', clock, identity, hooks, log });
  const details = { name: 'Kohtaamisia', date: '2027-03-27' };
  const { id, facts } = beginEvent(details, 'empty', shelf.lots());
  const desk = await shelf.begin(id, 'event.create', facts);
  const backups = { trouble: () => backup };
  let backup: DeskError | null = null;
  const live = createLive(shelf, clock, log, { onUnlocked: () => () => {} }, backups);
  const backupFails = (code: string | null) => {
    backup = code === null ? null : new DeskError(code);
  };
  /** What a listener hears last, once it has been told the state. */
  const listen = async (view: LiveView) => {
    const heard: LiveSignal[] = [];
    live.listen({ event: id, view, listener: (signal) => heard.push(signal) });
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    return () => heard.at(-1);
  };
  return { disk, shelf, desk, listen, backupFails };
}

const blackout = { command: { type: 'stage.blackout', on: true } } as const;

describe('a desk that cannot save', () => {
  it('says so to every desk with its sign of life, and to no stage', async () => {
    const { disk, shelf, desk, listen } = await aDesk();
    const [reception, stage] = [await listen('desk'), await listen('stage')];
    disk.fillAfter(0);
    await expect(desk.commit(blackout)).rejects.toMatchObject({ code: 'store.disk-full' });
    vi.advanceTimersByTime(1_000);
    expect(reception()).toMatchObject({ type: 'alive', notSaving: { code: 'store.disk-full' } });
    expect(JSON.stringify(stage())).not.toContain('disk-full');

    disk.fillAfter(null);
    expect(await desk.commit(blackout)).toMatchObject({ ok: true });
    vi.advanceTimersByTime(1_000);
    expect(reception()).toMatchObject({ type: 'alive' });
    expect(reception()).not.toHaveProperty('notSaving');
    await shelf.close();
  });

  it('says with its sign of life why it has no backup, until it has one, and to no stage', async () => {
    const { shelf, listen, backupFails } = await aDesk();
    const [reception, stage] = [await listen('desk'), await listen('stage')];
    backupFails('store.denied');
    vi.advanceTimersByTime(1_000);
    expect(reception()).toMatchObject({ type: 'alive', notBackedUp: { code: 'store.denied' } });
    expect(reception()).not.toHaveProperty('notSaving');
    expect(JSON.stringify(stage())).not.toContain('denied');
    backupFails(null);
    vi.advanceTimersByTime(1_000);
    expect(reception()).not.toHaveProperty('notBackedUp');
    await shelf.close();
  });

  it('can be asked to try again without a command, and says what came of it', async () => {
    const { disk, shelf, desk } = await aDesk();
    disk.fillAfter(0);
    await expect(desk.commit(blackout)).rejects.toMatchObject({ code: 'store.disk-full' });
    await expect(desk.save()).rejects.toMatchObject({ code: 'store.disk-full' });
    expect(desk.notSaving?.code).toBe('store.disk-full');
    disk.fillAfter(null);
    await desk.save();
    expect(desk.notSaving).toBeNull();
    expect(desk.state.stage.blackout).toBe(false);
    await shelf.close();
  });

  it('mends a failed sync when it is asked to try', async () => {
    const { disk, shelf, desk } = await aDesk();
    disk.fail('datasync', 'EIO');
    await expect(desk.commit(blackout)).rejects.toMatchObject({ code: expect.any(String) });
    expect(desk.notSaving).not.toBeNull();
    await desk.save();
    expect(desk.notSaving).toBeNull();
    expect(await desk.commit(blackout)).toMatchObject({ ok: true });
    await shelf.close();
  });
});

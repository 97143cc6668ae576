import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '../../shared/model/state';
import { namedBackups } from '../store/backups';
import type { Disk } from '../store/disk';
import { openEventStore } from '../store/eventStore';
import { faultyDisk } from '../store/faultyDisk';
import { nodeDisk } from '../store/nodeDisk';
import { tallyCommits, tallyOptions, testFolder } from '../store/tally';
import { BackupKeeper } from './backupKeeper';

const EVENT = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const SEVEN = Date.UTC(2026, 10, 22, 7);

/** A keeper over an event of ten facts; each backup takes `length` ms of a clock that only it moves. */
async function keeperOf(disk: Disk = nodeDisk) {
  const dataFolder = testFolder();
  const folder = join(dataFolder, 'events', EVENT);
  const store = await openEventStore(tallyOptions(folder));
  for (const commit of tallyCommits(1, 10)) await store.append(commit);
  await store.close();
  const time = { now: SEVEN, elapsed: 0, length: 100 };
  const log: string[] = [];
  const keeper = new BackupKeeper({
    disk,
    dataFolder,
    clock: { now: () => time.now, atLeast: () => {} },
    log: (line) => log.push(line),
    elapsed: () => (time.elapsed += time.length / 2),
  });
  const kept = async () => (await namedBackups(nodeDisk, folder)).map((one) => one.why);
  return { keeper, time, log, kept };
}

const at = (seq: number) => ({ ...EMPTY_STATE, seq });

describe('the backups that a desk makes by itself', () => {
  it('begin with the hour’s own and go on with one after a snapshot, but rest in between', async () => {
    const { keeper, time, kept } = await keeperOf();
    await keeper.snapshotWritten(EVENT, at(5), false);
    expect(await kept()).toEqual(['hourly']);
    time.now += 1_000;
    await keeper.snapshotWritten(EVENT, at(6), false);
    expect(await kept()).toEqual(['hourly']);
    time.elapsed += 10_000;
    await keeper.snapshotWritten(EVENT, at(7), false);
    expect(await kept()).toEqual(['snapshot', 'hourly']);
  });

  it('are on closing only the hour’s own, however short ago the last one was', async () => {
    const { keeper, time, kept } = await keeperOf();
    await keeper.snapshotWritten(EVENT, at(5), false);
    time.now += 1_000;
    await keeper.snapshotWritten(EVENT, at(6), true);
    expect(await kept()).toEqual(['hourly']);
    time.now += 3_600_000;
    await keeper.snapshotWritten(EVENT, at(7), true);
    expect(await kept()).toEqual(['hourly', 'hourly']);
  });

  it('that fail are told, stop nothing, and are forgotten when the next one is whole', async () => {
    const disk = faultyDisk();
    const { keeper, time, log, kept } = await keeperOf(disk);
    disk.fillAfter(0);
    await keeper.snapshotWritten(EVENT, at(5), false);
    await keeper.before(EVENT, 'import', at(5));
    expect(keeper.trouble(EVENT)?.code).toBe('store.disk-full');
    expect(log).toHaveLength(2);
    expect(await kept()).toEqual([]);
    await expect(keeper.make(EVENT, 'asked', at(5))).rejects.toThrow();
    disk.fillAfter(null);
    time.elapsed += 1_000_000;
    await keeper.snapshotWritten(EVENT, at(5), false);
    expect(keeper.trouble(EVENT)).toBeNull();
    expect(await kept()).toEqual(['hourly']);
  });

  it('wait while the event’s files are changed as a whole, and the change waits for them', async () => {
    const { keeper, kept } = await keeperOf();
    const order: string[] = [];
    let done = () => {};
    const changing = keeper.quiet(EVENT, async () => {
      order.push('change begins');
      await new Promise<void>((resolve) => {
        done = resolve;
      });
      order.push(`change ends with ${(await kept()).length} backups`);
    });
    const making = keeper.make(EVENT, 'asked', at(5)).then(() => order.push('backup'));
    let backupsThen = 0;
    const after = keeper.quiet(EVENT, async () => {
      backupsThen = (await kept()).length;
    });
    while (order.length === 0) await Promise.resolve();
    done();
    await Promise.all([changing, making, after]);
    await keeper.idle();
    expect(order).toContain('change ends with 0 backups');
    expect(backupsThen).toBe(1);
    expect(await kept()).toEqual(['asked']);
  });

  it('go on after work on the files that failed', async () => {
    const { keeper, kept } = await keeperOf();
    const failing = keeper.quiet(EVENT, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await keeper.make(EVENT, 'asked', at(5));
    expect(await kept()).toEqual(['asked']);
  });
});

import { basename, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { BackupKeeper } from '../../../electron/desk/backupKeeper';
import { startClock } from '../../../electron/desk/clock';
import { nodeDisk } from '../../../electron/store/nodeDisk';
import type { Row } from '../row';
import { msOf } from './figures';
import { makeHall } from './hall';

const REACH_MS = 50;

/** Longest time that other work had to wait, in ms, while the work given was done. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

/**
 * The longest wait in the quietest round: what the work itself blocks comes in every round, what else the machine
 * does in some.
 */
async function waitRow(name: string, rounds: number, work: () => Promise<unknown>): Promise<Row> {
  const waits: number[] = [];
  const idle: number[] = [];
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.();
    let took = 0;
    waits.push(
      await longestWait(async () => {
        took = await msOf(work);
      }),
    );
    idle.push(await longestWait(() => pause(took)));
  }
  const value = Math.min(...waits);
  return {
    name,
    unit: 'ms',
    value,
    reference: { name: 'the same time with nothing to do', value: Math.min(...idle) },
    reach: `≤ ${REACH_MS} ms`,
    holds: value <= REACH_MS,
  };
}

/** How long everything else waits while an event's database is written, and while a backup of it is made. */
export async function writingRows(data: string, people: number, rounds: number): Promise<Row[]> {
  const { desk, folder } = await makeHall(join(data, 'events'), people);
  const keeper = new BackupKeeper({
    disk: nodeDisk,
    dataFolder: data,
    clock: startClock(),
    log: (line) => {
      throw new Error(line);
    },
  });
  const hall = `${people.toLocaleString('en')} people`;
  const rows = [
    await waitRow(`other work waits while a database of ${hall} is written, longest`, rounds, () =>
      desk.save(),
    ),
    await waitRow(`other work waits while a backup of ${hall} is made, longest`, rounds, () =>
      keeper.make(basename(folder), 'asked', desk.state),
    ),
  ];
  await desk.close();
  return rows;
}

import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Commit } from '../../shared/facts/commit';
import { fold } from '../../shared/facts/fold';
import { newEvent } from '../../shared/model/event';
import { faultyDisk } from '../store/faultyDisk';
import { testFolder } from '../store/tally';
import { openStore } from './openStore';

/** A commit of one fact that gives the event a name. */
const named = (seq: number, name: string): Commit => {
  const event = newEvent({ id: 'e', tag: 'NJ' }, { name });
  const fact = {
    id: `${name}-${seq}`,
    at: seq,
    desk: 'tiski',
    type: 'event.created',
    event,
  } as const;
  return { seq, cmd: `cmd-${name}`, kind: 'event.create', facts: [fact] };
};

test('what comes while the files are written anew does not overtake what waits for that', async () => {
  const disk = faultyDisk();
  let whenDatabaseIsWritten = () => {};
  const watched = {
    ...disk,
    open: (path: string, content: 'keep' | 'empty') => {
      if (path.endsWith('db.json.tmp')) whenDatabaseIsWritten();
      return disk.open(path, content);
    },
  };
  const warn = (error: unknown) => {
    throw error;
  };
  const store = await openStore(watched, join(testFolder(), 'event'), null, { warn });
  const { state } = store;
  disk.fail('datasync', 'EIO');
  await expect(store.append(named(1, 'lost'), state)).rejects.toMatchObject({ code: 'io' });

  let overtaking: Promise<void> | undefined;
  whenDatabaseIsWritten = () => {
    whenDatabaseIsWritten = () => {};
    overtaking = store.append(named(1, 'overtaking'), state);
    overtaking.catch(() => undefined);
  };
  const first = named(1, 'first');
  const second = named(2, 'second');
  await Promise.all([store.append(first, state), store.append(second, fold(state, first))]);
  expect(overtaking).toBeDefined();
  await expect(overtaking).rejects.toMatchObject({ code: 'order' });
  const saved: string[] = [];
  for await (const { cmd } of store.commits()) saved.push(cmd);
  expect(saved).toEqual(['cmd-first', 'cmd-second']);
  await store.close();
});

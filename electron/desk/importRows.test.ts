import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Commit } from '../../shared/facts/commit';
import { fold } from '../../shared/facts/fold';
import { EMPTY_STATE, stateToJson } from '../../shared/model/state';
import type { EventState } from '../../shared/model/state';
import { faultyDisk } from '../store/faultyDisk';
import { beginEvent } from './beginning';
import { startClock } from './clock';
import { EventShelf } from './eventShelf';
import { createIdentity } from './identity';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'nuija-import-rows-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** More facts than go into a journal line in one piece. */
const ROWS = 600;

const rows = Array.from({ length: ROWS }, (_, at) => ({
  row: at + 2,
  fields: { firstName: 'Aino', lastName: `Niemi ${at}`, email: `${at}@esimerkki.fi` },
}));
const command = { type: 'participants.import', file: 'lista.csv', rows, mapping: {} } as const;

/** A desk whose import is interrupted while its 300th row is being decided. */
async function aDesk() {
  const disk = faultyDisk();
  const identity = createIdentity();
  let drawn = -1;
  let interrupt = () => {};
  const hooked = {
    ...identity,
    newCode: (tag: string) => {
      if (drawn >= 0 && ++drawn === 300) interrupt();
      return identity.newCode(tag);
    },
  };
  const shelf = new EventShelf({
    disk,
    dataFolder,
    desk: 'Tiski 1',
    clock: startClock(),
    identity: hooked,
    hooks: {
      sealOf: async () => null,
      snapshotWritten: async () => {},
      quiet: (_id, work) => work(),
    },
    log: () => {},
  });
  const details = { name: 'Kohtaamisia', date: '2027-03-27' };
  const { id, facts } = beginEvent(details, 'empty', shelf.lots());
  const desk = await shelf.begin(id, 'event.create', facts);
  const add = (lastName: string, email: string) =>
    desk.commit({
      command: {
        type: 'participant.add',
        fields: { firstName: 'Aino', lastName, email },
        walkIn: true,
        checkIn: false,
      },
    });
  return {
    disk,
    shelf,
    desk,
    add,
    importWith: (work: () => void) => {
      interrupt = work;
      drawn = 0;
      return desk.importRows({ ...command, rows: [...rows] });
    },
  };
}

const named = (state: EventState, email: string) =>
  [...state.participants].filter((person) => person.email === email);

async function historyOf(commits: AsyncIterable<Commit>): Promise<Commit[]> {
  const history: Commit[] = [];
  for await (const commit of commits) history.push(commit);
  return history;
}

describe('an import during which others work', () => {
  it('lets a check-in go first, keeps both, and is one command that one undo takes back', async () => {
    const { shelf, desk, add, importWith } = await aDesk();
    const before = await add('Joku', 'joku@esimerkki.fi');
    const who = before.ok ? (before.participant?.id ?? '') : '';
    const order: string[] = [];
    let arrival: Promise<unknown> = Promise.resolve();
    const outcome = await importWith(() => {
      arrival = desk.commit({ command: { type: 'participant.checkIn', who } });
      void arrival.then(() => order.push('check-in'));
    });
    order.push('import');
    await arrival;
    expect(outcome).toMatchObject({ ok: true });
    expect(order).toEqual(['check-in', 'import']);
    expect(desk.state.participants.get(who)?.status).toBe('present');
    expect(desk.state.participants.size).toBe(ROWS + 1);

    const history = await historyOf(desk.commits());
    expect(history.map((commit) => commit.kind)).toEqual([
      'event.create',
      'participant.add',
      'participant.checkIn',
      'participants.import',
    ]);
    expect(stateToJson(history.reduce(fold, EMPTY_STATE))).toEqual(stateToJson(desk.state));

    const undone = await desk.commit({ command: { type: 'undo' } });
    expect(undone).toMatchObject({ ok: true });
    expect(desk.state.participants.size).toBe(1);
    expect(desk.state.participants.get(who)?.status).toBe('present');
    await shelf.close();
  });

  it('finds the person whom a desk has added meanwhile, and does not add them again', async () => {
    const { shelf, desk, add, importWith } = await aDesk();
    let walkIn: Promise<unknown> = Promise.resolve();
    const outcome = await importWith(() => {
      walkIn = add('Niemi 7', '7@esimerkki.fi');
    });
    await walkIn;
    expect(outcome).toMatchObject({ ok: true });
    expect(named(desk.state, '7@esimerkki.fi')).toHaveLength(1);
    expect(desk.state.participants.size).toBe(ROWS);
    await shelf.close();
  });

  it('fails as a whole when the disk is full, with nothing of it on the desk or in the files', async () => {
    const { disk, shelf, desk, importWith } = await aDesk();
    await expect(importWith(() => disk.fillAfter(20_000))).rejects.toMatchObject({
      code: 'store.disk-full',
    });
    expect(desk.state.participants.size).toBe(0);
    disk.fillAfter(null);
    expect(await desk.commit({ command: { type: 'event.close' } })).toMatchObject({ ok: true });
    const history = await historyOf(desk.commits());
    expect(history.map((commit) => commit.kind)).toEqual(['event.create', 'event.close']);
    await shelf.close();
  });

  it('is refused where the event was erased', async () => {
    const { shelf, desk, importWith } = await aDesk();
    await desk.begin('event.erase', [{ type: 'event.erased' }]);
    expect(await importWith(() => {})).toMatchObject({ ok: false, code: 'event.erased' });
    await shelf.close();
  });
});

import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/commands/command';
import { DeskError } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import { figuresOf } from '../../shared/erase/madeUpDay.fixture';
import type { Disk, DiskFile } from '../store/disk';
import { nodeDisk } from '../store/nodeDisk';
import { aesSeal } from '../store/sealAes';
import type { Seal } from '../store/seal';
import { beginEvent } from './beginning';
import { startClock } from './clock';
import { eraseEvent } from './erase';
import { EventShelf } from './eventShelf';
import { asDeskError } from './failure';
import { createIdentity } from './identity';

const PERSONAL = [
  'Näkkäläjärvi',
  'aino@example.org',
  '040 123 4567',
  'Hoiva Utopia',
  'Soita "Liisalle"',
];

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'nuija-erase-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

function shelfOn(disk: Disk, seal: Seal | null = null): EventShelf {
  return new EventShelf({
    disk,
    dataFolder,
    desk: 'Tiski 1',
    clock: startClock(),
    identity: createIdentity(),
    hooks: {
      sealOf: async () => seal,
      snapshotWritten: async () => {},
      quiet: (_id, work) => work(),
    },
    log: () => {},
  });
}

const aino = {
  firstName: 'Aino',
  lastName: 'Näkkäläjärvi',
  email: 'aino@example.org',
  phone: '040 123 4567',
  organisation: 'Hoiva Utopia',
  notes: 'Soita "Liisalle"',
};

/** An event in which somebody has come, on the disk and closed again. */
async function aDay(seal: Seal | null = null): Promise<{ id: string; state: EventState }> {
  const shelf = shelfOn(nodeDisk, seal);
  const details = { name: 'Kohtaamisia', date: '2027-03-27' };
  const { id, facts } = beginEvent(details, 'soteuttamo', shelf.lots());
  const desk = await shelf.begin(id, 'event.create', facts);
  const commands: Command[] = [
    { type: 'participant.add', fields: aino, walkIn: true, checkIn: true },
    { type: 'participant.add', fields: { firstName: 'Onni', lastName: 'Utsjoki' } },
    { type: 'session.add', fields: { title: 'Aino Näkkäläjärven puheenvuoro' } },
    {
      type: 'participant.edit',
      who: 'aino@example.org',
      fields: { notes: 'Soita "Liisalle" heti' },
    },
    { type: 'undo' },
  ];
  for (const command of commands) expect((await desk.commit({ command })).ok).toBe(true);
  const { state } = desk;
  await shelf.close();
  return { id, state };
}

const erase = (shelf: EventShelf, disk: Disk, id: string, confirm = 'kohtaamisia') =>
  eraseEvent({ disk, dataFolder, shelf, now: Date.now }, id, confirm);

/** Every file of the data folder, unpacked where it is packed. */
async function everyByte(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const packed = bytes.indexOf(Buffer.from([0x1f, 0x8b]));
    const unpacked = packed === -1 ? '' : gunzipSync(bytes.subarray(packed)).toString('utf8');
    files.set(path.slice(dataFolder.length + 1), bytes.toString('utf8') + unpacked);
  }
  return files;
}

async function filesWithPersonal(): Promise<string[]> {
  const holds = (text: string) =>
    PERSONAL.some((one) => text.includes(one) || text.includes(JSON.stringify(one).slice(1, -1)));
  return [...(await everyByte())].filter(([, text]) => holds(text)).map(([path]) => path);
}

describe('erasing an event', () => {
  it('leaves no personal text in any file, and every figure', async () => {
    const { id, state } = await aDay();
    const folder = join(dataFolder, 'events', id);
    await writeFile(join(folder, 'db.damaged-2027-03-27T08-00-00-000Z.json'), JSON.stringify(aino));
    await writeFile(join(folder, 'db.json.tmp'), JSON.stringify(aino));
    await mkdir(join(folder, 'deep'), { recursive: true });
    await writeFile(join(folder, 'deep', 'copy'), JSON.stringify(aino));
    expect(await filesWithPersonal()).not.toEqual([]);

    const shelf = shelfOn(nodeDisk);
    const { people, removed, searched } = await erase(shelf, nodeDisk, id);
    expect(people).toBe(2);
    expect(removed.some((name) => name.startsWith('backups'))).toBe(true);
    expect(removed).toContain(join('deep', 'copy'));
    expect(searched.left).toEqual([]);
    expect(searched.texts).toBeGreaterThan(5);
    expect(await filesWithPersonal()).toEqual([]);
    const after = (await shelf.open(id)).state;
    expect(figuresOf(after)).toEqual(figuresOf(state));
    await shelf.close();

    const again = shelfOn(nodeDisk);
    const reopened = await again.open(id);
    expect(figuresOf(reopened.state)).toEqual(figuresOf(state));
    const commits = [];
    for await (const commit of reopened.commits()) commits.push(commit);
    expect(commits.flatMap(({ facts }) => facts)).toHaveLength(reopened.state.seq);
    await again.close();
    expect(await filesWithPersonal()).toEqual([]);
  });

  it('asks for the name of the event, and does nothing without', async () => {
    const { id } = await aDay();
    const before = await everyByte();
    const shelf = shelfOn(nodeDisk);
    await expect(erase(shelf, nodeDisk, id, 'joku muu')).rejects.toMatchObject({
      code: 'erase.notConfirmed',
    });
    await shelf.close();
    expect(await everyByte()).toEqual(before);
  });

  it('closes the event for good: everything is refused, undo included', async () => {
    const { id } = await aDay();
    const shelf = shelfOn(nodeDisk);
    await erase(shelf, nodeDisk, id);
    const desk = await shelf.open(id);
    const commands: Command[] = [
      { type: 'undo' },
      { type: 'participant.add', fields: aino },
      { type: 'event.edit', fields: { theme: 'Aino Näkkäläjärvi' } },
      { type: 'stage.message', text: 'Aino Näkkäläjärvi' },
    ];
    for (const command of commands) {
      expect(await desk.commit({ command })).toMatchObject({ ok: false, code: 'event.erased' });
    }
    await shelf.close();
    expect(await filesWithPersonal()).toEqual([]);
  });

  it('can be asked for twice', async () => {
    const { id, state } = await aDay();
    const shelf = shelfOn(nodeDisk);
    await erase(shelf, nodeDisk, id);
    const twice = await erase(shelf, nodeDisk, id);
    expect(twice.searched.left).toEqual([]);
    expect(figuresOf((await shelf.open(id)).state)).toEqual(figuresOf(state));
    await shelf.close();
  });

  it('tells whoever has the event on the screen', async () => {
    const { id } = await aDay();
    const shelf = shelfOn(nodeDisk);
    const desk = await shelf.open(id);
    const told: EventState[] = [];
    desk.listen(
      () => {},
      (state) => void (state && told.push(state)),
    );
    await erase(shelf, nodeDisk, id);
    expect(told.at(-1)?.event.erasedAt).not.toBeNull();
    expect([...(told.at(-1)?.participants ?? [])].map((one) => one.lastName)).toEqual(['', '']);
    await shelf.close();
  });

  it('keeps a sealed event under its seal', async () => {
    const seal = aesSeal(createSecretKey(randomBytes(32)), 'any');
    const { id, state } = await aDay(seal);
    const shelf = shelfOn(nodeDisk, seal);
    expect((await erase(shelf, nodeDisk, id)).searched.left).toEqual([]);
    await shelf.close();
    const journal = await readFile(join(dataFolder, 'events', id, 'journal.jsonl'), 'utf8');
    expect(journal).not.toContain('participant.added');
    const again = shelfOn(nodeDisk, seal);
    const desk = await again.open(id);
    expect(figuresOf(desk.state)).toEqual(figuresOf(state));
    const facts = [];
    for await (const commit of desk.commits()) facts.push(...commit.facts);
    for (const text of PERSONAL) expect(JSON.stringify(facts)).not.toContain(text);
    await again.close();
    await expect(shelfOn(nodeDisk).open(id)).rejects.toBeInstanceOf(DeskError);
  });
});

/** A disk on which only so many changing steps still succeed; then each fails, as with no power or no room. */
function failingDisk(steps: number, code: string, fails: (step: string) => boolean = () => true) {
  let left = steps;
  let failed = 0;
  const step = (name: string) => {
    if (!fails(name)) return;
    if (left-- > 0) return;
    failed++;
    throw Object.assign(new Error(`${code}: injected`), { code });
  };
  const wrap = (file: DiskFile): DiskFile => ({
    ...file,
    write: async (bytes, position) => (step('write'), file.write(bytes, position)),
    datasync: async () => (step('datasync'), file.datasync()),
    truncate: async (length) => (step('truncate'), file.truncate(length)),
  });
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, content) => (step('open'), wrap(await nodeDisk.open(path, content))),
    rename: async (from, to) => (step('rename'), nodeDisk.rename(from, to)),
    remove: async (path) => (step('remove'), nodeDisk.remove(path)),
  };
  return { disk, give: (more: number) => (left = more), failed: () => failed };
}

describe('an erasing that does not come to its end', () => {
  it('is as if nothing had happened, or is finished at the next opening, wherever it stops', async () => {
    const outcomes = new Set<string>();
    for (let steps = 0; ; steps++) {
      await rm(join(dataFolder, 'events'), { recursive: true, force: true });
      const { id, state } = await aDay();
      const { disk, failed } = failingDisk(steps, 'EIO');
      const shelf = shelfOn(disk);
      const erased = await erase(shelf, disk, id).then(
        () => true,
        () => false,
      );
      await shelf.close().catch(() => undefined);

      const after = shelfOn(nodeDisk);
      const desk = await after.open(id);
      expect(figuresOf(desk.state), `${steps}`).toEqual(figuresOf(state));
      const isErased = desk.state.event.erasedAt !== null;
      await after.close();
      const left = await filesWithPersonal();
      const names = await readdir(join(dataFolder, 'events', id));
      expect(names, `${steps}`).not.toContain('erase.json');
      if (isErased) expect(left, `${steps}`).toEqual([]);
      else expect(left, `${steps}`).toContain(join('events', id, 'db.json'));
      outcomes.add(`${isErased} ${erased}`);
      if (failed() === 0) {
        expect(erased).toBe(true);
        break;
      }
    }
    // Stopped before the fact; stopped after it and finished later; whole.
    expect([...outcomes].toSorted()).toEqual(['false false', 'true false', 'true true']);
  });

  it('on a full disk changes nothing, or can be asked for again when there is room', async () => {
    const outcomes = new Set<string>();
    for (let writes = 0; ; writes++) {
      await rm(join(dataFolder, 'events'), { recursive: true, force: true });
      const { id, state } = await aDay();
      const { disk, give, failed } = failingDisk(writes, 'ENOSPC', (step) => step === 'write');
      const shelf = shelfOn(disk);
      const error = await erase(shelf, disk, id).then(
        () => null,
        (reason: unknown) => asDeskError(reason),
      );
      if (error !== null) expect(error).toMatchObject({ code: 'store.disk-full' });
      const whole = failed() === 0;
      give(Infinity);

      const desk = await shelf.open(id);
      const answer = await desk.commit({ command: { type: 'stage.blackout', on: true } });
      outcomes.add(`${error === null} ${answer.ok}`);
      expect((await erase(shelf, disk, id)).searched.left).toEqual([]);
      expect(figuresOf((await shelf.open(id)).state)).toEqual(figuresOf(state));
      await shelf.close();
      expect(await filesWithPersonal()).toEqual([]);
      if (whole) break;
    }
    expect(outcomes.has('false true')).toBe(true);
    expect(outcomes.has('true false')).toBe(true);
  });
});

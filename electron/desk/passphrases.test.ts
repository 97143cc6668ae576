import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LiveSignal } from '../../shared/contract';
import { DeskError } from '../../shared/contract';
import { nodeDisk } from '../store/nodeDisk';
import { verifyFolder } from '../store/verify';
import type { LocalDesk } from './desk';
import { openDeskOn } from './openDeskOn.fixture';

const PHRASE = 'Vuoksen varrella 27.3.';
const OTHER = 'Saimaan kanava kulkee';
const QUICK = { N: 2 ** 10, r: 8, p: 1 };

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuija-passphrase-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Opened {
  desk: LocalDesk;
  log: string[];
}

async function open(folder: string): Promise<Opened> {
  const log: string[] = [];
  const desk = await openDeskOn(folder, {
    passphraseCost: QUICK,
    log: (line) => log.push(line),
  });
  onTestFinished(() => desk.close());
  return { desk, log };
}

/** An event with somebody in it whose name stands nowhere else. */
async function withSomebody(desk: LocalDesk): Promise<string> {
  const { event } = await desk.ask('events.create', {
    details: { name: 'Imatran ilta', date: '2027-03-27' },
  });
  await add(desk, event, 'Salainensukunimi');
  return event;
}

const add = (desk: LocalDesk, event: string, lastName: string) =>
  desk.ask('event.command', {
    event,
    ask: { command: { type: 'participant.add', fields: { lastName } } },
  });

async function names(desk: LocalDesk, event: string): Promise<string[]> {
  const { state } = await desk.ask('event.state', { event });
  return state.participants.map((one) => one.lastName).toSorted();
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof DeskError) return error.code;
    throw error;
  }
  return 'answered';
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

/** Names of files that hold a text open to read. */
const holding = (folder: string, text: string) =>
  filesBelow(folder).filter((path) => readFileSync(path).includes(text));

describe('an event with a passphrase', () => {
  it('is in no file readable afterwards, works on, and opens again only with the passphrase', async () => {
    const folder = dataFolder();
    const first = await open(folder);
    const event = await withSomebody(first.desk);
    const files = join(folder, 'events', event);
    writeFileSync(join(files, 'db.damaged-2026-11-22T07-29-05-123Z.json'), 'Salainensukunimi');
    const done = await first.desk.ask('event.setPassphrase', { event, passphrase: PHRASE });
    expect(done).toMatchObject({ backup: true });
    expect(done.removed).toBeGreaterThanOrEqual(1);
    await add(first.desk, event, 'Toinensukunimi');
    expect(await names(first.desk, event)).toEqual(['Salainensukunimi', 'Toinensukunimi']);
    await first.desk.close();
    expect(holding(folder, 'sukunimi')).toEqual([]);
    expect(holding(folder, 'Imatran')).toEqual([]);
    expect(readdirSync(files)).toContain('key.json');

    const { desk, log } = await open(folder);
    const [listed] = await desk.ask('events.list', {});
    expect(listed).toMatchObject({ id: event, name: '', participants: 0, locked: true });
    expect(await desk.ask('event.protection', { event })).toEqual({ sealed: true, open: false });
    expect(await codeOf(desk.ask('event.state', { event }))).toBe('seal.locked');
    expect(await codeOf(desk.ask('event.unlock', { event, passphrase: OTHER }))).toBe('seal.wrong');
    await desk.ask('event.unlock', { event, passphrase: PHRASE });
    expect(await names(desk, event)).toEqual(['Salainensukunimi', 'Toinensukunimi']);
    const [unlocked] = await desk.ask('events.list', {});
    expect(unlocked).toMatchObject({ id: event, name: 'Imatran ilta', participants: 2 });
    expect(log.join('\n')).not.toContain(PHRASE);
  });

  it('changes its passphrase only for who knows the present one, and seals all anew', async () => {
    const folder = dataFolder();
    const first = await open(folder);
    const event = await withSomebody(first.desk);
    await first.desk.ask('event.setPassphrase', { event, passphrase: PHRASE });
    const again = (old?: string) =>
      first.desk.ask('event.setPassphrase', { event, passphrase: OTHER, ...(old && { old }) });
    expect(await codeOf(again())).toBe('seal.wrong');
    expect(await codeOf(again('jotain aivan muuta'))).toBe('seal.wrong');
    const key = readFileSync(join(folder, 'events', event, 'key.json'));
    await again(PHRASE);
    await first.desk.close();

    const { desk } = await open(folder);
    expect(await codeOf(desk.ask('event.unlock', { event, passphrase: PHRASE }))).toBe(
      'seal.wrong',
    );
    // The key of before is another one: it opens none of the files.
    writeFileSync(join(folder, 'events', event, 'kept.json'), '');
    const now = readFileSync(join(folder, 'events', event, 'key.json'));
    writeFileSync(join(folder, 'events', event, 'key.json'), key);
    expect(await codeOf(desk.ask('event.unlock', { event, passphrase: PHRASE }))).toBe(
      'seal.noKey',
    );
    writeFileSync(join(folder, 'events', event, 'key.json'), now);
    await desk.ask('event.unlock', { event, passphrase: OTHER });
    expect(await names(desk, event)).toEqual(['Salainensukunimi']);
  });

  it('loses its passphrase for who knows it, and is open from then on', async () => {
    const folder = dataFolder();
    const first = await open(folder);
    const event = await withSomebody(first.desk);
    const remove = (passphrase: string) =>
      codeOf(first.desk.ask('event.removePassphrase', { event, passphrase }));
    expect(await remove(PHRASE)).toBe('seal.none');
    await first.desk.ask('event.setPassphrase', { event, passphrase: PHRASE });
    expect(await remove(OTHER)).toBe('seal.wrong');
    expect(await remove(PHRASE)).toBe('answered');
    await first.desk.close();
    expect(holding(folder, 'Salainensukunimi').length).toBeGreaterThan(0);
    const { desk } = await open(folder);
    expect(await names(desk, event)).toEqual(['Salainensukunimi']);
    expect(await desk.ask('event.protection', { event })).toEqual({ sealed: false, open: true });
  });

  it('takes no passphrase that is too short', async () => {
    const { desk } = await open(dataFolder());
    const event = await withSomebody(desk);
    expect(await codeOf(desk.ask('event.setPassphrase', { event, passphrase: 'nuija12' }))).toBe(
      'seal.short',
    );
    expect(await desk.ask('event.protection', { event })).toEqual({ sealed: false, open: true });
  });

  it('is locked and unlocked under the eyes of who listens', async () => {
    const { desk } = await open(dataFolder());
    const event = await withSomebody(desk);
    const signals: LiveSignal[] = [];
    const stop = desk.live(event, 'desk', (signal) => signals.push(signal));
    onTestFinished(stop);
    const states = () => signals.filter((one) => one.type === 'state').length;
    await until(() => states() === 1);
    await desk.ask('event.setPassphrase', { event, passphrase: PHRASE });
    await until(() => states() === 2);
    await desk.ask('event.lock', { event });
    await until(() => signals.some((one) => one.type === 'lost'));
    expect(await codeOf(desk.ask('event.state', { event }))).toBe('seal.locked');
    expect(await codeOf(add(desk, event, 'Kolmas'))).toBe('seal.locked');
    await desk.ask('event.unlock', { event, passphrase: PHRASE });
    await until(() => states() === 3);
    await add(desk, event, 'Kolmas');
    await until(() => signals.some((one) => one.type === 'commit'));
    expect(JSON.stringify(signals)).not.toContain(PHRASE);
  });

  it('tells a missing and a damaged key apart from a wrong passphrase, and changes nothing', async () => {
    const folder = dataFolder();
    const first = await open(folder);
    const event = await withSomebody(first.desk);
    await first.desk.ask('event.setPassphrase', { event, passphrase: PHRASE });
    await first.desk.close();
    const path = join(folder, 'events', event, 'key.json');
    const key = readFileSync(path);
    const before = filesBelow(folder).map((file) => readFileSync(file));
    for (const damage of [null, Buffer.alloc(key.length), key.subarray(0, 100)]) {
      if (damage) writeFileSync(path, damage);
      else rmSync(path);
      const { desk } = await open(folder);
      const unlock = desk.ask('event.unlock', { event, passphrase: PHRASE });
      expect(await codeOf(unlock)).toBe('seal.noKey');
      await desk.close();
      const [report] = (await verifyFolder(folder)).events;
      const what = damage ? 'unreadable' : 'missing';
      expect(report?.problems).toMatchObject([{ file: 'key.json', what }]);
      writeFileSync(path, key);
    }
    expect(filesBelow(folder).map((file) => readFileSync(file))).toEqual(before);
    const { desk } = await open(folder);
    await desk.ask('event.unlock', { event, passphrase: PHRASE });
    expect(await names(desk, event)).toEqual(['Salainensukunimi']);
  });
});

describe('somebody who changes a sealed file', () => {
  /** Changes one character of the sealed text and makes the checksum fit again. */
  function tamper(path: string, line: (text: string) => boolean): void {
    const lines = readFileSync(path, 'utf8').split('\n');
    const changed = lines.map((text) => (line(text) ? withSum(flipped(text)) : text));
    expect(changed).not.toEqual(lines);
    writeFileSync(path, changed.join('\n'));
  }
  const flipped = (text: string) =>
    text.replace(
      /"sealed":"(.{60})(.)/,
      (_, start, one) => `"sealed":"${start}${one === 'A' ? 'B' : 'A'}`,
    );
  const withSum = (text: string) =>
    text.startsWith('{"crc"')
      ? text.replace(/^\{"crc":"[0-9a-f]{8}",/, `{"crc":"${sum(`{${text.slice(18)}`)}",`)
      : text.replace(
          /,"crc":"[0-9a-f]{8}"\}$/,
          (tail) => `,"crc":"${sum(text.slice(0, -tail.length))}"}`,
        );
  const sum = (text: string) => crc32(text).toString(16).padStart(8, '0');

  it.each(['db.json', 'journal.jsonl'])(
    'in %s is told so, and nothing is changed',
    async (file) => {
      const folder = dataFolder();
      const first = await open(folder);
      const event = await withSomebody(first.desk);
      await first.desk.ask('event.setPassphrase', { event, passphrase: PHRASE });
      await add(first.desk, event, 'Toinensukunimi');
      const files = join(folder, 'events', event);
      // The database as it was before the last line: opening has to read that line.
      const database = readFileSync(join(files, 'db.json'));
      await first.desk.close();
      writeFileSync(join(files, 'db.json'), database);
      tamper(join(files, file), (text) => /"seq":3,"n"|"nuija-db"/.test(text));
      const before = filesBelow(folder).map((path) => readFileSync(path));

      const named = await verifyFolder(folder, nodeDisk, PHRASE);
      const [report] = named.events;
      const line = file === 'journal.jsonl' ? { line: 4 } : {};
      expect(report).toMatchObject({
        sealed: 'read',
        problems: [{ file, what: 'tampered', ...line }],
      });
      const unread = await verifyFolder(folder);
      expect(unread).toMatchObject({ ok: true, events: [{ sealed: 'unread' }] });

      const { desk } = await open(folder);
      const unlock = desk.ask('event.unlock', { event, passphrase: PHRASE });
      const refused = await unlock.catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'seal.tampered' });
      expect(String(refused)).toContain(file);
      await desk.close();
      expect(filesBelow(folder).map((path) => readFileSync(path))).toEqual(before);
    },
  );
});

async function until(met: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!met()) {
    if (Date.now() > end) throw new Error('it did not come about within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { json, run, start } from './program';

const created = z.object({ event: z.string() });
const listed = z.array(
  z.looseObject({ name: z.string(), why: z.string(), seq: z.number(), ok: z.boolean().optional() }),
);
const restored = z.object({ before: z.string().nullable(), aside: z.array(z.string()) });
const people = z.array(z.object({ participants: z.number() }));

let data: string;
let event: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'nuija-backup-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const begin = () => {
  ({ event } = created.parse(json(['demo', '--data', data])));
};
const on = (...words: string[]) => [...words, '--event', event, '--data', data];
const count = (folder = data) =>
  people.parse(json(['event', 'list', '--data', folder]))[0]?.participants ?? 0;
const add = () => {
  const line = JSON.stringify({ type: 'participant.add', fields: { lastName: 'Lisä' } });
  expect(run(on('do'), line).code).toBe(0);
};

describe('nuija backup', () => {
  beforeEach(begin);

  it('makes, lists, checks and restores, and takes the restoring back', () => {
    const { name } = z.looseObject({ name: z.string() }).parse(json(on('backup', 'make')));
    const before = count();
    add();
    const list = listed.parse(json(on('backup', 'list', '--check')));
    expect(list.find((one) => one.name === name)).toMatchObject({ why: 'asked', ok: true });
    const undo = restored.parse(json(on('backup', 'restore', name)));
    expect(count()).toBe(before);
    json(on('backup', 'restore', undo.before ?? ''));
    expect(count()).toBe(before + 1);
    expect(run(['verify', '--data', data]).code).toBe(0);
  });

  it('names a damaged backup, uses it for nothing, and ends with 1', async () => {
    const { name } = z.looseObject({ name: z.string() }).parse(json(on('backup', 'make')));
    const path = join(data, 'events', event, 'backups', name);
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    const checked = run(on('backup', 'list', '--check', '--json'));
    expect(checked.code).toBe(1);
    const list = listed.parse(JSON.parse(checked.stdout));
    expect(list.filter((one) => one.ok === false).map((one) => one.name)).toEqual([name]);
    const refused = run(on('backup', 'restore', name));
    expect(refused.code).toBe(1);
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('copies into a folder, and another data folder opens it with nothing lost', async () => {
    add();
    const folder = await mkdtemp(join(tmpdir(), 'nuija-stick-'));
    json(on('backup', 'copy', '--to', folder));
    const [file = ''] = await readdir(folder);
    const there = join(folder, 'data');
    const opened = created.parse(json(['backup', 'open', join(folder, file), '--data', there]));
    expect(opened.event).toBe(event);
    expect(count(there)).toBe(count());
    const again = run(['backup', 'open', join(folder, file), '--data', there]);
    expect(again.code).toBe(1);
    await rm(folder, { recursive: true });
  });

  it('goes through the desk that runs', async () => {
    const child = start(['serve', '--data', data, '--port', '0', '--no-open', '--json']);
    const gone = new Promise((resolve) => child.once('close', resolve));
    try {
      await once(createInterface({ input: child.stdout }), 'line');
      const { name } = z.looseObject({ name: z.string() }).parse(json(on('backup', 'make')));
      const before = count();
      add();
      json(on('backup', 'restore', name));
      expect(count()).toBe(before);
    } finally {
      child.kill('SIGTERM');
      await gone;
    }
  });

  it('brings back an event of which no file can be read', async () => {
    const before = count();
    const folder = join(data, 'events', event);
    const [{ name = '' } = {}] = listed.parse(json(on('backup', 'list')));
    for (const file of ['db.json', 'journal.jsonl']) await writeFile(join(folder, file), 'x\n');
    const { aside } = restored.parse(json(on('backup', 'restore', name)));
    expect(count()).toBe(before);
    expect(run(on('backup', 'list')).code).toBe(0);
    // Nuija may have repaired the files from the backup by itself when it first looked.
    const kept = (await readdir(folder)).filter((one) => one.includes('.damaged-'));
    expect(kept.length).toBeGreaterThanOrEqual(Math.max(1, aside.length));
  });
});

describe('wrong words', () => {
  it.each([
    [['backup'], 2],
    [['backup', 'restore', 'x'], 2],
    [['backup', 'copy', '--event', '01ARZ3NDEKTSV4RRFFQ69G5FAV'], 2],
    [['backup', 'list', '--event', '01ARZ3NDEKTSV4RRFFQ69G5FAV'], 1],
    [['backup', 'list', '--help'], 0],
  ])('%j ends with %i', (words, code) => {
    expect(run([...words, '--data', data]).code).toBe(code);
  });
});

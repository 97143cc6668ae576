import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { History } from './history';
import { json, run } from './program';
import { openRoom } from './room';
import { startServing } from './serving';
import type { Serving } from './serving';

const MB = 1024 * 1024;
/** So many that a backup of them is far larger than what is left of the disk. */
const PEOPLE = 1_000;

const aliveSchema = z.object({
  type: z.literal('alive'),
  notSaving: z.object({ code: z.string() }).optional(),
});

it('a disk that is really full refuses in words, harms nothing older, and goes on when there is room', async (test) => {
  const room = openRoom(12 * MB);
  if (typeof room === 'string') return test.skip(room);
  const data = join(room.folder, 'data');
  let serving: Serving | null = null;
  try {
    const { event } = z.object({ event: z.string() }).parse(json(['demo', '--data', data]));
    const desk = await startServing(data);
    serving = desk;
    let alive: z.infer<typeof aliveSchema> | null = null;
    desk.listen(event, (frame) => {
      const read = aliveSchema.safeParse(JSON.parse(frame));
      if (read.success) alive = read.data;
    });
    const kept: string[] = [];
    const add = async (notes: string) => {
      const id = ulid();
      const command = { type: 'participant.add', fields: { lastName: `Malli${id}`, notes } };
      const answer = await desk.command(event, { id, command });
      if (answer.ok) kept.push(id);
      return answer;
    };
    expect(await add('')).toMatchObject({ ok: true });

    // Nearly full: the journal still has room, a database of this size no longer.
    const block = join(room.folder, 'filler');
    await writeFile(block, Buffer.alloc(room.free() - 64 * 1024));
    let refused = await add('');
    for (let i = 0; i < 1_000 && refused.ok; i++) refused = await add('x'.repeat(1_000));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'store.disk-full' } });
    expect(refused.failure?.message).toMatch(/disk is full/);
    expect(kept.length).toBeGreaterThan(2);
    await expect.poll(() => alive?.notSaving?.code).toBe('store.disk-full');

    const before = (await desk.event(event)).participants.length;
    await rm(block);
    expect(await add('')).toMatchObject({ ok: true });
    await expect.poll(() => alive).toEqual({ type: 'alive' });
    expect((await desk.event(event)).participants).toHaveLength(before + 1);
    expect(await desk.end('SIGTERM')).toBe(0);

    const journal = join(data, 'events', event, 'journal.jsonl');
    const history = new History(journal);
    await history.readOn();
    for (const id of kept) expect(history.byCommand.get(id), id).toHaveLength(1);
    expect(await readFile(journal, 'utf8')).not.toContain('\u0000');
    expect(run(['verify', '--data', data])).toMatchObject({ code: 0 });
  } finally {
    await serving?.end('SIGKILL');
    room.remove();
  }
}, 300_000);

it('a database or a backup that finds no room is told and harms nothing, and people are still checked in', async (test) => {
  const room = openRoom(12 * MB);
  if (typeof room === 'string') return test.skip(room);
  const data = join(room.folder, 'data');
  let serving: Serving | null = null;
  try {
    const { event } = z.object({ event: z.string() }).parse(json(['demo', '--data', data]));
    const rows = Array.from({ length: PEOPLE }, (_, i) => `Koe;Malli${i};k${i}@m.example`);
    const csv = `Etunimi;Sukunimi;Sähköposti\n${rows.join('\n')}\n`;
    json(['import', '-', '--data', data, '--event', event], csv);
    const desk = await startServing(data);
    serving = desk;
    const kept: string[] = [];
    const add = async () => {
      const id = ulid();
      const command = { type: 'participant.add', fields: { lastName: `Malli${id}` } };
      expect(await desk.command(event, { id, command })).toMatchObject({ ok: true });
      kept.push(id);
    };
    const folder = join(data, 'events', event);
    const database = await readFile(join(folder, 'db.json'));
    const backups = await readdir(join(folder, 'backups'));
    const makeBackup = ['backup', 'make', '--data', data, '--event', event];
    // Enough for what is done at the door, too little for all people at once, packed or not.
    const left = 16 * 1024;
    expect(database.length).toBeGreaterThan(4 * left);
    const block = join(room.folder, 'filler');
    await writeFile(block, Buffer.alloc(room.free() - left));

    await add();
    // The database follows by itself after a quiet while.
    await expect
      .poll(() => desk.said.join('\n'), { timeout: 240_000 })
      .toContain(`event ${event}: store.disk-full`);
    await add();
    const refused = run(makeBackup);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/disk is full/);
    await add();
    expect(await readFile(join(folder, 'db.json'))).toEqual(database);
    expect(await readdir(join(folder, 'backups'))).toEqual(backups);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    await rm(block);
    expect(run(makeBackup)).toMatchObject({ code: 0 });
    await add();
    expect(await desk.end('SIGTERM')).toBe(0);
    expect(await readFile(join(folder, 'db.json'))).not.toEqual(database);
    const history = new History(join(folder, 'journal.jsonl'));
    await history.readOn();
    for (const id of kept) expect(history.byCommand.get(id), id).toHaveLength(1);
    expect(run(['verify', '--data', data])).toMatchObject({ code: 0 });
  } finally {
    await serving?.end('SIGKILL');
    room.remove();
  }
}, 600_000);

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerOf } from '../../shared/contract';
import type { BadgeOptions } from '../badges/badge';
import type { DrawBadges } from '../desk/badgeSheet';
import type { DeskOptions, LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import { DONE, FakeSpooler, JAMMED, PRINTING, STOPPED } from './testing/fakeSpooler';

const A4 = { layout: 'a4-90x55' };

/** A page of A4; what stands on it is others' business. */
const A4_PAGE = new Uint8Array(Buffer.from('%PDF-1.3 /MediaBox [0 0 595.28 841.89]'));
/** What was asked to be drawn on one printer, in the order in which it was. */
let drawings: Array<Pick<BadgeOptions, 'only' | 'lastFirst' | 'flip'>>;
const draw: DrawBadges = async (people, { layout, only, lastFirst, flip }) => {
  drawings.push({ only, lastFirst, flip });
  const [first] = people;
  return {
    pdf: A4_PAGE,
    badges: people.length,
    pages: 1,
    sheets: people.length > 2 ? [2, people.length - 2] : [people.length],
    flip: layout.endsWith('-duplex') ? (flip ?? 'flip-long-edge') : null,
    warnings: first
      ? [
          {
            code: first.code,
            name: first.lastName,
            kind: 'cut-short',
            field: 'lastName',
            detail: 'x',
          },
        ]
      : [],
  };
};

let folder: string;
let spooler: FakeSpooler;
let desk: LocalDesk;
let event: string;
let logged: string[];

const open = (more: Partial<DeskOptions> = {}) =>
  openDeskOn(folder, {
    host: 'serve',
    spooler,
    draw,
    printEvery: 5,
    log: (line) => logged.push(line),
    ...more,
  });

const restart = async (more?: Partial<DeskOptions>) => {
  await desk.close();
  desk = await open(more);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-print-'));
  spooler = new FakeSpooler();
  logged = [];
  drawings = [];
  desk = await open();
  ({ event } = await desk.ask('events.demo', {}));
  await desk.ask('print.choose', { layout: 'a4-90x55', printer: 'Tarrat' });
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const people = async () => (await desk.ask('event.state', { event })).state.participants;
const somebody = async (at = 0) => {
  const person = (await people())[at];
  if (!person) throw new Error('the sample event has nobody');
  return person.id;
};
const prints = async (id: string) =>
  (await people()).find((one) => one.id === id)?.prints.length ?? -1;
const job = async (id: string): Promise<AnswerOf<'print.send'>> => {
  const { jobs } = await desk.ask('print.jobs', { event });
  const found = jobs.find((one) => one.id === id);
  if (!found) throw new Error('the list does not have the job');
  return found;
};
const phase = (id: string) => expect.poll(async () => (await job(id)).phase);
const send = async (more: { printer?: string; again?: 'lost'; who?: string[] } = {}) =>
  desk.ask('print.send', { event, settings: A4, who: [await somebody()], ...more });

describe('a badge on its way to paper', () => {
  it('is counted when the spooler has finished it, not before, and once', async () => {
    const who = await somebody();
    const { id } = await send();
    await phase(id).toBe('queued');
    spooler.states.set('1', PRINTING);
    await phase(id).toBe('printing');
    expect(await prints(who)).toBe(0);
    spooler.states.set('1', DONE);
    await phase(id).toBe('printed');
    expect(await prints(who)).toBe(1);
    await restart();
    expect((await desk.ask('print.jobs', { event })).jobs).toEqual([]);
    expect(await prints(who)).toBe(1);
  });

  it('goes to the printer of its layout, in the medium of its pages, by a title without names', async () => {
    await send();
    await expect.poll(() => spooler.orders.size).toBe(1);
    const order = spooler.orders.get('1');
    expect(order).toMatchObject({ printer: 'Tarrat', size: [210, 297], duplex: null });
    expect(order?.title).toMatch(/^Nuija [0-9A-Z]{26}$/);
  });

  it('says why a second one was printed, in the fact itself', async () => {
    const { id } = await send({ again: 'lost' });
    await phase(id).toBe('queued');
    spooler.states.set('1', DONE);
    await phase(id).toBe('printed');
    let last: unknown;
    for await (const commit of (await desk.shelf.open(event)).commits()) last = commit;
    expect(last).toMatchObject({
      cmd: id,
      facts: [{ type: 'badges.printed', participants: [await somebody()], again: 'lost' }],
    });
  });

  it('waits for a jam to be cleared, says so, and is counted once it is out', async () => {
    spooler.first = JAMMED;
    const who = await somebody();
    const { id } = await send();
    await phase(id).toBe('held');
    expect(await job(id)).toMatchObject({ troubles: ['paper-jam'], says: 'Jam.' });
    spooler.states.set('1', DONE);
    await phase(id).toBe('printed');
    expect(await prints(who)).toBe(1);
  });

  it('stays on the list, with the reason, when the spooler gives it up', async () => {
    const who = await somebody();
    spooler.first = STOPPED;
    const { id } = await send();
    await phase(id).toBe('failed');
    await restart();
    expect(await job(id)).toMatchObject({ phase: 'failed', troubles: ['given-up'], says: 'No.' });
    expect(await prints(who)).toBe(0);
  });

  it('is told of a spooler that does not answer, and goes on when it does', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    spooler.isUp = false;
    await phase(id).toBe('held');
    expect((await job(id)).troubles).toEqual(['no-spooler']);
    spooler.isUp = true;
    await phase(id).toBe('queued');
  });

  it('never goes to another printer than the one it is for', async () => {
    spooler.names.delete('Tarrat');
    const { id } = await send();
    await phase(id).toBe('failed');
    expect(await job(id)).toMatchObject({ printer: 'Tarrat', troubles: ['no-printer'] });
    expect(spooler.orders.size).toBe(0);
    await desk.ask('print.retry', { job: id, printer: 'Toinen' });
    await phase(id).toBe('queued');
    expect(spooler.orders.get('1')?.printer).toBe('Toinen');
  });

  it('is refused where no printer was chosen', async () => {
    await desk.ask('print.choose', { layout: 'a4-90x55', printer: null });
    await expect(send()).rejects.toMatchObject({ code: 'print.noPrinterChosen' });
  });

  it('is printed once, however often it is asked with one id', async () => {
    const id = '01K9ZZZZZZZZZZZZZZZZZZZZZY';
    const asked = { event, settings: A4, who: [await somebody()], id };
    await Promise.all([desk.ask('print.send', asked), desk.ask('print.send', asked)]);
    await desk.ask('print.send', asked);
    await phase(id).toBe('queued');
    spooler.states.set('1', DONE);
    await phase(id).toBe('printed');
    await desk.ask('print.send', asked);
    expect(spooler.orders.size).toBe(1);
  });
});

describe('the to-print list', () => {
  it('goes on after a restart with what the spooler finished meanwhile', async () => {
    const who = await somebody();
    const { id } = await send();
    await phase(id).toBe('queued');
    await desk.close();
    spooler.states.set('1', DONE);
    desk = await open();
    await expect.poll(() => prints(who)).toBe(1);
    const kept = () => readFile(join(folder, 'print-jobs.json'), 'utf8');
    await expect.poll(kept).not.toContain(id);
  });

  it('asks whether a badge came out that was being handed over when the desk ended', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    await desk.close();
    const file = join(folder, 'print-jobs.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"step":"handed"', '"step":"handing"'));
    desk = await open();
    expect(await job(id)).toMatchObject({ phase: 'unclear', troubles: ['interrupted'] });
    expect(spooler.orders.size).toBe(1);
    await desk.ask('print.settle', { job: id, cameOut: true });
    expect(await prints(await somebody())).toBe(1);
  });

  it('asks the same of one that the spooler does not know any more, and prints it again if not', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    spooler.states.delete('1');
    await phase(id).toBe('unclear');
    await desk.ask('print.settle', { job: id, cameOut: false });
    await phase(id).toBe('queued');
    expect(spooler.orders.size).toBe(2);
  });

  it('counts one that came out just before it was taken off', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    spooler.states.set('1', DONE);
    expect((await desk.ask('print.cancel', { job: id })).phase).toBe('printed');
    expect(await prints(await somebody())).toBe(1);
  });

  it('takes one off, out of the queue too, without counting it', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    expect((await desk.ask('print.cancel', { job: id })).phase).toBe('cancelled');
    expect(spooler.states.get('1')?.at).toBe('stopped');
    expect(await prints(await somebody())).toBe(0);
  });

  it('is not printed by a verb that only passes by', async () => {
    spooler.isUp = false;
    const { id } = await send();
    await phase(id).toBe('failed');
    await desk.ask('print.retry', { job: id });
    await phase(id).toBe('failed');
    const file = join(folder, 'print-jobs.json');
    await desk.close();
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"step":"failed"', '"step":"asked"'));
    spooler.isUp = true;
    desk = await open({ host: 'memory' });
    expect((await job(id)).phase).toBe('making');
    await restart();
    await phase(id).toBe('queued');
    expect(spooler.orders.size).toBe(1);
  });

  it('holds no names', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    const text = await readFile(join(folder, 'print-jobs.json'), 'utf8');
    const person = (await people())[0];
    expect(text).toContain(person?.id);
    expect(text).not.toContain(person?.lastName);
  });

  it('forgets an event whose people are erased', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    const { name } = (await desk.ask('event.state', { event })).state.event;
    await desk.ask('event.erase', { event, confirm: name });
    expect((await job(id)).phase).toBe('cancelled');
    expect(spooler.states.get('1')?.at).toBe('stopped');
    await expect(send()).rejects.toMatchObject({ code: 'badges.noOne' });
  });
});

describe('badges with backs on the other side of the sheet', () => {
  const DUPLEX = { layout: 'a4-a6-duplex' };
  const sendSome = async () => {
    const who = (await people()).slice(0, 3).map(({ id }) => id);
    return desk.ask('print.send', { event, settings: DUPLEX, who, printer: 'Tarrat' });
  };
  const duplexes = () => [...spooler.orders.values()].map(({ duplex }) => duplex);

  it('are turned by the printer along the edge for which they are mirrored', async () => {
    spooler.edges = ['long-edge', 'short-edge'];
    const { id } = await sendSome();
    await phase(id).toBe('queued');
    expect(duplexes()).toEqual(['long-edge']);
    expect(drawings).toEqual([{}]);
  });

  it('are mirrored for the other edge where the printer knows only that', async () => {
    spooler.edges = ['short-edge'];
    const { id } = await sendSome();
    await phase(id).toBe('queued');
    expect(duplexes()).toEqual(['short-edge']);
    expect(drawings.at(-1)).toEqual({ flip: 'flip-short-edge' });
  });

  it('come fronts first where it turns nothing, and are counted when the backs are out', async () => {
    const { id, who } = await sendSome();
    await phase(id).toBe('queued');
    expect(drawings.at(-1)).toEqual({ only: 'fronts' });
    spooler.states.set('1', DONE);
    await phase(id).toBe('turn');
    const { turn } = await job(id);
    expect(turn).toMatchObject({ edge: 'long-edge', sheets: 2 });
    expect(who).toContain(turn?.first);
    expect(who).toContain(turn?.last);
    expect(turn?.first).not.toBe(turn?.last);
    expect(await prints(who[0] ?? '')).toBe(0);

    await restart();
    expect((await job(id)).turn).toEqual(turn);
    const asked = { job: id, top: 'last' } as const;
    await Promise.all([desk.ask('print.backs', asked), desk.ask('print.backs', asked)]);
    await phase(id).toBe('queued');
    expect(drawings.at(-1)).toEqual({ only: 'backs', lastFirst: true });
    spooler.states.set('2', DONE);
    await phase(id).toBe('printed');
    expect(await prints(who[0] ?? '')).toBe(1);
    expect(duplexes()).toEqual([null, null]);
  });

  it('have only their backs printed once more when these were given up', async () => {
    const { id } = await sendSome();
    await phase(id).toBe('queued');
    spooler.states.set('1', DONE);
    await phase(id).toBe('turn');
    spooler.first = STOPPED;
    await desk.ask('print.backs', { job: id, top: 'first' });
    await phase(id).toBe('failed');
    expect((await desk.ask('print.retry', { job: id })).phase).toBe('turn');
    spooler.first = DONE;
    await desk.ask('print.backs', { job: id, top: 'first' });
    await phase(id).toBe('printed');
    expect(drawings.map(({ only }) => only)).toEqual([undefined, 'fronts', 'backs', 'backs']);
  });

  it('may stay without backs, or be printed anew', async () => {
    spooler.first = DONE;
    const one = await sendSome();
    await phase(one.id).toBe('turn');
    expect((await desk.ask('print.settle', { job: one.id, cameOut: true })).phase).toBe('printed');
    const other = await sendSome();
    await phase(other.id).toBe('turn');
    spooler.edges = ['long-edge'];
    await desk.ask('print.settle', { job: other.id, cameOut: false });
    await phase(other.id).toBe('printed');
    expect(duplexes()).toEqual([null, null, 'long-edge']);
  });

  it('wait for nobody where there is nothing on their backs', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    expect(duplexes()).toEqual([null]);
    expect((await desk.ask('print.backs', { job: id, top: 'first' })).phase).toBe('queued');
    expect(spooler.orders.size).toBe(1);
  });
});

describe('what is to be said of a badge', () => {
  it('is told with it before and after it is out, and is not kept', async () => {
    const { id } = await send();
    await phase(id).toBe('queued');
    const [person] = await people();
    const told = { code: person?.code, name: person?.lastName, kind: 'cut-short' };
    expect((await job(id)).warnings).toMatchObject([told]);
    expect(await readFile(join(folder, 'print-jobs.json'), 'utf8')).not.toContain('cut-short');
    spooler.states.set('1', DONE);
    await phase(id).toBe('printed');
    expect((await job(id)).warnings).toMatchObject([told]);
    const { name } = (await desk.ask('event.state', { event })).state.event;
    await desk.ask('event.erase', { event, confirm: name });
    expect((await job(id)).warnings).toEqual([]);
  });
});

describe('what this machine keeps of its printers', () => {
  it('moves badges by what the printer is off with the layout', async () => {
    const offsets: unknown[] = [];
    await restart({
      draw: async (those, options) => {
        offsets.push(options.offset);
        return draw(those, options);
      },
    });
    const mm: [number, number] = [1.5, -0.5];
    await desk.ask('print.calibrate', { printer: 'Tarrat', layout: 'a4-90x55', mm });
    await send();
    await send({ printer: 'Toinen' });
    await expect.poll(() => spooler.orders.size).toBe(2);
    expect(offsets).toEqual([mm, undefined]);
  });

  it('prints the test sheet with it, on the medium of the layout, without any list', async () => {
    const moved: unknown[] = [];
    await restart({
      drawTestSheet: async (sheet) => {
        moved.push(sheet.offset);
        return { pdf: A4_PAGE, pages: 1 };
      },
    });
    await desk.ask('print.calibrate', { printer: 'Tarrat', layout: 'a4-90x55', mm: [2, 1] });
    await desk.ask('print.testSheet', { printer: 'Tarrat', layout: 'a4-90x55' });
    expect(moved).toEqual([[2, 1]]);
    expect(spooler.orders.get('1')).toMatchObject({ printer: 'Tarrat', size: [210, 297] });
    expect((await desk.ask('print.jobs', {})).jobs).toEqual([]);
    const gone = desk.ask('print.testSheet', { printer: 'Kadonnut', layout: 'a4-90x55' });
    await expect(gone).rejects.toMatchObject({ code: 'print.notTaken' });
  });

  it('stands after a restart, and goes when it is taken back', async () => {
    await desk.ask('print.calibrate', { printer: 'Tarrat', layout: 'a4-90x55', mm: [1, 2] });
    await restart();
    expect(await desk.ask('print.settings', {})).toEqual({
      printers: { 'a4-90x55': 'Tarrat' },
      offsets: [{ printer: 'Tarrat', layout: 'a4-90x55', mm: [1, 2] }],
    });
    await desk.ask('print.calibrate', { printer: 'Tarrat', layout: 'a4-90x55', mm: [0, 0] });
    await desk.ask('print.choose', { layout: 'a4-90x55', printer: null });
    expect(await desk.ask('print.settings', {})).toEqual({ printers: {}, offsets: [] });
  });

  it('is kept aside when it cannot be read, and never stands in the way', async () => {
    await desk.close();
    await writeFile(join(folder, 'printers.json'), '{"format":"nuija-printers","version":9}');
    desk = await open();
    expect(await desk.ask('print.settings', {})).toEqual({ printers: {}, offsets: [] });
    const aside = (await readdir(folder)).find((name) => name.startsWith('printers.damaged-'));
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toContain('"version":9');
    expect(logged.join('\n')).toContain('printers.json cannot be read');
  });
});

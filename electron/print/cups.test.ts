import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AskOf } from '../../shared/contract';
import type { LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import { cupsServer } from './askCups';
import { pageSizeOf } from './pageSize';
import { RealCups, whyNoCups } from './testing/realCups';

const LABEL = { layout: 'label-62x100' };
const sized = (width: number, height: number) => ({
  layout: 'custom',
  custom: {
    medium: [width, height] satisfies [number, number],
    badge: [width, height] satisfies [number, number],
    columns: 1,
    rows: 1,
    left: 0,
    top: 0,
    gutter: [0, 0] satisfies [number, number],
  },
});

let cups: RealCups | string;
let folder: string;
let desk: LocalDesk;
let event: string;

beforeAll(async () => {
  cups = whyNoCups() ?? (await RealCups.start());
  if (typeof cups === 'string') return;
  folder = await mkdtemp(join(tmpdir(), 'nuija-print-'));
  desk = await openDeskOn(folder, { host: 'serve', spooler: cups.spooler(), printEvery: 200 });
  ({ event } = await desk.ask('events.demo', {}));
});
afterAll(async () => {
  if (cups === undefined || typeof cups === 'string') return;
  await desk.close();
  await cups.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A test that needs a print service of its own, and is skipped with the reason where there is none. */
const onPaper = (name: string, run: (real: RealCups) => Promise<void>) =>
  it(name, (test) => (typeof cups === 'string' ? test.skip(cups) : run(cups)));

const people = async () => (await desk.ask('event.state', { event })).state.participants;
const somebody = async (at: number) => {
  const person = (await people())[at];
  if (!person) throw new Error('the sample event has nobody');
  return person.id;
};
const prints = async (at: number) => (await people())[at]?.prints.length;
const send = async (at: number, settings: AskOf<'print.send'>['settings'], printer = 'Badge') =>
  (await desk.ask('print.send', { event, who: [await somebody(at)], settings, printer })).id;
const job = async (id: string) => {
  const { jobs } = await desk.ask('print.jobs', { event });
  return jobs.find((one) => one.id === id);
};
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/MediaBox/g)?.length;
const phase = (id: string) => expect.poll(async () => (await job(id))?.phase);

it('finds the print service by what lpstat says of it', () => {
  expect(cupsServer('/run/cups/cups.sock\n')).toEqual({ socketPath: '/run/cups/cups.sock' });
  expect(cupsServer('localhost:631\n')).toEqual({ host: 'localhost', port: 631 });
  expect(cupsServer('[::1]:631\n')).toEqual({ host: '::1', port: 631 });
  expect(cupsServer('\n')).toBeNull();
});

onPaper('CUPS lists its printers, and the one that is not there is told', async () => {
  const { spooler, printers } = await desk.ask('print.printers', {});
  expect(spooler).toBe('cups');
  expect(printers).toMatchObject([{ name: 'Badge', state: 'idle', troubles: [] }]);
  const id = await send(0, LABEL, 'Kadonnut');
  await phase(id).toBe('failed');
  expect((await job(id))?.troubles).toEqual(['no-printer']);
  await desk.ask('print.cancel', { job: id });
});

onPaper('what arrives at the printer has exactly the medium’s size, unturned', async (real) => {
  const first = await send(0, LABEL);
  const second = await send(0, sized(90, 55));
  await phase(first).toBe('printed');
  await phase(second).toBe('printed');
  expect(await prints(0)).toBe(2);
  expect((await real.paper()).map(pageSizeOf)).toEqual([
    [62, 100],
    [90, 55],
  ]);
  expect(await real.media()).toEqual(['6200x10000', '9000x5500']);
});

onPaper('a size that the printer does not have is told before anything is printed', async () => {
  const id = await send(0, sized(300, 300));
  await phase(id).toBe('failed');
  expect((await job(id))?.troubles).toEqual(['no-paper-size']);
  await desk.ask('print.cancel', { job: id });
});

onPaper('a jam is told in words, and the badge counted once it is out', async (real) => {
  await real.jam();
  const id = await send(1, LABEL);
  await expect.poll(async () => (await job(id))?.troubles).toEqual(['paper-jam']);
  expect(await job(id)).toMatchObject({ phase: 'held' });
  expect(await prints(1)).toBe(0);
  await real.clearJam();
  await phase(id).toBe('printed');
  expect(await prints(1)).toBe(1);
});

onPaper(
  'a queue that somebody has stopped is told, and goes on when it is started',
  async (real) => {
    const before = await prints(3);
    await real.pause();
    const id = await send(3, LABEL);
    await expect.poll(async () => (await job(id))?.troubles).toEqual(['paused']);
    expect(await job(id)).toMatchObject({ phase: 'held' });
    await real.resume();
    await phase(id).toBe('printed');
    expect(await prints(3)).toBe((before ?? NaN) + 1);
  },
);

onPaper(
  'a sheet with backs is printed on both sides, along the edge of its layout',
  async (real) => {
    const { printers } = await desk.ask('print.printers', {});
    expect(printers).toMatchObject([{ turns: ['long-edge', 'short-edge'] }]);
    const id = await send(3, { layout: 'a4-a6-duplex' });
    await phase(id).toBe('printed');
    expect((await real.sides()).at(-1)).toBe('two-sided-long-edge');
    expect((await real.paper()).map(pagesOf).at(-1)).toBe(2);
  },
);

onPaper('a job that somebody deletes in the system stays on the list as failed', async (real) => {
  await real.jam();
  const id = await send(1, LABEL);
  await phase(id).toBe('held');
  await real.cancelAll();
  await real.clearJam();
  await phase(id).toBe('failed');
  expect((await job(id))?.troubles).toEqual(['given-up']);
  await desk.ask('print.cancel', { job: id });
  expect(await prints(1)).toBe(1);
});

onPaper('a printer switched off and on in the middle prints what waited, once', async (real) => {
  const before = (await real.paper()).length;
  await real.switchOff();
  const id = await send(2, LABEL);
  await expect.poll(async () => (await job(id))?.troubles).toEqual(['no-contact']);
  expect(await job(id)).toMatchObject({ phase: 'held' });
  // The desk is closed and opened meanwhile.
  await desk.close();
  desk = await openDeskOn(folder, { host: 'serve', spooler: real.spooler(), printEvery: 200 });
  await real.switchOn();
  await phase(id).toBe('printed');
  expect(await prints(2)).toBe(1);
  expect((await real.paper()).length).toBe(before + 1);
});

onPaper('a printer of one side prints the fronts, waits, and then the backs', async (real) => {
  const printer = await real.addSimplex();
  const { printers } = await desk.ask('print.printers', {});
  expect(printers.find(({ name }) => name === printer)?.turns).toEqual([]);
  const all = await people();
  const who = [...all].slice(10, 15).map(({ id }) => id);
  const settings = { layout: 'a4-a6-duplex' };
  const { id } = await desk.ask('print.send', { event, who, settings, printer });
  await phase(id).toBe('turn');
  expect((await job(id))?.turn).toMatchObject({ edge: 'long-edge', sheets: 2 });
  expect((await real.paper('sheets')).map(pagesOf)).toEqual([2]);
  expect(await prints(10)).toBe(0);
  await desk.ask('print.backs', { job: id, top: 'last' });
  await phase(id).toBe('printed');
  expect((await real.paper('sheets')).map(pagesOf)).toEqual([2, 2]);
  expect(await Promise.all([10, 11, 12, 13, 14].map(prints))).toEqual([1, 1, 1, 1, 1]);
});

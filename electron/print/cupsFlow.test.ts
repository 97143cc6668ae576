import { delimiter } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CupsSpooler } from './cups';
import { runProgram } from './program';
import type { SpoolOrder } from './spooler';
import { FakeCups } from './testing/fakeCups';

let cups: FakeCups;
let spooler: CupsSpooler;

beforeAll(async () => {
  cups = await FakeCups.start();
  const path = `${cups.folder}${delimiter}${process.env['PATH']}`;
  spooler = new CupsSpooler((file, args, more) =>
    runProgram(file, args, { ...more, env: { PATH: path } }),
  );
});
beforeEach(() => {
  cups.clear();
  cups.add('Tarrat');
});
afterAll(() => cups.stop());

const order = (more: Partial<SpoolOrder> = {}): SpoolOrder => ({
  printer: 'Tarrat',
  pdf: Buffer.from('%PDF-1.3 one badge'),
  size: [62, 100],
  duplex: null,
  title: 'Nuija 1',
  ...more,
});
const job = (number: number) => {
  const found = cups.jobs[number - 1];
  if (!found) throw new Error(`there is no job ${number}`);
  return found;
};

describe('printing through CUPS', () => {
  it('lists what is set up, with what keeps each from printing', async () => {
    cups.add('A4');
    cups.trouble('A4', 'media-empty-error');
    expect(await spooler.printers()).toMatchObject([
      { name: 'Tarrat', troubles: [] },
      { name: 'A4', troubles: ['paper-out'] },
    ]);
  });

  it('hands the document over whole, on its medium, neither scaled, turned nor multiplied', async () => {
    expect(await spooler.submit(order())).toBe('1');
    const { options, pdf } = job(1);
    expect(pdf.toString()).toBe('%PDF-1.3 one badge');
    const told = options.flatMap((word, at) => (options[at - 1] === '-o' ? [word] : []));
    expect(told).toEqual(
      expect.arrayContaining([
        'media=Custom.62x100mm',
        'PageSize=Custom.62x100mm',
        'print-scaling=none',
        'fit-to-page=false',
        'orientation-requested=3',
        'number-up=1',
        'sides=one-sided',
      ]),
    );
    expect(options[options.indexOf('-n') + 1]).toBe('1');
  });

  it('turns the sheet along the edge that the layout says', async () => {
    await spooler.submit(order({ duplex: 'short-edge' }));
    expect(job(1).options).toContain('sides=two-sided-short-edge');
  });

  it('knows which printers turn sheets, and along which edge', async () => {
    const both = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'];
    cups.add('Laser', [], both);
    cups.add('Vihko', [], ['two-sided-short-edge']);
    cups.add('Yksi', [], ['one-sided']);
    expect(await spooler.turns('Laser')).toEqual(['long-edge', 'short-edge']);
    expect(await spooler.turns('Vihko')).toEqual(['short-edge']);
    expect(await spooler.turns('Yksi')).toEqual([]);
    expect(await spooler.turns('Tarrat')).toEqual([]);
    await expect(spooler.turns('Kadonnut')).rejects.toMatchObject({ trouble: 'no-printer' });
    const told = (await spooler.printers()).map(({ name, turns }) => [name, turns.length]);
    expect(told).toEqual([
      ['Tarrat', 0],
      ['Laser', 2],
      ['Vihko', 1],
      ['Yksi', 0],
    ]);
  });

  it('tells jobs apart by what became of them', async () => {
    await spooler.submit(order());
    const at = async (state: number) => {
      job(1).state = state;
      return (await spooler.look('Tarrat', '1')).at;
    };
    expect(await at(3)).toBe('queued');
    expect(await at(5)).toBe('printing');
    expect(await at(7)).toBe('stopped');
    expect(await at(8)).toBe('stopped');
    expect(await at(9)).toBe('done');
    expect((await spooler.look('Tarrat', '2')).at).toBe('unknown');
  });

  it('says that a held job is held', async () => {
    await spooler.submit(order());
    job(1).state = 4;
    expect(await spooler.look('Tarrat', '1')).toMatchObject({ at: 'queued', troubles: ['paused'] });
  });

  it('refuses a printer that is not there, and a size that it does not have', async () => {
    cups.add('A4', ['iso_a4_210x297mm']);
    await expect(spooler.submit(order({ printer: 'Kadonnut' }))).rejects.toMatchObject({
      trouble: 'no-printer',
    });
    await expect(spooler.submit(order({ printer: 'A4' }))).rejects.toMatchObject({
      trouble: 'no-paper-size',
    });
    expect(cups.jobs).toHaveLength(0);
  });

  it('takes a job out of the queue', async () => {
    cups.first = 3;
    await spooler.submit(order());
    await spooler.cancel('Tarrat', '1');
    expect((await spooler.look('Tarrat', '1')).at).toBe('stopped');
  });

  it('says that there is no print service where lpstat is not installed', async () => {
    const nowhere = new CupsSpooler((file, args) => runProgram(`/nowhere/${file}`, args));
    await expect(nowhere.printers()).rejects.toMatchObject({ trouble: 'no-spooler', says: '' });
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Ran } from './program';
import { WindowsSpooler, windowsPrinters, windowsTroubles } from './windows';
import { CANCEL, LIST, LOOK, PRINT, SIDES } from './windowsScripts';

const PRINTER = 'Tarrat "1"; Remove-Item *';
const ORDER = {
  printer: PRINTER,
  pdf: Buffer.from('%PDF-1.3'),
  size: [62, 100.5] as const,
  duplex: null,
  title: 'Nuija 1',
};
const NAMES = new Map([
  [LIST, 'list'],
  [SIDES, 'sides'],
  [LOOK, 'look'],
  [PRINT, 'print'],
  [CANCEL, 'cancel'],
]);

/** A Windows whose PowerShell says, one after the other, what a test lays down; what it was asked is kept. */
function windows(...answers: Array<string | Partial<Ran>>) {
  const asked: Array<{ script: string; env: Record<string, string>; pdf: string }> = [];
  const spooler = new WindowsSpooler(async (file, args, { env = {} } = {}) => {
    expect(file).toBe('powershell.exe');
    expect(args.slice(0, -1)).toEqual([
      '-NoProfile',
      '-NonInteractive',
      '-ExecutionPolicy',
      'Bypass',
      '-EncodedCommand',
    ]);
    const text = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    // CreateProcess takes command lines of up to 32,767 characters.
    expect([file, ...args].join(' ').length).toBeLessThan(32_767);
    const pdf = env['NUIJA_PDF'] ? readFileSync(env['NUIJA_PDF'], 'latin1') : '';
    asked.push({ script: NAMES.get(text) ?? 'another', env, pdf });
    const said = answers.shift() ?? '';
    const ran = typeof said === 'string' ? { out: said } : said;
    return { code: 0, out: '', err: '', ...ran };
  });
  return { spooler, asked };
}
const look = (printer: string | null, ...jobs: string[]) => JSON.stringify({ printer, jobs });

describe('printing on Windows', () => {
  it('hands a file over by the environment, and leaves nothing of it behind', async () => {
    const { spooler, asked } = windows('printed');
    expect(await spooler.submit(ORDER)).toBe('Nuija 1');
    const [{ script, env, pdf } = { script: '', env: {}, pdf: '' }] = asked;
    expect(script).toBe('print');
    expect(pdf).toBe('%PDF-1.3');
    expect(env).toMatchObject({
      NUIJA_PRINTER: PRINTER,
      NUIJA_TITLE: 'Nuija 1',
      NUIJA_WIDTH: '62',
      NUIJA_HEIGHT: '100.5',
      NUIJA_DUPLEX: 'Simplex',
    });
    expect(existsSync(env['NUIJA_PDF'] ?? '')).toBe(false);
    expect([...NAMES.keys()].join('')).not.toContain(PRINTER);
  });

  it('turns sheets along the edge that is asked, in the words of System.Drawing', async () => {
    const { spooler, asked } = windows('printed', 'printed');
    await spooler.submit({ ...ORDER, duplex: 'long-edge' });
    await spooler.submit({ ...ORDER, duplex: 'short-edge' });
    expect(asked.map(({ env }) => env['NUIJA_DUPLEX'])).toEqual(['Vertical', 'Horizontal']);
  });

  it('knows which printers turn sheets at all', async () => {
    const { spooler } = windows('{"duplex":true}', '{"duplex":false}', '{"duplex":null}');
    expect(await spooler.turns('A')).toEqual(['long-edge', 'short-edge']);
    expect(await spooler.turns('B')).toEqual([]);
    await expect(spooler.turns('C')).rejects.toMatchObject({ trouble: 'no-printer' });
  });

  it('takes back what went out when it breaks off in the middle', async () => {
    const broken = { code: null, err: 'Out of memory.' };
    const { spooler, asked } = windows(broken, '', 'no-printer', '');
    const first = spooler.submit(ORDER);
    await expect(first).rejects.toMatchObject({ trouble: 'no-spooler', says: 'Out of memory.' });
    await expect(spooler.submit(ORDER)).rejects.toMatchObject({ trouble: 'no-printer' });
    expect(asked.map(({ script }) => script)).toEqual(['print', 'cancel', 'print', 'cancel']);
    expect(existsSync(asked[0]?.env['NUIJA_PDF'] ?? '')).toBe(false);
  });

  it('takes a job that stood well and has left the queue for finished', async () => {
    const { spooler } = windows('printed', look('Normal', 'Printing'), look('Normal'));
    const id = await spooler.submit(ORDER);
    expect((await spooler.look(PRINTER, id)).at).toBe('printing');
    expect((await spooler.look(PRINTER, id)).at).toBe('done');
  });

  it('asks about one that left the queue while there was trouble, or that it never saw', async () => {
    const { spooler } = windows('printed', look('Normal', 'Error, PaperOut'), look('Normal'));
    const id = await spooler.submit(ORDER);
    const told = await spooler.look(PRINTER, id);
    expect(told).toMatchObject({ at: 'queued', troubles: ['paper-out'] });
    expect((await spooler.look(PRINTER, id)).at).toBe('unknown');
    const other = windows(look('Normal'));
    expect((await other.spooler.look(PRINTER, 'Nuija 2')).at).toBe('unknown');
  });

  it('takes a job that was sent for finished only where the printer has no trouble', async () => {
    const { spooler } = windows(
      look('PaperJam', 'Complete'),
      look('Normal', 'Complete, Retained'),
      look('Normal', 'Printed, Retained'),
    );
    const jammed = await spooler.look(PRINTER, 'Nuija 1');
    expect(jammed).toMatchObject({ at: 'queued', troubles: ['paper-jam'] });
    expect((await spooler.look(PRINTER, 'Nuija 1')).at).toBe('done');
    expect((await spooler.look(PRINTER, 'Nuija 1')).at).toBe('done');
  });

  it('tells a printer that is gone, and a PowerShell that says something else', async () => {
    const { spooler } = windows(look(null), 'Oho!', { code: 1, err: 'Access is denied.' });
    const gone = await spooler.look(PRINTER, 'Nuija 1');
    expect(gone).toMatchObject({ at: 'unknown', troubles: ['no-printer'] });
    await expect(spooler.printers()).rejects.toMatchObject({ trouble: 'no-spooler', says: 'Oho!' });
    await expect(spooler.printers()).rejects.toMatchObject({ says: 'Access is denied.' });
  });

  it('reads the states of printers and jobs, one or several', () => {
    expect(windowsTroubles('Printing, Retained')).toEqual([]);
    expect(windowsTroubles('Error, PaperOut, Offline')).toEqual(['paper-out', 'no-contact']);
    expect(windowsTroubles('BlockedDeviceQueue')).toEqual(['needs-attention']);
  });

  it('lists printers, none too', async () => {
    const said =
      '[{"name":"Tarrat \\"1\\"","comment":"","location":"Ovi","driver":"Brother QL-820NWB","status":"PaperOut","default":true,"duplex":false}]';
    expect(windowsPrinters(said)).toEqual([
      {
        name: 'Tarrat "1"',
        description: 'Brother QL-820NWB',
        place: 'Ovi',
        isDefault: true,
        state: 'idle',
        troubles: ['paper-out'],
        says: '',
        turns: [],
      },
    ]);
    expect(await windows('').spooler.printers()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { afterImport, eventOf, rowsOf } from '../../../shared/intake/gathering';
import { reconcile } from '../../../shared/intake/reconcile';
import { PUBLIC_FIELDS } from '../../../shared/model/public';
import { readRegistrations } from '../import/read';
import { draw } from '../../reports/draw';
import { makeExport } from './make';

const people = rowsOf(
  {
    firstName: 'Anna',
    lastName: 'af Keksitty',
    email: 'anna@sepite.example',
    phone: '+358 40 0000000',
    organisation: '=1+1 Oy',
    sector: 'private',
    role: 'speaker',
    diet: 'laktoositon; "ei pähkinää"',
    notes: 'ensin\nsitten',
    offers: ['apua', 'tiloja'],
    consentContact: true,
    consentPhoto: false,
    externalId: 'K1',
    answers: { Sektori: 'Kirkko', Toive: '-kahvia', 'Oma; otsikko': "'heittomerkki" },
  },
  { firstName: 'Pekka', lastName: 'Satu', phone: '+358-40-0000000', email: '' },
  { organisation: '@loru', email: 'loru@loru.example' },
);
const state = afterImport(eventOf(), people);

async function* none() {}

const made = (format: 'csv' | 'xlsx', delimiter?: ';' | ',') =>
  makeExport(format, state, none(), {
    now: 0,
    drawSheet: draw,
    ...(delimiter ? { delimiter } : {}),
  });

describe('an export that is imported again', () => {
  it.each([
    ['csv', ';'],
    ['csv', ','],
    ['xlsx', undefined],
  ] as const)('changes nothing: %s %s', async (format, delimiter) => {
    const { bytes, name, rows: count } = await made(format, delimiter);
    expect(count).toBe(3);
    const remembered = { Sektori: 'sector', Toive: 'needs' };
    const { rows, rejected } = await readRegistrations({ name, bytes }, remembered);
    expect(rejected).toEqual([]);
    const plan = reconcile(state, rows);
    expect(plan).toMatchObject({ added: [], updated: [], conflicts: [], unchanged: 3 });
  });

  it('into an empty event brings everybody with their codes', async () => {
    const { bytes, name } = await made('csv');
    const { rows } = await readRegistrations({ name, bytes }, {});
    const after = afterImport(eventOf(), rows);
    const codes = (from: typeof state) => [...from.codes.keys()].sort();
    expect(codes(after)).toEqual(codes(state));
  });
});

describe('the CSV', () => {
  it('has the public fields, then the answers, a BOM, semicolons and CRLF', async () => {
    const { bytes, mime } = await made('csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const [head = ''] = text.split('\r\n');
    expect(mime).toBe('text/csv');
    expect(head).toBe(`\uFEFF${PUBLIC_FIELDS.join(';')};Sektori;Toive;"Oma; otsikko"`);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has no cell that a spreadsheet would run, and telephone numbers that can be called', async () => {
    const text = new TextDecoder().decode((await made('csv')).bytes);
    expect(text).toContain(";'=1+1 Oy;");
    expect(text).toContain(";'@loru;");
    expect(text).toContain(";'-kahvia;");
    expect(text).toContain(';+358 40 0000000;');
    expect(text).toContain(";'+358-40-0000000;");
  });
});

describe('a file name', () => {
  it('is safe on every system', async () => {
    const named = (name: string) =>
      makeExport('csv', { ...state, event: { ...state.event, name, date: '2026-11-22' } }, none(), {
        now: 0,
        drawSheet: draw,
      });
    expect((await named('Lappeenranta: "Åpen/päivä"?')).name).toMatch(
      /^lappeenranta-apen-paiva-2026-11-22[a-z-]*\.csv$/,
    );
    expect((await named('../..')).name).not.toContain('..');
  });
});

import { describe, expect, it } from 'vitest';
import { afterImport, eventOf } from '../../../shared/intake/gathering';
import { reconcile } from '../../../shared/intake/reconcile';
import { readRegistrations } from './read';
import type { Source } from './read';

const HEAD =
  'Ilmoittautumistunnus;Etunimi;Sukunimi;Sähköposti;Organisaatio;Sektori;Erityisruokavalio;Yhteystietoni saa jakaa osallistujille;Mitä toivot tilaisuudelta?';
const FILE = [
  HEAD,
  'K1;Anna;Keksitty;anna@sepite.example;Sepite Oy;Yksityinen;;Kyllä;Uusia kumppaneita',
  'K2;Åke;af Satu;ake@taru.example;Tarun kaupunki;Julkinen;"laktoositon; ei pähkinää";Ei;"Kuulla muista; ""verkostoitua""\nja jutella"',
  'K3;Máret;Kuvitelma;maret@loru.example;Loru ry;Kolmas sektori;;Kyllä;',
  '',
].join('\r\n');

const read = (text: string, more: Partial<Source> = {}, remembered: Record<string, string> = {}) =>
  readRegistrations({ name: 'test.csv', bytes: Buffer.from(text), ...more }, remembered);

describe('a registration file', () => {
  it('is read with its headings, values and prose', async () => {
    const { rows, columns, encoding, delimiter } = await read(`\uFEFF${FILE}`);
    expect([encoding, delimiter]).toEqual(['utf-8', ';']);
    expect(columns.at(-1)).toEqual({
      heading: 'Mitä toivot tilaisuudelta?',
      field: '',
      samples: ['Uusia kumppaneita', 'Kuulla muista; "verkostoitua" ja jutella'],
    });
    expect(rows[1]).toEqual({
      row: 3,
      fields: {
        externalId: 'K2',
        firstName: 'Åke',
        lastName: 'af Satu',
        email: 'ake@taru.example',
        organisation: 'Tarun kaupunki',
        sector: 'public',
        diet: 'laktoositon; ei pähkinää',
        consentContact: false,
        answers: { 'Mitä toivot tilaisuudelta?': 'Kuulla muista; "verkostoitua"\nja jutella' },
      },
    });
  });

  it('adds nobody the second time, and a week later only who is new', async () => {
    const { rows } = await read(FILE);
    const once = afterImport(eventOf(), rows);
    expect(reconcile(once, rows)).toMatchObject({ added: [], updated: [], unchanged: 3 });
    const later =
      FILE.replace('Sepite Oy;Yksityinen', 'Taru;Julkinen') + 'K4;Uusi;Loru;u@x.example;;;;;\r\n';
    const plan = reconcile(once, (await read(later)).rows);
    expect([plan.added.length, plan.updated.length, plan.unchanged]).toEqual([1, 1, 2]);
  });

  it('says the row a spreadsheet shows, titles, blank rows and quoted line ends counted', async () => {
    const text = `Ilmoittautuneet\r\n\r\n${FILE}K5;;;not an address;;;;;\r\nK6;Ulla;Uusi;ei;;;;;\r\n`;
    const { rows, rejected } = await read(text);
    expect(rows.map((row) => row.row)).toEqual([4, 5, 6]);
    expect(rejected).toEqual([
      expect.objectContaining({ row: 7, code: 'email', params: { email: 'not an address' } }),
      expect.objectContaining({ row: 8, params: { email: 'ei', name: 'Ulla Uusi' } }),
    ]);
  });

  it('loses no column and no value it does not know', async () => {
    const { rows } = await read(
      'Nimi;Email;Sektori;Toive;Toive;;Kuvauslupa\nAnna Satu;a@x.example;Kirkko;yksi;kaksi;kolme;ehkä\n',
    );
    expect(rows[0]?.fields).toEqual({
      firstName: 'Anna',
      lastName: 'Satu',
      email: 'a@x.example',
      answers: {
        Sektori: 'Kirkko',
        Toive: 'yksi',
        'Toive (2)': 'kaksi',
        F: 'kolme',
        Kuvauslupa: 'ehkä',
      },
    });
  });

  it('takes a dash where something was required for nothing, but keeps it as an answer', async () => {
    const { rows } = await read(
      'Nimi;Organisaatio;Sähköposti;Sektori;Mitä toivot?\nAnna Satu;-;–;-;-\n',
    );
    expect(rows.map(({ fields }) => fields)).toEqual([
      { firstName: 'Anna', lastName: 'Satu', answers: { 'Mitä toivot?': '-' } },
    ]);
  });

  it('does not take a newsletter question for an address', async () => {
    const { columns } = await read(
      'Nimi;Haluatko sähköpostia?;Sposti\nAnna Satu;Kyllä;a@x.example\n',
    );
    expect(columns.map((column) => column.field)).toEqual(['name', '', 'email']);
  });
});

describe('the mapping of columns', () => {
  it('is what was chosen, else what was remembered, else what is recognised', async () => {
    const text = 'Nimi;Email;Toive;Sektori\nAnna Satu;a@x.example;apua;Muu\n';
    const { columns } = await read(
      text,
      { mapping: { Sektori: '-' } },
      { Sektori: '', Toive: 'needs', Muu: 'title' },
    );
    expect(columns.map((column) => column.field)).toEqual(['name', 'email', 'needs', '-']);
  });

  it('with a heading or a field that does not exist is refused, naming those that do', async () => {
    await expect(read(FILE, { mapping: { Nimi: 'name' } })).rejects.toThrow(/columns are: Ilmo/);
    await expect(read(FILE, { mapping: { Etunimi: 'forename' } })).rejects.toThrow(/firstName/);
  });
});

describe('pasted cells without headings', () => {
  const paste = (text: string) => readRegistrations({ name: 'pasted', text }, { A: 'notes' });

  it('are told by what is in them', async () => {
    const { rows, columns } = await paste(
      'Anna\tKeksitty\tSepite Oy\tanna@sepite.example\r\nÅke\taf Satu\tLoru ry\take@loru.example',
    );
    expect(columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['A', 'firstName'],
      ['B', 'lastName'],
      ['C', 'organisation'],
      ['D', 'email'],
    ]);
    expect(rows.map((row) => row.row)).toEqual([1, 2]);
  });

  it('may have the last name first, or the whole name in one cell', async () => {
    const reversed = await paste('Keksitty\tAnna\tanna@sepite.example\nSatu\tPekka\tp@x.example');
    expect(reversed.rows[0]?.fields).toMatchObject({ firstName: 'Anna', lastName: 'Keksitty' });
    const whole = await paste(
      'anna@sepite.example\tKeksitty Anna\tJulkinen\np@x.example\tKuvitelma Pekka\tYksityinen',
    );
    expect(whole.rows[1]?.fields).toEqual({
      email: 'p@x.example',
      firstName: 'Pekka',
      lastName: 'Kuvitelma',
      sector: 'private',
    });
    const list = await paste('Anna Keksitty\nPekka Satu\n');
    expect(list.rows.map((row) => row.fields.lastName)).toEqual(['Keksitty', 'Satu']);
  });
});

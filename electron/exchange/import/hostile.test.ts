import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { checkExtent } from './extent';
import { LIMITS } from './limits';
import { readRegistrations } from './read';
import type { Source } from './read';
import { archiveOf } from './testing/archive';

const HEAD = 'Etunimi;Sukunimi;Sähköposti;Toive\n';
const ROW = 'Anna;Keksitty;anna@sepite.example;';

const read = (text: string, more: Partial<Source> = {}) =>
  readRegistrations({ name: 'test.csv', bytes: Buffer.from(text), ...more }, {});

const refused = (text: string) => read(text).catch((error: { code: string }) => error.code);

const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ]);

describe('a file of another kind is refused with what to do', () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0', 'latin1')],
    ['picture', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01', 'latin1')],
    ['oldExcel', compound('Workbook')],
    ['protected', compound('EncryptedPackage')],
    ['wordFile', compound('WordDocument')],
    ['notText', compound('PowerPoint Document')],
    ['notText', compound('__properties_version1.0')],
    ['wordFile', Buffer.from('{\\rtf1\\ansi table}')],
    ['wordFile', archiveOf({ 'word/document.xml': '<w:document/>' })],
    ['openDocument', archiveOf({ mimetype: 'application/vnd.oasis', 'content.xml': '<office/>' })],
    ['numbers', archiveOf({ 'Index/Document.iwa': 'x' })],
    ['binaryWorkbook', archiveOf({ 'xl/workbook.bin': 'x' })],
    ['archive', archiveOf({ 'ilmoittautuneet.csv': 'Nimi\nAnna' })],
    ['notWorkbook', archiveOf({ 'x.dat': 'x' })],
    ['contacts', Buffer.from('BEGIN:VCARD\r\nVERSION:4.0\r\n')],
    ['nuijaExport', Buffer.from('{\n  "format": "nuija",\n  "version": 1}')],
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from('\uFEFF\r\n;;\r\n\u200B')],
    ['headersOnly', Buffer.from('Etunimi;Sukunimi;Sähköposti\r\n')],
    ['openQuote', Buffer.from(`${HEAD}${ROW}"ei koskaan kiinni\n${ROW}x\n`)],
  ])('%s', async (code, bytes) => {
    await expect(readRegistrations({ name: 'x', bytes }, {})).rejects.toMatchObject({
      code: `import.${code}`,
      params: expect.anything(),
    });
  });
});

describe('what is too much is refused whole, never cut', () => {
  it.each([
    [
      'a hundred thousand columns',
      `${'a;'.repeat(100_000)}\n${'b;'.repeat(100_000)}b\n`,
      'tooManyColumns',
    ],
    ['a million rows', `Nimi\n${'Anna Satu\n'.repeat(1_000_000)}`, 'tooManyRows'],
    ['10 MB in one cell', `${HEAD}${ROW}${'x'.repeat(10_000_000)}\n`, 'cellTooLong'],
    [
      'a heading of a whole page',
      `${'x'.repeat(3_000)};Nimi;Sähköposti\na;b;c@d.example\n`,
      'headingTooLong',
    ],
  ])('%s', async (_what, text, code) => {
    expect(await refused(text)).toBe(`import.${code}`);
  });

  it('more bytes than may be held', async () => {
    const bytes = new Uint8Array(LIMITS.fileBytes + 1);
    await expect(readRegistrations({ name: 'x', bytes }, {})).rejects.toMatchObject({
      code: 'import.tooLarge',
    });
  });

  it('a zip bomb of many entries, by their sum', async () => {
    const part = deflateRawSync(Buffer.alloc(1_000));
    const entries = Array.from(
      { length: 40 },
      (_, at) => [`xl/worksheets/${at}.xml`, part] as const,
    );
    const bomb = archiveOf(Object.fromEntries(entries), { unpacked: 10 * 1024 * 1024 });
    await expect(readRegistrations({ name: 'x', bytes: bomb }, {})).rejects.toMatchObject({
      code: 'import.unpacksTooLarge',
    });
  });

  it('a sheet with one cell at the far end', () => {
    expect(() =>
      checkExtent(Buffer.from('<row><c r="A1"/><c r="XFD1048576"/></row>'), 'x'),
    ).toThrow(/as far as XFD1048576/);
    expect(() => checkExtent(Buffer.from(`<c r="${'Z'.repeat(400)}1"/>`), 'x')).toThrow(
      /as far as/,
    );
    expect(() =>
      checkExtent(Buffer.from('<row><c r="A1"/><c r="J10001"/></row>'), 'x'),
    ).not.toThrow();
  });

  it('a sheet of far too many rows before it is taken in, empty ones not counted', () => {
    const sheet = (cell: (row: number) => string) =>
      Buffer.from(Array.from({ length: 200_001 }, (_, at) => cell(at + 1)).join(''));
    expect(() =>
      checkExtent(
        sheet((row) => `<c r="A${row}"><v>1</v></c>`),
        'x',
      ),
    ).toThrow(/more than the 50000 rows/);
    expect(() =>
      checkExtent(
        sheet((row) => `<c r="A${row}" s="1"/>`),
        'x',
      ),
    ).not.toThrow();
  });
});

describe('what is odd goes in clean', () => {
  const wishOf = async (cell: string, more: Partial<Source> = {}) => {
    const { rows, rejected } = await read(`${HEAD}${ROW}${cell}\n`, more);
    expect(rejected).toEqual([]);
    return rows[0]?.fields.answers?.['Toive'];
  };

  it.each([
    ['a formula stays text', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
    ['a guarded formula is given back', "'=1+1", '=1+1'],
    ['markup stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['marks of direction are gone', 'a\u202Egnp.exe\u202C', 'agnp.exe'],
    ['zero-width characters are gone', 'sala\u200Bsana\u2060', 'salasana'],
    ['NUL is gone', 'a\0b', 'ab'],
    ['a byte order mark in the middle is gone', 'a\uFEFFb', 'ab'],
    ['decomposed letters are composed', 'A\u0308iti', 'Äiti'],
  ])('%s', async (_what, cell, expected) => {
    const quoted = cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
    expect(await wishOf(quoted)).toBe(expected);
  });

  it('half a surrogate pair becomes a replacement character', async () => {
    const { rows } = await readRegistrations({ name: 'x', text: `${HEAD}${ROW}a\uD83Db\n` }, {});
    expect(rows[0]?.fields.answers).toEqual({ Toive: 'a\uFFFDb' });
  });

  it('mixed line ends end rows alike', async () => {
    const { rows } = await read(
      `${HEAD}A;B;a@x.example;1\r\nC;D;c@x.example;2\rE;F;e@x.example;3\n`,
    );
    expect(rows.map(({ fields }) => fields.lastName)).toEqual(['B', 'D', 'F']);
  });

  it('headings that stand twice are told apart, and none is lost', async () => {
    const { columns, rows } = await read('Nimi;Toive;Toive;Toive\nAnna Satu;1;2;3\n');
    expect(columns.map(({ heading }) => heading)).toEqual([
      'Nimi',
      'Toive',
      'Toive (2)',
      'Toive (3)',
    ]);
    expect(Object.values(rows[0]?.fields.answers ?? {})).toEqual(['1', '2', '3']);
  });

  it('a heading named like the inside of an object is only a heading', async () => {
    const { rows } = await read('Nimi;__proto__;constructor\nAnna Satu;x;y\n');
    expect(rows[0]?.fields.answers).toEqual({ B: 'x', constructor: 'y' });
  });

  it('a workbook of titles, blank rows and merged cells is read from its headings on', async () => {
    const bytes = await writeExcelFile([
      [{ value: 'Soteuttamo, ilmoittautuneet', columnSpan: 4 }, null, null, null],
      [{ value: 'Tulostettu 21.11.2026', columnSpan: 4 }, null, null, null],
      [null, null, null, null],
      ['Etunimi', 'Sukunimi', 'Sähköposti', 'Toive'],
      ['Anna', 'Satu', 'anna@x.example', '=1+1'],
    ]).toBuffer();
    const { rows, headerRow, top } = await readRegistrations({ name: 'x', bytes }, {});
    expect(headerRow).toBe(4);
    expect(top.map(({ row }) => row)).toEqual([1, 2, 4, 5]);
    expect(rows).toEqual([
      {
        row: 5,
        fields: {
          firstName: 'Anna',
          lastName: 'Satu',
          email: 'anna@x.example',
          answers: { Toive: '=1+1' },
        },
      },
    ]);
  });
});

describe('what was recognised can be chosen otherwise', () => {
  it('the encoding', async () => {
    const bytes = Buffer.from('Nimi;Sähköposti\nÅke Satu;a@x.example\n');
    const { rows, encoding } = await readRegistrations(
      { name: 'x', bytes, encoding: 'windows-1252' },
      {},
    );
    expect([encoding, rows[0]?.fields.firstName]).toEqual(['windows-1252', 'Ã…ke']);
  });

  it('the delimiter', async () => {
    const { columns } = await read('Nimi;Toive\nAnna, Satu;x\n', { delimiter: ',' });
    expect(columns).toHaveLength(2);
  });

  it('the row of the headings, or that there is none', async () => {
    const text = 'Ryhmä;Henkilöt\nKuka;Missä\nAnna Satu;Oy X\n';
    const at = async (headerRow: number) => (await read(text, { headerRow })).columns;
    expect((await at(2)).map(({ heading }) => heading)).toEqual(['Kuka', 'Missä']);
    expect((await at(0)).map(({ heading }) => heading)).toEqual(['A', 'B']);
    await expect(at(9)).rejects.toMatchObject({ code: 'import.noSuchRow' });
  });
});

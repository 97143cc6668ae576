import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readRegistrations } from './read';
import { cellText, readWorkbook } from './workbook';

const sheet = (name: string, ...data: Array<Array<string | number | boolean | null>>) => ({
  sheet: name,
  data,
});

const book = (...sheets: Array<ReturnType<typeof sheet>>) => writeExcelFile(sheets).toBuffer();

/** A zip of one entry whose directory states `stated` bytes. */
function zip(content: Buffer, stated: number, entryName = 'xl/workbook.xml'): Buffer {
  const name = Buffer.from(entryName);
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(stated, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

describe('a workbook', () => {
  it('gives its first sheet, or the one that is named', async () => {
    const bytes = await book(sheet('Eka', ['a', 1, true]), sheet('Toka', ['b']));
    expect(await readWorkbook(bytes, 'x.xlsx')).toEqual({
      sheets: ['Eka', 'Toka'],
      sheet: 'Eka',
      cells: [['a', '1', 'true']],
    });
    expect((await readWorkbook(bytes, 'x.xlsx', 'Toka')).cells).toEqual([['b']]);
  });

  it('gives the list of people that stands behind a sheet of instructions', async () => {
    const people = sheet('Ilmo', ['Etunimi', 'Sukunimi'], ['Aino', 'Keksitty']);
    const help = sheet('Ohje', ['Täytä toinen välilehti'], ['Kiitos']);
    const bare = sheet('Lista', ['Aino', 'aino@malli.example']);
    const read = async (...sheets: Array<typeof people>) =>
      (await readWorkbook(await book(...sheets), 'x.xlsx')).sheet;
    expect(await read(help, people)).toBe('Ilmo');
    expect(await read(bare, people)).toBe('Lista');
    expect(await read(people, help)).toBe('Ilmo');
    expect(await read(help, sheet('Luvut', ['1', '2']))).toBe('Ohje');
    expect((await readWorkbook(await book(help, people), 'x.xlsx', 'Ohje')).sheet).toBe('Ohje');
  });

  it('without the named sheet lists those it has', async () => {
    const bytes = await book(sheet('Eka', ['a']), sheet('Toka', ['b']));
    await expect(readWorkbook(bytes, 'x.xlsx', 'Kolmas')).rejects.toThrow(/Eka, Toka/);
  });

  it('keeps the row numbers of a spreadsheet when rows are blank', async () => {
    const bytes = await book(
      sheet(
        'Eka',
        ['Ilmoittautuneet'],
        [null],
        ['Nimi', 'Sähköposti'],
        [null],
        ['Anna Satu', 'a@x.example'],
      ),
    );
    const { rows } = await readRegistrations({ name: 'x', bytes }, {});
    expect(rows.map((row) => row.row)).toEqual([5]);
  });

  it('is told by its content, not by its name', async () => {
    const bytes = await book(sheet('Eka', ['Nimi', 'Sähköposti'], ['Anna Satu', 'a@x.example']));
    const { rows } = await readRegistrations({ name: 'registrations.csv', bytes }, {});
    expect(rows).toHaveLength(1);
  });

  it('that would unpack to too much is refused before it is unpacked', async () => {
    const bomb = zip(Buffer.alloc(1_000), 400 * 1024 * 1024);
    await expect(readWorkbook(bomb, 'bomb.xlsx')).rejects.toThrow(/more than the 300 MB/);
  });

  it('whose directory lies about its size is refused', async () => {
    const liar = zip(Buffer.alloc(1_000_000), 1_000);
    await expect(readWorkbook(liar, 'liar.xlsx')).rejects.toThrow(/damaged/);
  });

  it('that is cut off is refused as damaged', async () => {
    const bytes = await book(sheet('Eka', ['a']));
    await expect(readWorkbook(bytes.subarray(0, 400), 'x.xlsx')).rejects.toThrow(/damaged/);
  });
});

describe('other kinds of file', () => {
  it.each([
    ['oldExcel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['pdf', Buffer.from('%PDF-1.7 …')],
    ['webPage', Buffer.from('<html><table></table></html>')],
    ['notWorkbook', zip(Buffer.from('x'), 1, 'content.xml')],
    ['notText', Buffer.from([1, 2, 3, 4, 5, 6, 0, 0])],
    ['empty', Buffer.from('\n \n;;\n')],
  ])('are refused: %s', async (code, bytes) => {
    await expect(readRegistrations({ name: 'x.xls', bytes }, {})).rejects.toMatchObject({
      code: `import.${code}`,
    });
  });
});

describe('a cell of a workbook', () => {
  it('that is a date becomes a readable day and time', () => {
    expect(cellText(new Date('2026-03-27T00:00:00Z'))).toBe('2026-03-27');
    expect(cellText(new Date('2026-03-27T09:29:59.999Z'))).toBe('2026-03-27 09:30');
    expect(cellText(new Date('1899-12-30T12:15:00Z'))).toBe('12:15');
  });

  it('that is a number keeps its digits', () => {
    expect(cellText(358401234567)).toBe('358401234567');
    expect(cellText(1.5)).toBe('1.5');
  });
});

import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readDelimited } from './delimited';
import { LIMITS } from './limits';

describe('delimited text', () => {
  it.each([
    [';', 'Nimi;Sähköposti\nAnna, Bea ja Eva;a@x.example\nC, D;c@x.example\n'],
    [',', 'Name,Email,Notes\nAnna,a@x.example,"one; two; three"\nBea,b@x.example,"four; five"\n'],
    ['\t', 'Nimi\tSähköposti\tToive\nAnna\ta@x.example\tyksi; kaksi, kolme\n'],
    [';', 'Nimi;Toive\nAnna;"a,b,c,d"\nBea;"e,f,g,h"\n'],
  ])('is cut at %j, whatever is in its cells', (delimiter, text) => {
    expect(readDelimited(text).delimiter).toBe(delimiter);
  });

  it('of one column with `Last, First` stays one column', () => {
    expect(readDelimited('Nimi\nKeksitty, Anna\nSatu, Bea\n').cells).toEqual([
      ['Nimi'],
      ['Keksitty, Anna'],
      ['Satu, Bea'],
    ]);
  });

  it('keeps line ends and quotation marks within quoted cells', () => {
    const { cells } = readDelimited('a;b\r\n"x ""y""\nz";2\r\n\r\n3;4\r\n\r\n');
    expect(cells).toEqual([['a', 'b'], ['x "y"\nz', '2'], [''], ['3', '4']]);
  });

  it('with a quotation mark that is never closed is refused with the row', () => {
    expect(() => readDelimited('a;b\n1;2\n"3;4\n5;6\n')).toThrow(/row 3 is never closed/);
  });

  it.each(['\n', '\r\n', '\r'])('loses no row to a quotation mark out of place (%j)', (end) => {
    const lines = ['Nimi;Toive', 'Maija;"ABC" ry', 'Matti;15" näyttö', '"Kalle" K;"x;y" ', 'X;"z"'];
    expect(readDelimited(lines.join(end)).cells).toEqual([
      ['Nimi', 'Toive'],
      ['Maija', 'ABC ry'],
      ['Matti', '15" näyttö'],
      ['Kalle K', 'x;y'],
      ['X', 'z'],
    ]);
  });

  it('beyond the limits is refused, not cut', () => {
    const long = 'x'.repeat(LIMITS.cellCharacters + 1);
    expect(() => readDelimited(`a;b\n1;${long}\n`)).toThrow(/Row 2, column B/);
    const wide = Array.from({ length: LIMITS.columns + 1 }, (_, at) => `c${at}`).join(';');
    expect(() => readDelimited(`${wide}\n`)).toThrow(/501 columns/);
    expect(() => readDelimited('a;b\n'.repeat(LIMITS.rows + 1))).toThrow(
      /more than the 50000 rows/,
    );
  });
});

it('makes the records that papaparse makes of the whole text, where it takes the quotes for right', () => {
  const piece = fc.constantFrom(
    'a',
    'ä b',
    ';',
    ';',
    ',',
    '"',
    '""',
    '"a;b"',
    '"c\nd"',
    '\n',
    ' ',
    '\uFEFF',
  );
  const filled = (rows: string[][]) =>
    rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell.trim())) + 1);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      // A first letter: what stands before it is no byte order mark.
      const text = `x${pieces.join('')}`;
      const { data, errors } = Papa.parse<string[]>(text, { delimiter: ';', newline: '\n' });
      fc.pre(!errors.some(({ type }) => type === 'Quotes'));
      const expected = filled(data);
      expect(readDelimited(text, ';').cells).toEqual(expected);
      expect(readDelimited(text.replaceAll('\n', '\r\n'), ';').cells).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});

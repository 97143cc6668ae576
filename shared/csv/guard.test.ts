import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv';
import { guarded, unguarded } from './guard';

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];

/** Whether a spreadsheet would run a cell; a number, and what it cannot reckon with behind one, it would not. */
const runs = (cell: string) =>
  /^[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(cell) && !/^[+-][\d ]*(?:[.,]\d+)?(?:$|[;,\t])/.test(cell);

describe('a cell that a spreadsheet would run', () => {
  it.each(SIGNS)('is text behind an apostrophe: %s', (sign) => {
    for (const before of ['', '\t', '\r', '\n', ' ', '\u00A0', '\u200B', '\uFEFF', '\0']) {
      const cell = `${before}${sign}1+cmd|' /C calc'!A0`;
      expect(guarded(cell)[0]).toBe("'");
      expect(unguarded(guarded(cell))).toBe(cell);
    }
  });

  it.each(['|', '%', '｜', '％'])('is guarded where it begins with %s', (sign) => {
    expect(guarded(`${sign}cmd`)).toBe(`'${sign}cmd`);
    expect(guarded(`\u200B ${sign}cmd`)[0]).toBe("'");
    expect(unguarded(guarded(`${sign}cmd`))).toBe(`${sign}cmd`);
  });

  it.each(['\tx', '\rx', '\nx'])(
    'is guarded where it begins with a line end or a tab: %j',
    (cell) => {
      expect(guarded(cell)).toBe(`'${cell}`);
    },
  );

  it('is none where a file is opened with another delimiter', () => {
    expect(guarded('a,=1+1')).toBe("a,'=1+1");
    expect(guarded('a;"@SUM(1)')).toBe('a;"\'@SUM(1)');
    expect(guarded('a\n=1')).toBe("a\n'=1");
  });

  it.each(['+358 40 0000000', '-5', '-5,5', '-', 'a, -b', 'x=1', 'a@b.example'])(
    'leaves alone what reckons nothing: %s',
    (cell) => {
      expect(guarded(cell)).toBe(cell);
    },
  );
});

const hostile = fc.string({
  unit: fc.constantFrom(
    ...SIGNS,
    ';',
    ',',
    '\t',
    '\r',
    '\n',
    '"',
    "'",
    ' ',
    '\u200B',
    '€',
    'a',
    '1',
  ),
  maxLength: 12,
});

it('comes back as it was', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(unguarded(guarded(text))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

it('has no cell that is run, whichever delimiter it is opened with', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(hostile, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom<[';' | ',', string]>([';', ';'], [';', ','], [';', '\t'], [',', ';']),
      (rows, [written, opened]) => {
        const text = csvText(rows, written).slice(1);
        const { data } = Papa.parse<string[]>(text, { delimiter: opened });
        expect(data.flat().filter(runs)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

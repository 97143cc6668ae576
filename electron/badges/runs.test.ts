import { describe, expect, it } from 'vitest';
import { lineWidth } from './line';
import { runsOf } from './runs';

/** The runs as they stand on paper, `|` between them. */
const seen = (line: string) =>
  runsOf(line)
    .map(({ text }) => text)
    .join('|');

describe('a line in several scripts', () => {
  it.each(['Aino Häkkinen', 'Čáhppes Ŧŋđš', 'Nguyễn Thị Ánh', 'Αλεξάνδρα', 'Екатерина'])(
    'is one run of Noto Sans for %s',
    (line) => {
      expect(runsOf(line)).toEqual([{ text: line, script: 'latin' }]);
    },
  );

  it('has the words of a name in Arabic from right to left', () => {
    expect(runsOf('محمد علي')).toEqual([
      { text: 'علي', script: 'arabic' },
      { text: ' ', script: 'latin' },
      { text: 'محمد', script: 'arabic' },
    ]);
  });

  it.each([
    ['a name in Hebrew behind one in Latin letters', 'Ali שלום כהן', 'Ali |כהן| |שלום'],
    ['Latin letters within a name in Hebrew', 'שלום Oy כהן', 'כהן| |Oy| |שלום'],
    ['a number, which is read from the left', 'שלום 2019', '2019| |שלום'],
    ['a hyphen between the parts of a name', 'בן-דוד', 'דוד|-|בן'],
    ['brackets, which turn round', 'כהן (דוד)', '(|דוד|) |כהן'],
  ])('keeps the right order: %s', (_, line, expected) => {
    expect(seen(line)).toBe(expected);
  });

  it('is as wide as its parts', () => {
    const parts = ['Ali ', 'علي'].map((part) => lineWidth(part, 20, 'bold'));
    expect(lineWidth('Ali علي', 20, 'bold')).toBeCloseTo((parts[0] ?? 0) + (parts[1] ?? 0), 6);
  });
});

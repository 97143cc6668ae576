import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from './highlight';

function marked(text: string, query: string): string {
  return highlight(text, query)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('highlight', () => {
  it.each([
    ['Näkkäläjärvi Áile', 'nakk', '[Näkk]äläjärvi Áile'],
    ['Na\u0308kka\u0308la\u0308ja\u0308rvi', 'nä', '[Na\u0308]kka\u0308la\u0308ja\u0308rvi'],
    ['Virtanen Matti', 'ma vir', '[Vir]tanen [Ma]tti'],
    ['Anna-Maija', 'annamai', '[Anna-Mai]ja'],
    ['Anna-Maija', 'anna maija', '[Anna]-[Maija]'],
    ['Anna-Maija', 'anna-maija', '[Anna-Maija]'],
    ['O’Brien', 'obr', '[O’Br]ien'],
    ['Weiß', 'weis', '[Weiß]'],
    ['Strauß-Æbelø', 'aeb', 'Strauß-[Æb]elø'],
    ['Vir\u200Btanen', 'virt', '[Vir\u200Bt]anen'],
    ['Savanen', 'vanen', 'Savanen'],
    ['Virtanen', '', 'Virtanen'],
    ['', 'a', ''],
  ])('marks in %s what %s finds', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('gives pieces that join to the very text, neighbours differing, for any text and query', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aäÅn-’ ß\u0308\u200BÆ😀1\tﬁ') });
    fc.assert(
      fc.property(text, text, (shown, query) => {
        const pieces = highlight(shown, query);
        expect(pieces.map((piece) => piece.text).join('')).toBe(shown);
        for (const [at, piece] of pieces.entries()) {
          expect(piece.text).not.toBe('');
          expect(piece.hit).not.toBe(pieces[at + 1]?.hit);
        }
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBlock, fitStack, NARROWEST, stackHeight, type Block, type Measure } from './fit';

/** Every character is half an em wide: ten characters at 10 pt take 50 pt. */
const halfEm: Measure = (text, sizePt) => Array.from(text).length * 0.5 * sizePt;

const block = (text: string, given: Partial<Block> = {}): Block => ({
  text,
  font: 'bold',
  largest: 20,
  smallest: 10,
  lines: 2,
  ...given,
});

describe('fitting one text into a column', () => {
  it.each([
    ['keeps the largest size when it fits', 'Aino', 100, 20, ['Aino']],
    ['shrinks a little rather than break', 'Aino Maija', 85, 17, ['Aino Maija']],
    [
      'breaks at a space rather than shrink a lot',
      'Aino Maijastiina',
      110,
      20,
      ['Aino', 'Maijastiina'],
    ],
    ['leaves the hyphen at the end of the line', 'Häkkinen-Vuori', 90, 20, ['Häkkinen-', 'Vuori']],
    ['breaks after a slash', 'Häkkinen/Vuorinen', 90, 20, ['Häkkinen/', 'Vuorinen']],
    ['keeps a hyphen and the space after it', 'kasvu- ja muutos', 90, 20, ['kasvu- ja', 'muutos']],
    ['breaks where the lines come out most even', 'a bb cccc ddd', 50, 12.5, ['a bb', 'cccc ddd']],
    ['shrinks a single long word', 'Näkkäläjärvi', 90, 15, ['Näkkäläjärvi']],
    ['has nothing to set for an empty text', '', 90, 20, []],
  ])('%s', (_, text, width, size, lines) => {
    expect(fitBlock(block(text), width, halfEm)).toMatchObject({ size, lines, broken: false });
  });

  it.each([
    [
      'a word wider than the column',
      'abcdefghijklmnopqrstuvwxyz',
      50,
      ['abcdefghijk', 'lmnopqrstuv', 'wxyz'],
    ],
    ['only the word that is too wide', 'Bo abcdefghijklm', 50, ['Bo abcdefgh', 'ijklm']],
    [
      'no letter off its accent',
      'a\u0301bcdefghijklme\u0301l',
      60,
      ['a\u0301bcdefghijklm', 'e\u0301l'],
    ],
  ])('breaks inside words as a last resort: %s', (_, text, width, lines) => {
    expect(fitBlock(block(text), width, halfEm)).toMatchObject({ size: 10, lines, broken: true });
  });

  it('takes more lines than wished before it breaks a word', () => {
    const set = fitBlock(block('aaaaaaaaaa bbbbbbbbbb cccccccccc'), 50, halfEm);
    expect(set).toMatchObject({
      size: 10,
      lines: ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'],
      broken: false,
    });
  });

  it.each([
    ['no narrower than it has to be', 'abcdefghijk', 50, 0.9],
    ['down to the narrowest cut', 'abcdefghijkl', 51, 0.85],
  ])('sets a word that is a little too wide in a narrower cut: %s', (_, text, width, stretch) => {
    const set = fitBlock(block(text), width, halfEm);
    expect(set).toMatchObject({ size: 10, lines: [text], stretch, broken: false, dropped: '' });
  });

  it('breaks at a hyphen before it takes to a narrower cut', () => {
    const set = fitBlock(block('Häkkinen-Vuori', { lines: 1 }), 50, halfEm);
    expect(set.lines).toEqual(['Häkkinen-', 'Vuori']);
    expect(set.stretch ?? 1).toBe(1);
  });

  it('takes no longer for a text of many words on many lines', () => {
    const long = 'sana '.repeat(80).trim();
    const { lines, dropped } = fitBlock(block(long, { lines: 12 }), 300, halfEm);
    expect(lines.join(' ')).toBe(long);
    expect(dropped).toBe('');
  });

  it('never loses a letter, never goes below the smallest size, never leaves the column', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcÄŋ -/'), maxLength: 70 });
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 200 }), (given, width) => {
        const { lines, size, dropped, stretch = 1 } = fitBlock(block(given), width, halfEm);
        expect(dropped).toBe('');
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
        expect(size).toBeGreaterThanOrEqual(10);
        expect(size).toBeLessThanOrEqual(20);
        expect(stretch).toBeGreaterThanOrEqual(NARROWEST);
        expect(stretch).toBeLessThanOrEqual(1);
        for (const line of lines) {
          expect(halfEm(line, size, 'bold') * stretch).toBeLessThanOrEqual(width + 1e-9);
        }
      }),
    );
  });
});

describe('fitting texts one under another', () => {
  it('shrinks all of them in proportion until they fit the height', () => {
    const blocks = [block('Aino', { largest: 30 }), block('Vuori', { largest: 20 })];
    const set = fitStack(blocks, 200, 50, halfEm);
    expect(stackHeight(set)).toBeLessThanOrEqual(50);
    const [first, last] = set.map(({ size }) => size);
    expect((first ?? 0) / (last ?? 1)).toBeCloseTo(1.5, 1);
  });

  it('names what finds no room at the smallest size, and marks the place', () => {
    const [set] = fitStack([block('aaaaaaaaaa bbbbbbbbbb cccccccccc')], 50, 30, halfEm);
    expect(set?.lines).toEqual(['aaaaaaaaaa', 'bbbbbbbbb…']);
    expect(set?.dropped).toBe('bcccccccccc');
  });

  it('saves a line with the narrower cut before it leaves anything out', () => {
    const text = 'aaaaaaa bbb cccccc ddd';
    const [wide] = fitStack([block(text)], 50, 100, halfEm);
    const [narrow] = fitStack([block(text)], 50, 26, halfEm);
    expect(wide?.lines.length).toBeGreaterThan(narrow?.lines.length ?? 0);
    expect(narrow).toMatchObject({ stretch: NARROWEST, dropped: '' });
    expect(narrow?.lines.join(' ')).toBe(text);
  });

  it('never stands higher than its box', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcÄŋ -'), minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 40, max: 120 }), (first, last, height) => {
        const set = fitStack([block(first), block(last)], 80, height, halfEm);
        expect(stackHeight(set)).toBeLessThanOrEqual(height);
      }),
    );
  });
});

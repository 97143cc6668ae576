import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compounds, fold, foldCharacter, words } from './fold';

describe('fold', () => {
  it.each([
    ['Näkkäläjärvi', 'nakkalajarvi'],
    ['ÅSTRÖM', 'astrom'],
    ['A\u030Astro\u0308m', 'astrom'],
    ['Đặng Thị Ánh', 'dang thi anh'],
    ['Čáhppil', 'cahppil'],
    ['Niŋgá Ŧeaŧŧa', 'ninga teatta'],
    ['Šestakovič Žukov', 'sestakovic zukov'],
    ['Sørensen Æbelø', 'sorensen aebelo'],
    ['Weiß', 'weiss'],
    ['WEIẞ', 'weiss'],
    ['Łukasz Işık', 'lukasz isik'],
    ['İnci', 'inci'],
    ['Παπαδόπουλος', 'παπαδοπουλοσ'],
  ])('spells %s as %s', (name, folded) => {
    expect(fold(name)).toBe(folded);
  });

  it('drops zero-width and control characters and keeps white space as a space', () => {
    expect(fold('\uFEFFVir\u200Bta\u00ADnen\u0000\tMatti\u202E')).toBe('virtanen matti');
  });

  it('takes the many apostrophes for one', () => {
    expect(new Set(["O'Brien", 'O’Brien', 'O´Brien', 'OʼBrien'].map(fold))).toEqual(
      new Set(["o'brien"]),
    );
  });

  it('changes nothing more when folded twice, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('changes nothing more when folded twice, for every character there is', () => {
    const restless: string[] = [];
    for (let point = 0; point <= 0x1ffff; point++) {
      const once = foldCharacter(String.fromCodePoint(point));
      if (fold(once) !== once) restless.push(point.toString(16));
    }
    expect(restless).toEqual([]);
  });

  it('folds a text character by character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...text].map(foldCharacter).join('')).toBe(fold(text));
      }),
    );
  });
});

describe('words', () => {
  it('parts at everything that is neither letter nor digit', () => {
    expect(words('O’Brien-Mäki, anna.liisa@terve2.fi')).toEqual([
      'o',
      'brien',
      'maki',
      'anna',
      'liisa',
      'terve2',
      'fi',
    ]);
  });

  it('finds none where there is no letter and no digit', () => {
    expect(words(' -.,\u200B ')).toEqual([]);
  });

  it('keeps together what white space does not part', () => {
    expect(compounds('Anna-Maija  af\tForselles')).toEqual([
      ['anna', 'maija'],
      ['af'],
      ['forselles'],
    ]);
  });
});

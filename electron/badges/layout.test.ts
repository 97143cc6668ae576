import { describe, expect, it } from 'vitest';
import sheet from '../../resources/badges/a4-90x55.json';
import { BadgeRefusal } from './badge';
import { layoutNamed, listLayouts, parseLayout } from './layout';

describe('badge layouts', () => {
  it('offers the sheet of ten and the single label', () => {
    expect(listLayouts().map(({ name, perPage }) => [name, perPage])).toEqual([
      ['a4-90x55', 10],
      ['label-62x100', 1],
    ]);
  });

  it.each(listLayouts().map(({ name }) => name))('%s has a label in three languages', (name) => {
    const { label } = layoutNamed(name);
    expect(new Set(Object.values(label)).size).toBe(3);
  });

  it('counts no gutter after the last badge: five rows fill the page to the millimetre', () => {
    const snug = { ...sheet, top: 0, safe: 4.2, gutter: [0, 5.5] };
    expect(parseLayout('snug.json', snug)).toMatchObject({ rows: 5 });
    expect(() => parseLayout('snug.json', { ...snug, top: 0.1 })).toThrow('snug.json');
  });

  it.each([
    ['columns', { columns: 3 }, '3 columns need 285 mm, the page is 210 mm wide'],
    ['rows', { rows: 6 }, '6 rows need 341 mm, the page is 297 mm high'],
    ['safe', { safe: 30 }, 'leaves nothing of the badge'],
    ['badge', { badge: [90] }, 'badge'],
    ['smallest.name', { smallest: { name: 0, text: 7 } }, 'smallest.name'],
    ['module', { module: 0.3 }, 'module'],
  ])('names the file and the field when %s is wrong', (field, change, problem) => {
    const wrong = () => parseLayout('mine.json', { ...sheet, ...change });
    expect(wrong).toThrow('mine.json');
    expect(wrong).toThrow(`${field}: `);
    expect(wrong).toThrow(problem);
  });

  it('refuses a name there is no layout for, and says which there are', () => {
    expect(() => layoutNamed('a5')).toThrow(BadgeRefusal);
    expect(() => layoutNamed('a5')).toThrow('a4-90x55, label-62x100');
  });
});

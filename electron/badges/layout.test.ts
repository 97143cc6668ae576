import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import sheet from '../../resources/badges/a4-90x55.json';
import { BadgeRefusal } from './badge';
import { perPageOf } from '../../shared/badges/layout';
import { footprint, layoutNamed, listLayouts, parseLayout } from './layout';
import { outOfReach, places } from './sheet';

const ORDER = ['sheet', 'card', 'label'];
const names = listLayouts().map(({ name }) => name);

describe('badge layouts', () => {
  it('offers sheets first, then cards, then labels, and keeps the names that are in use', () => {
    const families = listLayouts().map(({ family }) => family);
    expect(families).toEqual(families.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    const perPage = new Map(listLayouts().map((layout) => [layout.name, layout.perPage]));
    expect(perPage.get('a4-90x55')).toBe(10);
    expect(perPage.get('label-62x100')).toBe(1);
  });

  it.each(names)(
    '%s has a label in three languages and tells where its measures come from',
    (name) => {
      const { label, source } = layoutNamed(name);
      expect(new Set(Object.values(label)).size).toBe(3);
      expect(source.length).toBeGreaterThan(60);
    },
  );

  it.each(names)('%s is not surer of its measures than its source', (name) => {
    const { measures, source } = layoutNamed(name);
    const isUnseen = /maker's template .*could not be seen/.test(source);
    expect(measures === 'second-hand' || measures === 'disputed').toBe(isUnseen);
    expect(measures === 'disputed').toBe(source.includes('disagree'));
  });

  it.each(names)('%s fits its page with all its badges, none upon another', (name) => {
    const layout = layoutNamed(name);
    const all = [...places(layout, perPageOf(layout))];
    expect(all.every(({ page }) => page === 0)).toBe(true);
    const [width, height] = footprint(layout);
    for (const { x, y } of all) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(layout.page[0] + 0.01);
      expect(y + height).toBeLessThanOrEqual(layout.page[1] + 0.01);
    }
    for (const [index, a] of all.entries()) {
      for (const b of all.slice(index + 1)) {
        const apart = Math.max(Math.abs(a.x - b.x) - width, Math.abs(a.y - b.y) - height);
        expect(apart).toBeGreaterThanOrEqual(-0.01);
      }
    }
  });

  it.each(names)('%s leaves nothing that matters where its printer cannot print', (name) => {
    expect(outOfReach(layoutNamed(name), [0, 0])).toBe(0);
  });

  it('are all told of in the guide', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/guide.md'), 'utf8');
    expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
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
    expect(() => layoutNamed('a5')).toThrow(names.toSorted().join(', '));
  });
});

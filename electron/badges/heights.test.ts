import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fontPath } from './fonts';
import { advance, riseOf, stackHeight } from './heights';
import { column } from './items';

/** How far the ink of a word reaches below the baseline, per em, as its glyphs are drawn. */
function depthOf(word: string): number {
  const font = create(readFileSync(fontPath('bold', 'arabic')));
  const { glyphs, positions } = font.layout(word);
  const depths = glyphs.map(({ bbox }, index) => -bbox.minY - (positions[index]?.yOffset ?? 0));
  return Math.max(...depths) / font.unitsPerEm;
}

const height = (text: string) => stackHeight([{ lines: [text], size: 1 }]);

describe('room for letters that hang deep', () => {
  it.each(['علي', 'شيخ', 'جعفر', 'إبراهيم'])(
    'is left below %s, at the foot and above the next line',
    (word) => {
      // What every line has above its baseline is the same, so the rest is what lies below.
      const above = height('Aino') - 0.293;
      expect(height(word) - above).toBeGreaterThanOrEqual(depthOf(word));
      const capitals = 0.714;
      expect(advance(1, 'Aino', 1, word)).toBeGreaterThanOrEqual(depthOf(word) + capitals);
      expect(advance(1, 'Aino', 1, word)).toBeGreaterThan(advance(1, 'Aino', 1, 'Aino'));
    },
  );
});

describe('room for marks of their own', () => {
  /** How far the ink of a word reaches above the baseline and below it, per em. */
  function reachOf(word: string): [number, number] {
    const font = create(readFileSync(fontPath('bold', 'latin')));
    const { glyphs, positions } = font.layout(word);
    const tops = glyphs.map(({ bbox }, at) => bbox.maxY + (positions[at]?.yOffset ?? 0));
    const feet = glyphs.map(({ bbox }, at) => -bbox.minY - (positions[at]?.yOffset ?? 0));
    return [Math.max(...tops) / font.unitsPerEm, Math.max(...feet) / font.unitsPerEm];
  }

  it.each([
    'Ÿ\u0308\u0308',
    'Ä\u0301',
    'Ễ\u0308',
    'Ễ\u0312\u0312',
    'g\u0323\u0331',
    'Ḁ\u0328',
    'Q\u0326',
    'Ẹ\u0301',
  ])('is left above and below %s', (word) => {
    const [top, foot] = reachOf(word);
    expect(riseOf(word)).toBeGreaterThanOrEqual(top);
    expect(height(word) - riseOf(word)).toBeGreaterThanOrEqual(foot);
  });

  it('is left above the first line of a text, too', () => {
    const word = 'Ễ\u0308';
    const [top] = reachOf(word);
    const block = { lines: [word], size: 20, font: 'bold', broken: false, dropped: '' } as const;
    const [item] = column([{ ...block, lines: [...block.lines] }], 0, 100, [0, 0, 0]);
    if (item?.kind !== 'text') throw new Error('nothing is set');
    expect(item.baseline - 20 * top).toBeGreaterThanOrEqual(100);
  });

  it('is not taken from letters that need none', () => {
    expect(height('Ễva')).toBe(height('Aino'));
    expect(height('שָׁלוֹם')).toBe(height('שלום'));
  });
});

import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fontPath } from './fonts';
import { advance, stackHeight } from './heights';

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

  it.each(['Ÿ\u0308\u0308', 'Ä\u0301', 'Ễ\u0308', 'g\u0323\u0331', 'Q\u0326'])(
    'is left above and below %s',
    (word) => {
      const [top, foot] = reachOf(word);
      expect(height(word)).toBeGreaterThanOrEqual(top + foot);
      expect(height(word)).toBeGreaterThan(height('Ÿ'));
    },
  );
});

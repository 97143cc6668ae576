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

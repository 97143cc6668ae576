import { describe, expect, it } from 'vitest';
import { contrast } from './accent';
import { makeTheme } from './theme';

/** Shades that carry white words: of filled buttons, and of light ones in the dark. */
const SHADES = [7, 8] as const;

describe('the theme', () => {
  it.each(['', '#ffee00', '#88ffcc', '#7a1f4b'])(
    'has buttons whose white words can be read, accent "%s"',
    (accent) => {
      const { colors } = makeTheme(accent);
      for (const shade of SHADES) {
        for (const colour of [colors?.accent, colors?.red]) {
          expect(contrast(colour?.[shade] ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );
});

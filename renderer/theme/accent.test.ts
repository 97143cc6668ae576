import { describe, expect, it } from 'vitest';
import { accentShades, contrast, DEFAULT_ACCENT } from './accent';

describe('the accent colour', () => {
  it('carries readable white text however light the event has chosen it', () => {
    for (const chosen of ['#ffee00', '#ffffff', '#88ffcc', '#1f5f73', '#000000']) {
      expect(contrast(accentShades(chosen)[7] ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('stays as chosen when it is dark enough', () => {
    expect(accentShades('#7a1f4b')[7]).toBe('#7a1f4b');
  });

  it('falls back to the house colour where none is set', () => {
    expect(accentShades('')).toEqual(accentShades(DEFAULT_ACCENT));
  });
});

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#336699', '#336699')).toBe(1);
  });
});

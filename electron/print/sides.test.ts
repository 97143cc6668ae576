import { describe, expect, it } from 'vitest';
import { edgeOf, flipOf, planSides } from './sides';

describe('both sides of a sheet', () => {
  it('are printed along the edge of the layout where the printer can', () => {
    expect(planSides('short-edge', ['long-edge', 'short-edge'])).toEqual({
      by: 'printer',
      edge: 'short-edge',
    });
  });

  it('are printed along the only edge that the printer knows', () => {
    expect(planSides('long-edge', ['short-edge'])).toEqual({ by: 'printer', edge: 'short-edge' });
  });

  it('are left to a person where the printer cannot, or does not say', () => {
    expect(planSides('long-edge', [])).toEqual({ by: 'hand', edge: 'long-edge' });
  });

  it('have one name in a layout and another at the printer', () => {
    for (const edge of ['long-edge', 'short-edge'] as const)
      expect(edgeOf(flipOf(edge))).toBe(edge);
  });
});

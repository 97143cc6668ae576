import { describe, expect, it } from 'vitest';
import { firstSheet } from './sheet';

describe('the picture of a sheet', () => {
  it('shows what was used before, what will be printed and what stays empty', () => {
    expect(firstSheet(5, 3, 2)).toEqual(['used', 'used', 'printed', 'printed', 'empty']);
    expect(firstSheet(3, 1, 9)).toEqual(['printed', 'printed', 'printed']);
  });
});

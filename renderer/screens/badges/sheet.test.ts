import { describe, expect, it } from 'vitest';
import { columnsOf, firstSheet } from './sheet';

describe('the picture of a sheet', () => {
  it('has two columns on an A4 of ten badges', () => {
    expect(columnsOf({ page: [210, 297], badge: [90, 55], perPage: 10 })).toBe(2);
  });

  it('has one on a label whose badge is turned', () => {
    expect(columnsOf({ page: [62, 100], badge: [100, 62], perPage: 1 })).toBe(1);
  });

  it('shows what was used before, what will be printed and what stays empty', () => {
    expect(firstSheet(5, 3, 2)).toEqual(['used', 'used', 'printed', 'printed', 'empty']);
    expect(firstSheet(3, 1, 9)).toEqual(['printed', 'printed', 'printed']);
  });
});

import { describe, expect, it } from 'vitest';
import { mediumOptions } from './medium';

const LABELS = [
  'om_62x100mm_62x100mm',
  'na_index-4x6_4x6in',
  'custom_min_25x25mm',
  'custom_max_104x1000mm',
];

describe('the medium that a printer is told', () => {
  it('goes by the printer’s own name where it knows the size', () => {
    expect(mediumOptions([62, 100], LABELS)).toEqual(['media=om_62x100mm_62x100mm']);
    expect(mediumOptions([101.6, 152.4], LABELS)).toEqual(['media=na_index-4x6_4x6in']);
  });

  it('is near enough when the printer’s measures are rounded to points, and not further off', () => {
    const rounded = ['iso_a4_209.9x296.9mm'];
    expect(mediumOptions([210, 297], rounded)).toEqual(['media=iso_a4_209.9x296.9mm']);
    expect(mediumOptions([210, 298], rounded)).toBeNull();
  });

  it('is never turned: a label that feeds with its short side first is another one', () => {
    expect(mediumOptions([100, 62], ['om_62x100mm_62x100mm'])).toBeNull();
  });

  it('is given in millimetres, to PPDs too, where the printer takes sizes of one’s own', () => {
    expect(mediumOptions([54, 101.25], LABELS)).toEqual([
      'media=Custom.54x101.25mm',
      'PageSize=Custom.54x101.25mm',
    ]);
  });

  it('is none beyond what the printer takes', () => {
    expect(mediumOptions([210, 297], LABELS)).toBeNull();
    expect(mediumOptions([62, 20], LABELS)).toBeNull();
    expect(mediumOptions([90, 55], ['iso_a4_210x297mm', 'na_letter_8.5x11in'])).toBeNull();
  });

  it('is passed on by a queue that says nothing of its media', () => {
    expect(mediumOptions([90, 55], [])).toEqual([
      'media=Custom.90x55mm',
      'PageSize=Custom.90x55mm',
    ]);
  });
});

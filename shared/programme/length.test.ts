import { describe, expect, it } from 'vitest';
import { MINUTE } from '../model/units';
import { formatClock, readClock, readLength } from './length';

describe('a typed length', () => {
  it.each([
    ['45', 45],
    [' 45 min ', 45],
    ['45m', 45],
    ['90', 90],
    ['1:30', 90],
    ['0.45', 45],
    ['0,45', 45],
    ['1 h 30', 90],
    ['1h30', 90],
    ['1 h 30 min', 90],
    ['2 h', 120],
    ['1 t 5 min', 65],
    ['1 tim 5', 65],
    ['2 tuntia', 120],
    ['1 tunti 30 minuuttia', 90],
    ['45 minuuttia', 45],
    ['1 timme', 60],
    ['2 timmar 15 minuter', 135],
    ['1 hour 5 minutes', 65],
    ['2 hrs', 120],
    ['1:30 h', 90],
    ['1,5 h', 90],
    ['0.2 h', 12],
    ['0', 0],
    ['36:00', 2_160],
  ])('%j is %d minutes', (typed, minutes) => {
    expect(readLength(typed)).toBe(minutes * MINUTE);
  });

  it.each([
    '',
    'tunti',
    '1:60',
    '1:5',
    '-5',
    '1.5.1',
    '36:01',
    '99999',
    '1e3',
    '4 5',
    '1.25 h',
    '1:30 min',
    'h',
  ])('%j is none', (typed) => {
    expect(readLength(typed)).toBeNull();
  });
});

describe('a typed time of day', () => {
  it.each([
    ['12.30', 750],
    ['12:30', 750],
    ['1230', 750],
    ['930', 570],
    ['9', 540],
    ['9.05', 545],
    ['klo 9.05', 545],
    ['kl. 13', 780],
    ['0', 0],
    ['24.00', 1_440],
    ['25.30', 1_530],
  ])('%j is minute %d', (typed, minute) => {
    expect(readClock(typed)).toBe(minute);
  });

  it.each(['', '12.60', '1260', '12.5', 'puoli yhdeksän', '-1', '48.01', '99', '12345'])(
    '%j is none',
    (typed) => {
      expect(readClock(typed)).toBeNull();
    },
  );
});

describe('a written time of day', () => {
  it.each([
    [540, '9.00'],
    [545, '9.05'],
    [750, '12.30'],
    [1_439, '23.59'],
    [1_530, '1.30'],
    [-10, '23.50'],
  ])('minute %d is %s', (minute, written) => {
    expect(formatClock(minute)).toBe(written);
  });

  it('takes another separator', () => {
    expect(formatClock(545, ':')).toBe('9:05');
  });

  it('is read back as it was written', () => {
    for (let minute = 0; minute < 1_440; minute++) {
      expect(readClock(formatClock(minute))).toBe(minute);
    }
  });
});

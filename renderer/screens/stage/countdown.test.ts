import { describe, expect, it } from 'vitest';
import { countdown, elapsed, urgencyOf, warningMs } from './countdown';

describe('a running time on the screens', () => {
  it('shows the whole limit during its first second and nothing left at its end', () => {
    expect(countdown(120_000)).toBe('2:00');
    expect(countdown(119_001)).toBe('2:00');
    expect(countdown(119_000)).toBe('1:59');
    expect(countdown(1)).toBe('0:01');
    expect(countdown(0)).toBe('0:00');
  });

  it('counts up with a plus after the end', () => {
    expect(countdown(-999)).toBe('0:00');
    expect(countdown(-1_000)).toBe('+0:01');
    expect(countdown(-3_723_000)).toBe('+1:02:03');
  });

  it('shows time gone by from zero, hours only where there are some', () => {
    expect(elapsed(-5)).toBe('0:00');
    expect(elapsed(59_999)).toBe('0:59');
    expect(elapsed(3_600_000)).toBe('1:00:00');
  });

  it('warns in the last quarter, but never longer than three minutes', () => {
    expect(warningMs(120_000)).toBe(30_000);
    expect(warningMs(3_600_000)).toBe(180_000);
    expect(urgencyOf(30_001, 120_000)).toBe('calm');
    expect(urgencyOf(30_000, 120_000)).toBe('soon');
    expect(urgencyOf(0, 120_000)).toBe('over');
  });

  it('knows no hurry where there is no limit', () => {
    expect(urgencyOf(-1_000, 0)).toBe('open');
  });
});

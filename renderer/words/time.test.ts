import { describe, expect, it } from 'vitest';
import { clockTime, dayInWords } from './time';

const MORNING = Date.parse('2019-03-27T06:52:07Z');

describe('times of day', () => {
  it('are written with a full stop in Finnish and Swedish and a colon in English', () => {
    expect(clockTime(MORNING, 'Europe/Helsinki', 'fi')).toBe('8.52');
    expect(clockTime(MORNING, 'Europe/Helsinki', 'sv')).toBe('8.52');
    expect(clockTime(MORNING, 'Europe/Helsinki', 'en')).toBe('8:52');
  });

  it('follow the time zone of the event, not of the machine', () => {
    expect(clockTime(MORNING, 'Europe/Stockholm', 'fi')).toBe('7.52');
  });

  it('begin midnight with nought', () => {
    expect(clockTime(Date.parse('2019-03-26T22:05:00Z'), 'Europe/Helsinki', 'fi')).toBe('0.05');
  });

  it('show seconds when asked to', () => {
    expect(clockTime(MORNING, 'Europe/Helsinki', 'fi', true)).toBe('8.52.07');
  });
});

describe('days', () => {
  it('are written out with their weekday', () => {
    expect(dayInWords('2019-03-27', 'en')).toMatch(/^Wednesday,? 27 March 2019$/);
    expect(dayInWords('2019-03-27', 'fi')).toContain('maaliskuuta 2019');
  });

  it('that cannot be read are shown as they are', () => {
    expect(dayInWords('soon', 'en')).toBe('soon');
  });
});

import { expect, it } from 'vitest';
import { eventDetailsSchema, newEvent } from './event';
import { erasureDue } from './retention';

const event = (fields = {}) => newEvent({ id: 'e', tag: 'T1' }, { date: '2026-03-18', ...fields });

it('personal data are due once so many days have passed since the event, and not a day before', () => {
  expect(erasureDue(event(), '2026-06-15')).toBeNull();
  expect(erasureDue(event(), '2026-06-16')).toBe('2026-06-16');
  expect(erasureDue(event(), '2027-01-01')).toBe('2026-06-16');
  expect(erasureDue(event({ retentionDays: 1 }), '2026-03-19')).toBe('2026-03-19');
  // Over the end of a year, and of a February that has a 29th.
  expect(erasureDue(event({ date: '2023-12-31', retentionDays: 60 }), '2024-02-29')).toBe(
    '2024-02-29',
  );
});

it('nothing is due of a sample, of what has been erased, or where the organiser keeps it until told', () => {
  expect(erasureDue(event({ sample: true }), '2030-01-01')).toBeNull();
  expect(erasureDue({ ...event(), erasedAt: 1 }, '2030-01-01')).toBeNull();
  expect(erasureDue(event({ retentionDays: 0 }), '2030-01-01')).toBeNull();
});

it('the days can be none, and never fewer', () => {
  const { retentionDays } = eventDetailsSchema.shape;
  expect(retentionDays.safeParse(0).success).toBe(true);
  expect(retentionDays.safeParse(-1).success).toBe(false);
  expect(retentionDays.safeParse(3_651).success).toBe(false);
});

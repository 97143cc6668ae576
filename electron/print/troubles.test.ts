import { describe, expect, it } from 'vitest';
import { troublesIn } from './troubles';

describe('what keeps a printer from printing', () => {
  it.each([
    [['media-jam-warning'], 'paper-jam'],
    [['media-empty-error'], 'paper-out'],
    [['media-needed'], 'paper-out'],
    [['cover-open-error'], 'door-open'],
    [['door-open-report'], 'door-open'],
    [['marker-supply-empty-warning'], 'ink-out'],
    [['offline-report'], 'no-contact'],
    [['paused'], 'paused'],
    [['something-of-its-own-error'], 'needs-attention'],
  ])('%j is %s', (reasons, trouble) => {
    expect(troublesIn(reasons, '')).toEqual([trouble]);
  });

  it('is not that something runs low, or that it works', () => {
    const fine = [
      'none',
      'toner-low-report',
      'media-low-warning',
      'cups-waiting-for-job-completed',
      'connecting-to-device',
      'moving-to-standby-report',
    ];
    expect(troublesIn(fine, 'Printing page 1, 10% complete.')).toEqual([]);
  });

  it.each([
    'The printer may not exist or is unavailable at this time.',
    'The printer is unreachable at this time.',
    'The printer is not responding.',
    'Unable to locate printer "label.local".',
    'Waiting for printer to become available.',
  ])('is seen in what CUPS says without a keyword: %s', (says) => {
    expect(troublesIn(['none'], says)).toEqual(['no-contact']);
    expect(troublesIn(['media-jam-warning'], says)).toEqual(['no-contact']);
  });

  it('is told with the worst first, and in general only where nothing better is known', () => {
    expect(troublesIn(['cover-open-error', 'other-error', 'media-jam-error'], '')).toEqual([
      'paper-jam',
      'door-open',
    ]);
  });
});

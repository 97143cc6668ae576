import { describe, expect, it } from 'vitest';
import type { Job } from './jobsWatch';
import { toLookAt } from './toLookAt';

const warning = (kind: string, code = 'K1') => ({ code, name: 'Aino Koemäki', kind, detail: 'x' });
const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  event: 'e',
  who: [id],
  printer: 'Tarrat',
  layout: 'label',
  askedAt: 0,
  again: null,
  phase: 'printed',
  troubles: [],
  says: '',
  failure: null,
  turn: null,
  warnings: [warning('cut-short')],
  ...more,
});
const ids = (jobs: Job[], seen: string[] = []) => toLookAt(jobs, new Set(seen)).map(({ id }) => id);

describe('badges to look at before they are handed out', () => {
  it('are those that lack something, whether they are out already or not', () => {
    const open = job('b', { phase: 'queued', warnings: [warning('missing-glyph')] });
    const whole = job('c', { warnings: [] });
    expect(ids([job('a'), open, whole])).toEqual(['a', 'b']);
  });

  it('are no longer told of once somebody has looked, or when nobody gets them', () => {
    expect(ids([job('a'), job('b', { phase: 'cancelled' })], ['a'])).toEqual([]);
  });

  it('are told of at check-in, not for hundreds that were looked at on a screen of their own', () => {
    expect(ids([job('a', { who: Array.from({ length: 300 }, (_, at) => `${at}`) })])).toEqual([]);
  });

  it('lack nothing where a word was broken, or where it is about all badges', () => {
    expect(ids([job('a', { warnings: [warning('too-long'), warning('cut-short', '')] })])).toEqual(
      [],
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Job } from './jobsWatch';
import { together } from './together';

const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  event: 'e',
  who: [id],
  printer: 'Tarrat',
  layout: 'label',
  askedAt: 0,
  again: null,
  phase: 'held',
  troubles: ['paper-jam'],
  says: '',
  failure: null,
  turn: null,
  warnings: [],
  ...more,
});

const told = (jobs: Job[]) => together(jobs).map((one) => [one.job.phase, one.job.who.join()]);

describe('jobs told together', () => {
  it('are those that wait on one printer for one reason', () => {
    const other = job('c', { printer: 'Toinen' });
    expect(told([job('a'), job('b'), other, job('d', { troubles: ['paper-out'] })])).toEqual([
      ['held', 'a,b'],
      ['held', 'c'],
      ['held', 'd'],
    ]);
  });

  it('are never those of which nobody knows whether they came out', () => {
    const unclear = { phase: 'unclear' as const, troubles: ['forgotten' as const] };
    expect(told([job('a', unclear), job('b', unclear)])).toHaveLength(2);
  });

  it('are never piles of sheets that are to be turned', () => {
    const turn = { edge: 'long-edge' as const, sheets: 2, first: 'a', last: 'b' };
    const fronts = { phase: 'turn' as const, troubles: [], turn };
    expect(told([job('a', fronts), job('b', fronts)])).toHaveLength(2);
  });

  it('come with what stands in the way first', () => {
    const flowing = job('a', { phase: 'printing', troubles: [] });
    const failed = job('c', { phase: 'failed', troubles: ['given-up'] });
    expect(told([flowing, job('b'), failed]).map(([phase]) => phase)).toEqual([
      'failed',
      'held',
      'printing',
    ]);
  });
});

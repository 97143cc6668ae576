import { describe, expect, it } from 'vitest';
import { BadgeJobs } from './badgeJobs';

describe('badges being drawn', () => {
  it('tell how far they are while they are drawn, and nothing afterwards', async () => {
    const jobs = new BadgeJobs();
    const seen = await jobs.carryOut('kyltit', async (work) => {
      work.at(25, 300);
      return jobs.progress('kyltit');
    });
    expect(seen).toEqual({ done: 25, of: 300 });
    expect(jobs.progress('kyltit')).toEqual({ done: 0, of: 0 });
  });

  it('are given up by name, as long as there is something to give up', async () => {
    const jobs = new BadgeJobs();
    const job = jobs.carryOut('kyltit', async (work) => {
      expect(jobs.cancel('kyltit')).toBe(true);
      return work.signal.aborted;
    });
    expect(await job).toBe(true);
    expect(jobs.cancel('kyltit')).toBe(false);
  });

  it('give way to a newer job of the same name, which stays known', async () => {
    const jobs = new BadgeJobs();
    let end: (value: string) => void = () => {};
    let given: AbortSignal | undefined;
    const older = jobs.carryOut('kyltit', (work) => {
      given = work.signal;
      return new Promise<string>((resolve) => {
        end = resolve;
      });
    });
    const newer = await jobs.carryOut('kyltit', async (work) => {
      expect(given?.aborted).toBe(true);
      work.at(50, 60);
      end('older');
      await older;
      return jobs.progress('kyltit');
    });
    expect(newer).toEqual({ done: 50, of: 60 });
  });

  it('cannot be asked about without a name', async () => {
    const jobs = new BadgeJobs();
    await jobs.carryOut(undefined, async (work) => {
      work.at(1, 2);
      expect(jobs.progress('')).toEqual({ done: 0, of: 0 });
    });
  });
});

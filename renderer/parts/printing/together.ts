import type { PrintPhase } from '../../../shared/print';
import type { Job } from './jobsWatch';

/** Jobs of which the same is to be said, and the badges of all of them as one job. */
export interface Together {
  jobs: readonly Job[];
  job: Job;
}

/** The phases in which a person has to do something come first; what is unclear or to be turned is asked one by one. */
const ORDER: readonly PrintPhase[] = [
  'failed',
  'unclear',
  'held',
  'turn',
  'printing',
  'queued',
  'making',
];

/** One line for each printer and each thing that is to be said of it, what stands in the way first. */
export function together(waiting: readonly Job[]): Together[] {
  const groups = new Map<string, Job[]>();
  for (const job of waiting) {
    const { phase, printer, troubles, says, failure } = job;
    const one = phase === 'unclear' || phase === 'turn' ? job.id : '';
    const key = JSON.stringify([phase, printer, troubles, says, failure, one]);
    groups.set(key, [...(groups.get(key) ?? []), job]);
  }
  return [...groups.values()]
    .flatMap((jobs) => {
      const [job] = jobs;
      return job ? [{ jobs, job: { ...job, who: jobs.flatMap((one) => one.who) } }] : [];
    })
    .toSorted((a, b) => ORDER.indexOf(a.job.phase) - ORDER.indexOf(b.job.phase));
}

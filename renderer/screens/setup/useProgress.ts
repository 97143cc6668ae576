import { useEffect, useState } from 'react';
import type { ImportProgress } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';

/** How often a desk is asked how far it is, ms. */
const EVERY = 300;

const BEGUN: ImportProgress = { phase: 'reading', share: 0 };

/** How far the import of that name is; '' = none is under way. */
export function useProgress(job: string): ImportProgress {
  const desk = useDesk();
  const [progress, setProgress] = useState(BEGUN);
  useEffect(() => {
    setProgress(BEGUN);
    if (!job) return undefined;
    const timer = setInterval(() => {
      // The answer to the import itself says whether the desk can be reached.
      desk.ask('import.progress', { job }).then(setProgress, () => undefined);
    }, EVERY);
    return () => clearInterval(timer);
  }, [desk, job]);
  return progress;
}

import { useEffect, useState } from 'react';
import type { AnswerOf, Failure } from '../../../shared/contract';
import { failureOf, useDesk } from '../../desk';

/** How soon a desk that did not answer is asked again, ms. */
const AGAIN = 3_000;

/** What this device is at the desk, undefined until the desk has told. */
export function useRole(): {
  role: AnswerOf<'network.me'>['role'] | undefined;
  failure: Failure | undefined;
} {
  const desk = useDesk();
  const [role, setRole] = useState<AnswerOf<'network.me'>['role']>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    let here = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const told = await desk.ask('network.me', {});
        if (here) setRole(told.role);
      } catch (error) {
        if (!here) return;
        setFailure(failureOf(error));
        timer = setTimeout(() => void ask(), AGAIN);
      }
    };
    void ask();
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [desk]);
  return { role, failure };
}

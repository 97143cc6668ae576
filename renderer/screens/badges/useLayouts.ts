import { useEffect, useState } from 'react';
import type { AnswerOf, Failure } from '../../../shared/contract';
import { failureOf, useDesk } from '../../desk';

export type Layout = AnswerOf<'badges.layouts'>[number];

/** The layouts that this desk can print; null until it has told them. */
export function useLayouts(): { layouts: Layout[] | null; failure: Failure | undefined } {
  const desk = useDesk();
  const [layouts, setLayouts] = useState<Layout[] | null>(null);
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    let gone = false;
    desk.ask('badges.layouts', {}).then(
      (told) => {
        if (!gone) setLayouts(told);
      },
      (error: unknown) => {
        if (!gone) setFailure(failureOf(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [desk]);
  return { layouts, failure };
}

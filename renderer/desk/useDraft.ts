import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { Drafts } from './drafts';

export const DraftsContext = createContext<Drafts | null>(null);

/** So that an empty field that was emptied on purpose differs from one that nobody touched. */
const MARK = '=';

type Draft = string | undefined;

/**
 * State that a crash or a reload of the page leaves as it was: what a person has begun to type, undefined
 * while nothing was begun. It is forgotten when its field goes from the screen. Without a name, or where no
 * desk keeps drafts, it is plain state.
 */
export function useDraft(
  field: string | undefined,
): [Draft, (next: Draft | ((now: Draft) => Draft)) => void] {
  const drafts = use(DraftsContext);
  const [text, setText] = useState<Draft>(() => {
    const kept = field === undefined ? undefined : drafts?.get(field);
    return kept ? kept.slice(MARK.length) : undefined;
  });
  const latest = useRef(text);
  const keep = useCallback(
    (draft: Draft) => {
      if (field !== undefined) drafts?.keep(field, draft === undefined ? '' : MARK + draft);
    },
    [drafts, field],
  );
  useEffect(() => () => keep(undefined), [keep]);
  const set = useCallback(
    (next: Draft | ((now: Draft) => Draft)) => {
      latest.current = typeof next === 'function' ? next(latest.current) : next;
      setText(latest.current);
      keep(latest.current);
    },
    [keep],
  );
  return [text, set];
}

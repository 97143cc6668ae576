import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { badgeDesignSchema, DEFAULT_DESIGN, type BadgeDesign } from '../../../shared/badges/design';
import type { EventDetails } from '../../../shared/model/event';
import { useEventDesk } from '../../desk';
import { useAsking } from '../../parts/useAsking';
import { useSpeech } from '../../words/useSpeech';

/** What of an event is about its badges. */
export type BadgeFields = Partial<
  Pick<EventDetails, 'badgeDesign' | 'badgeLayout' | 'badgeLogo' | 'badgeSize'>
>;

export interface Designing {
  /** As it is on this screen; a moment later also everywhere else. */
  design: BadgeDesign;
  change(design: BadgeDesign): void;
  /** Saves what else belongs to the badges at once; answers whether it was saved. */
  save(fields: BadgeFields): Promise<boolean>;
  refused: string;
}

/** Without a change for so long, ms, the design is saved: a slider or a colour passes through many. */
const PAUSE = 500;

/**
 * The design of the event's badges. Changes are seen here at once and kept with the event a moment
 * later, also when the screen is left before; what another desk changes meanwhile is followed.
 */
export function useDesign(): Designing {
  const { state } = useEventDesk();
  const { ask, refused } = useAsking();
  const { language } = useSpeech();
  const { badgeDesign: kept, edits } = state.event;
  const [draft, setDraft] = useState<BadgeDesign | null>(null);
  const unsaved = useRef<BadgeDesign | null>(null);
  const isFresh = edits['badgeDesign'] === undefined;
  const first = useMemo(
    () => (isFresh && sameDesign(kept, DEFAULT_DESIGN) ? { ...kept, language } : kept),
    [isFresh, kept, language],
  );

  const flush = useCallback(async () => {
    const design = unsaved.current;
    if (!design) return;
    unsaved.current = null;
    await ask({ type: 'event.edit', fields: { badgeDesign: design } });
  }, [ask]);
  useEffect(() => {
    if (!draft) return undefined;
    const timer = setTimeout(() => void flush(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => () => void flush(), [flush]);
  // Once the event has it, the event is followed again.
  useEffect(() => {
    if (draft && unsaved.current === null && sameDesign(kept, draft)) setDraft(null);
  }, [draft, kept]);

  const change = useCallback((next: BadgeDesign) => {
    const design = badgeDesignSchema.parse(next);
    unsaved.current = design;
    setDraft(design);
  }, []);
  const save = useCallback((fields: BadgeFields) => ask({ type: 'event.edit', fields }), [ask]);
  return { design: draft ?? first, change, save, refused };
}

const sameDesign = (a: BadgeDesign, b: BadgeDesign) => JSON.stringify(a) === JSON.stringify(b);

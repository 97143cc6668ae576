import type { Outcome } from '../../../shared/contract';

/** What the steward sees: come in, has been used, or go to the desk. */
export type DoorTone = 'good' | 'warn' | 'bad';

export interface DoorAnswer {
  tone: DoorTone;
  /** The one personal thing on the screen; '' where nobody in particular is meant. */
  firstName: string;
  /** When a used code was used, ms since the epoch; null otherwise. */
  since: number | null;
}

/** The desk's answer with nothing personal in it but the first name. */
export function doorAnswer(outcome: Outcome): DoorAnswer {
  if (outcome.ok) {
    return { tone: 'good', firstName: outcome.participant?.firstName ?? '', since: null };
  }
  if (outcome.status === 'used') {
    const { at } = outcome.params;
    const since = typeof at === 'number' ? at : null;
    return { tone: 'warn', firstName: outcome.participants?.[0]?.firstName ?? '', since };
  }
  return { tone: 'bad', firstName: '', since: null };
}

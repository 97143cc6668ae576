import type { Outcome } from '../../../shared/contract';
import { answerKind } from '../../scanner/answerKind';
import type { AnswerKind } from '../../scanner/answerKind';

/** What the steward sees: come in, has been used, or go to the desk. */
export type DoorTone = 'good' | 'warn' | 'bad';

export interface DoorAnswer {
  tone: DoorTone;
  /** Which of the desk's answers it is: its sign, its sound and, when it is red, its reason. */
  kind: AnswerKind;
  /** The one personal thing on the screen; '' where nobody in particular is meant. */
  firstName: string;
  /** When a used code was used, ms since the epoch; null otherwise. */
  since: number | null;
}

/** The desk's answer with nothing personal in it but the first name. */
export function doorAnswer(outcome: Outcome): DoorAnswer {
  const kind = answerKind(outcome);
  if (outcome.ok) {
    return { tone: 'good', kind, firstName: outcome.participant?.firstName ?? '', since: null };
  }
  if (outcome.status === 'used') {
    const { at } = outcome.params;
    const since = typeof at === 'number' ? at : null;
    return { tone: 'warn', kind, firstName: outcome.participants?.[0]?.firstName ?? '', since };
  }
  return { tone: 'bad', kind, firstName: '', since: null };
}

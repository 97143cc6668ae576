import type { Outcome } from '../../shared/contract';
import type { IconName } from '../parts/Icon';
import type { Tone } from '../parts/Notice';

/** What the desk can say to a code: each has a word, a sign, a colour and a sound of its own. */
export const ANSWER_KINDS = [
  'in',
  'back',
  'again',
  'several',
  'cancelled',
  'otherEvent',
  'unknown',
  'refused',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Which of the answers a check-in got. */
export function answerKind(outcome: Outcome): AnswerKind {
  if (outcome.ok) return outcome.status === 'left' ? 'back' : 'in';
  switch (outcome.status) {
    case 'used':
      return 'again';
    case 'ambiguous':
      return 'several';
    case 'cancelled':
      return 'cancelled';
    case 'wrong-event':
      return 'otherEvent';
    case 'unknown':
      return 'unknown';
    default:
      return 'refused';
  }
}

/** Shapes that can be told apart without their colour. */
export const ANSWER_SIGNS: Record<AnswerKind, IconName> = {
  in: 'check',
  back: 'comeBack',
  again: 'warn',
  several: 'people',
  cancelled: 'stop',
  otherEvent: 'calendar',
  unknown: 'question',
  refused: 'close',
};

/** Green when done, amber when a person has to look, red when not. */
export const ANSWER_TONES: Record<AnswerKind, Tone> = {
  in: 'good',
  back: 'good',
  again: 'warn',
  several: 'warn',
  cancelled: 'bad',
  otherEvent: 'bad',
  unknown: 'bad',
  refused: 'bad',
};

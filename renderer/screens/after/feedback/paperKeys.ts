import { CHOICE_KEYS } from '../../../../shared/model/asked';
import type { Asked } from '../../../../shared/model/asked';
import { SCALE } from '../../../../shared/model/feedback';
import type { Answers } from '../../../../shared/model/feedback';

/** Kyllä, ja, yes; ei, nej, no: no letter means one thing in one language and the other in another. */
const YES = new Set(['k', 'j', 'y']);
const NO = new Set(['e', 'n']);

/** What a single key answers, undefined where it answers nothing. */
export function answerOfKey(
  { kind, choices }: Pick<Asked, 'kind' | 'choices'>,
  key: string,
): Answers[string] | undefined {
  const letter = key.toLowerCase();
  switch (kind) {
    case 'scale': {
      const value = /^\d$/.test(key) ? Number(key) : 0;
      return value >= 1 && value <= SCALE ? value : undefined;
    }
    case 'yesNo':
      return YES.has(letter) ? true : NO.has(letter) ? false : undefined;
    case 'choice': {
      const place = CHOICE_KEYS.indexOf(letter);
      return letter !== '' && place >= 0 && place < choices.length ? place : undefined;
    }
    case 'text':
      return undefined;
  }
}

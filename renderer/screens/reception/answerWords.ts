import type { TFunction } from 'i18next';
import type { IconName } from '../../parts/Icon';
import type { Tone } from '../../parts/Notice';
import { answerKind, ANSWER_SIGNS, ANSWER_TONES } from '../../scanner/answerKind';
import type { Speech } from '../../words/useSpeech';
import type { Deeds } from './recentDeeds';
import type { Answer } from './useReception';

/** How an answer looks: green when done, amber when a person has to look, red when not. */
export function toneOf({ outcome }: Answer): Tone {
  return ANSWER_TONES[answerKind(outcome)];
}

/** The sign that tells an answer from others of its colour. */
export function signOf({ deed, outcome }: Answer): IconName {
  return deed === 'undo' && outcome.ok ? 'undo' : ANSWER_SIGNS[answerKind(outcome)];
}

/** The answer in one sentence; `t` is of the reception's words, `name` the person's. */
export function sentenceOf(answer: Answer, name: string, t: TFunction, speech: Speech): string {
  const { deed, outcome, people } = answer;
  if (!outcome.ok) return speech.refusal(outcome);
  const params = { name, count: people, at: speech.clock(answer.at) };
  if (deed === 'checkIn' && outcome.status === 'left') return t('answer.comeBack', params);
  return t(`answer.${deed}`, params);
}

/** Whom something was about: the names of a few, the number of many. */
export function whoOf(
  { names, people }: Pick<Deeds, 'names' | 'people'>,
  t: TFunction,
  speech: Speech,
): string {
  if (people <= names.length) return names.join(', ');
  return t('recent.people', { count: people, number: speech.number(people) });
}

/** The same in a few words for the row itself. */
export function shortOf(answer: Answer, t: TFunction, speech: Speech): string {
  const { outcome } = answer;
  if (outcome.ok) return '';
  if (outcome.status === 'used') {
    const { at, desk } = outcome.params;
    return t('row.already', { at: typeof at === 'number' ? speech.clock(at) : '', desk });
  }
  if (outcome.status === 'cancelled') return t('row.cancelledAsk');
  return t('row.refused');
}

import { STANDARD_QUESTIONS } from '../model/feedback';
import type { Question } from '../model/feedback';
import type { EventState } from '../model/state';
import { refuse } from './context';
import type { Decision } from './context';

/** The fewest choices that leave a guest something to choose. */
export const LEAST_CHOICES = 2;

/** Ids of the questions that guests have answered. */
export function answeredQuestions(state: Pick<EventState, 'feedback'>): ReadonlySet<string> {
  const answered = new Set<string>();
  for (const { answers } of state.feedback) for (const id of Object.keys(answers)) answered.add(id);
  return answered;
}

/**
 * Why an event cannot ask these questions of its own, if it cannot: each has an id of its own and words in
 * some language, and what was answered already keeps its meaning. A kind stays then, and a choice only gets
 * more, for an answer is the place of the choice in its list.
 */
export function refusedQuestions(
  state: EventState,
  questions: readonly Question[],
): Decision | undefined {
  const taken = new Set<string>(STANDARD_QUESTIONS.map(({ id }) => id));
  for (const { id, kind, text, choices } of questions) {
    const question = wordsOf(text);
    if (taken.has(id)) return refuse('event.sameQuestion', { question });
    taken.add(id);
    if (question === '') return refuse('event.questionWordless');
    if (kind !== 'choice') continue;
    if (choices.length < LEAST_CHOICES) return refuse('event.fewChoices', { question });
    if (choices.some((one) => wordsOf(one) === '')) {
      return refuse('event.choiceWordless', { question });
    }
  }
  const answered = answeredQuestions(state);
  for (const before of state.event.questions) {
    const after = questions.find(({ id }) => id === before.id);
    if (!after || !answered.has(before.id)) continue;
    const question = wordsOf(before.text);
    if (after.kind !== before.kind) return refuse('event.questionAnswered', { question });
    if (after.choices.length < before.choices.length) {
      return refuse('event.choiceAnswered', { question });
    }
  }
  return undefined;
}

const wordsOf = ({ fi, sv, en }: Question['text']) => fi.trim() || sv.trim() || en.trim();

import { STANDARD_QUESTIONS } from './feedback';
import type { Answers, Question } from './feedback';

/** A question as guests meet it; its words are found by its id. */
export type Asked = Pick<Question, 'id' | 'kind' | 'choices'>;

/** The standard question that comes last, so that who has nothing more to say can stop before it. */
const LAST = 'free';

/** Everything that is asked, in the order of the paper form: standard, the event's own, and words at the end. */
export function askedQuestions(own: readonly Question[]): Asked[] {
  const standard = STANDARD_QUESTIONS.map((one): Asked => ({ ...one, choices: [] }));
  const isLast = ({ id }: Asked) => id === LAST;
  return [...standard.filter((one) => !isLast(one)), ...own, ...standard.filter(isLast)];
}

/** By which key a choice is typed in, and so how it is marked on paper: up to twelve, in their order. */
export const CHOICE_KEYS = [...'123456789abc'];

/** How many questions stand on one page of the kiosk. */
const PER_STEP = 2;

/**
 * The pages of the kiosk in their order: at most two questions that are answered by one touch, one that is
 * answered in words. What was agreed is asked below the question whether there was somebody to agree with,
 * and only of those who say so.
 */
export function stepsOf(own: readonly Question[], answers: Answers): Asked[][] {
  const steps: Asked[][] = [];
  for (const question of askedQuestions(own)) {
    const last = steps.at(-1);
    if (question.id === 'agreed') {
      if (answers['met'] === true) last?.push(question);
    } else if (last && fits(question, last)) last.push(question);
    else steps.push([question]);
  }
  return steps;
}

function fits(question: Asked, step: readonly Asked[]): boolean {
  const isShort = ({ kind }: Asked) => kind === 'scale' || kind === 'yesNo';
  const opensAnother = step.some(({ id }) => id === 'met');
  return !opensAnother && isShort(question) && step.every(isShort) && step.length < PER_STEP;
}

/** What is sent: without what was asked only of those who met somebody, where the answer is now another. */
export function answersToSend(answers: Answers): Answers {
  const { agreed, ...others } = answers;
  return agreed !== undefined && answers['met'] === true ? answers : others;
}

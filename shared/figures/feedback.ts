import { SCALE, STANDARD_QUESTIONS } from '../model/feedback';
import type { Answers, Feedback, Question } from '../model/feedback';
import { ratio } from './attendance';
import type { FeedbackFigures, QuestionFigures } from './model';

type Asked = Pick<Question, 'id' | 'kind' | 'choices'>;

/** What guests answered: the standard questions in their order, then the event's own. */
export function feedbackOf(
  sheets: readonly Feedback[],
  own: readonly Question[],
  came: number,
): FeedbackFigures {
  const standard = STANDARD_QUESTIONS.map((one): Asked => ({ ...one, choices: [] }));
  return {
    sheets: sheets.length,
    ofCame: ratio(sheets.length, came),
    questions: [...standard, ...own].map((question) => questionOf(question, sheets)),
  };
}

/** A question left open counts in no mean and no share: only answers do. */
function questionOf({ id, kind, choices }: Asked, sheets: readonly Feedback[]): QuestionFigures {
  const answers = sheets.flatMap(({ answers: said }): Array<Answers[string]> => {
    const answer = said[id];
    return answer === undefined ? [] : [answer];
  });
  const counts = countsOf(kind, choices.length, answers);
  return { id, kind, answered: answers.length, counts, value: valueOf(kind, counts) };
}

function countsOf(
  kind: Question['kind'],
  choices: number,
  answers: ReadonlyArray<Answers[string]>,
): number[] {
  const often = (wanted: Answers[string]) => answers.filter((answer) => answer === wanted).length;
  switch (kind) {
    case 'scale':
      return Array.from({ length: SCALE }, (_, i) => often(i + 1));
    case 'yesNo':
      return [often(false), often(true)];
    case 'choice':
      return Array.from({ length: choices }, (_, i) => often(i));
    case 'text':
      return [];
  }
}

/** From the counts alone, so that counts of several events can be added up first. */
export function valueOf(kind: Question['kind'], counts: readonly number[]): number | null {
  const answered = counts.reduce((sum, count) => sum + count, 0);
  if (answered === 0) return null;
  if (kind === 'scale') {
    return counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / answered;
  }
  return kind === 'yesNo' ? (counts[1] ?? 0) / answered : null;
}

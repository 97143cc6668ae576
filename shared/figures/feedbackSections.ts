import type { Question } from '../model/feedback';
import { barChart, scaleChart, shareChart } from './chart/bars';
import type { Figures, QuestionFigures } from './model';
import type { FigureSection } from './section';
import { inWords, number, percent, questionText } from './words';
import type { FigureWords } from './words';

/** What guests answered, those questions left out that are answered in words: these are not for a report. */
export function feedbackSections(
  { feedback }: Pick<Figures, 'feedback'>,
  words: FigureWords,
  own: readonly Question[],
): FigureSection[] {
  if (feedback.sheets === 0) return [];
  const { say } = words;
  const heading = say('feedback');
  const asked = feedback.questions.filter(({ kind }) => kind !== 'text');
  const label = (question: QuestionFigures) => questionText(question.id, own, words);
  const scales = asked.filter(({ kind }) => kind === 'scale');
  const others = asked.filter(({ kind }) => kind === 'yesNo');
  const says = [
    say('feedback.says', {
      count: feedback.sheets,
      share: percent(
        words,
        feedback.ofCame === null ? null : Math.round(feedback.ofCame * 100) / 100,
      ),
    }),
  ];
  const choices = asked.filter(({ kind }) => kind === 'choice');
  return [
    {
      key: 'feedback',
      heading,
      says,
      chart: scaleChart(
        heading,
        scales.map((question) => ({
          label: label(question),
          counts: question.counts,
          text: `${number(words, question.value, 1)} / 4`,
        })),
      ),
      columns: [
        say('column.question'),
        '1',
        '2',
        '3',
        '4',
        say('column.answered'),
        say('column.mean'),
      ],
      rows: scales.map((question) => [
        label(question),
        ...question.counts.map((count) => number(words, count)),
        number(words, question.answered),
        number(words, question.value, 2),
      ]),
    },
    {
      key: 'feedback-yes',
      heading: say('feedback.yesNo'),
      says: [],
      chart: shareChart(
        say('feedback.yesNo'),
        others.map((question) => ({
          label: label(question),
          value: question.value ?? 0,
          text: percent(
            words,
            question.value === null ? null : Math.round(question.value * 100) / 100,
          ),
        })),
      ),
      columns: [
        say('column.question'),
        words.term('yes'),
        words.term('no'),
        say('column.answered'),
        say('column.share'),
      ],
      rows: others.map((question) => [
        label(question),
        number(words, question.counts[1] ?? 0),
        number(words, question.counts[0] ?? 0),
        number(words, question.answered),
        percent(words, question.value),
      ]),
    },
    ...choices.map((question) => choiceSection(question, own, words)),
  ];
}

function choiceSection(
  question: QuestionFigures,
  own: readonly Question[],
  words: FigureWords,
): FigureSection {
  const heading = questionText(question.id, own, words);
  const choices = own.find(({ id }) => id === question.id)?.choices ?? [];
  const named = question.counts.map((count, at) => {
    const choice = choices[at];
    return { name: choice ? inWords(choice, words.language) : String(at + 1), count };
  });
  const share = (count: number) =>
    percent(words, question.answered ? count / question.answered : null);
  return {
    key: `feedback-${question.id}`,
    heading,
    says: [],
    chart: barChart(
      heading,
      named.map(({ name, count }) => ({
        label: name,
        value: count,
        text: `${number(words, count)} (${share(count)})`,
      })),
    ),
    columns: [words.say('column.answer'), words.say('column.count'), words.say('column.share')],
    rows: named.map(({ name, count }) => [name, number(words, count), share(count)]),
  };
}

import { expect, it } from 'vitest';
import type { Question } from '../model/feedback';
import { DeskOfPaper } from '../testing/deskOfPaper';

const inFinnish = (fi: string) => ({ fi, sv: '', en: '' });
const hall: Question = {
  id: 'hall',
  kind: 'choice',
  text: inFinnish('Kumpi sali?'),
  choices: ['A', 'B'].map(inFinnish),
};
const coffee: Question = {
  id: 'coffee',
  kind: 'scale',
  text: inFinnish('Oliko kahvi hyvää?'),
  choices: [],
};

function asking(...questions: Question[]) {
  const desk = new DeskOfPaper();
  desk.must({ type: 'event.edit', fields: { questions } });
  const edit = (...changed: Question[]) =>
    desk.ask({ type: 'event.edit', fields: { questions: changed } });
  return { desk, edit };
}

it('lets a question change its kind for as long as nobody has answered it', () => {
  const { desk, edit } = asking(coffee, hall);
  expect(edit({ ...coffee, kind: 'yesNo' }, hall)).toHaveProperty('facts');
  desk.must({ type: 'feedback.give', answers: { coffee: true } });
  expect(edit({ ...coffee, kind: 'text' }, hall)).toMatchObject({
    refusal: { code: 'event.questionAnswered', params: { question: 'Oliko kahvi hyvää?' } },
  });
  expect(desk.state.event.questions[0]?.kind).toBe('yesNo');
});

it('lets an answered question be worded anew, moved and taken away', () => {
  const { desk, edit } = asking(coffee, hall);
  desk.must({ type: 'feedback.give', answers: { coffee: 3, hall: 1 } });
  const worded = { ...coffee, text: { ...coffee.text, sv: 'Var kaffet gott?' } };
  const longer = { ...hall, choices: [...hall.choices, inFinnish('C')] };
  expect(edit(longer, worded)).toHaveProperty('facts');
  expect(desk.state.event.questions.map(({ id }) => id)).toEqual(['hall', 'coffee']);
  expect(edit(worded)).toHaveProperty('facts');
});

it('keeps the choices that answers point to', () => {
  const three = { ...hall, choices: ['A', 'B', 'C'].map(inFinnish) };
  const { desk, edit } = asking(three);
  expect(edit(hall)).toHaveProperty('facts');
  edit(three);
  desk.must({ type: 'feedback.give', answers: { hall: 2 } });
  expect(edit(hall)).toMatchObject({ refusal: { code: 'event.choiceAnswered' } });
});

it.each([
  ['without words in any language', { ...coffee, text: inFinnish(' ') }, 'event.questionWordless'],
  ['called as a standard one', { ...coffee, id: 'free' }, 'event.sameQuestion'],
  ['called as the one before it', hall, 'event.sameQuestion'],
  ['with a single choice', { ...hall, id: 'x', choices: [inFinnish('A')] }, 'event.fewChoices'],
  [
    'with a choice that says nothing',
    { ...hall, id: 'x', choices: ['A', ''].map(inFinnish) },
    'event.choiceWordless',
  ],
])('refuses a question %s', (_, question, code) => {
  const { desk, edit } = asking(hall);
  expect(edit(hall, question)).toMatchObject({ refusal: { code } });
  expect(desk.state.event.questions).toEqual([hall]);
});

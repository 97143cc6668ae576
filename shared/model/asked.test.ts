import { expect, it } from 'vitest';
import { answersToSend, askedQuestions, stepsOf } from './asked';
import type { Question } from './feedback';

const own = (id: string, kind: Question['kind']): Question => ({
  id,
  kind,
  text: { fi: id, sv: '', en: '' },
  choices: [],
});
const ids = (steps: ReadonlyArray<ReadonlyArray<{ id: string }>>) =>
  steps.map((step) => step.map(({ id }) => id));

it('asks the standard questions two to a page and the words last', () => {
  expect(ids(stepsOf([], {}))).toEqual([
    ['usefulness', 'ideas'],
    ['recommend', 'more'],
    ['met'],
    ['free'],
  ]);
});

it('asks what was agreed of those alone who met somebody', () => {
  expect(ids(stepsOf([], { met: true }))[2]).toEqual(['met', 'agreed']);
  expect(ids(stepsOf([], { met: false }))[2]).toEqual(['met']);
});

it('asks the event’s own before the last words, short ones two to a page', () => {
  const questions = [own('a', 'scale'), own('b', 'yesNo'), own('c', 'choice'), own('d', 'text')];
  expect(ids(stepsOf(questions, {})).slice(3)).toEqual([['a', 'b'], ['c'], ['d'], ['free']]);
  expect(askedQuestions(questions).map(({ id }) => id)).toEqual([
    'usefulness',
    'ideas',
    'recommend',
    'more',
    'met',
    'agreed',
    'a',
    'b',
    'c',
    'd',
    'free',
  ]);
});

it('sends nothing of what is no longer asked', () => {
  expect(answersToSend({ met: false, agreed: 'Soitan', free: 'Kiitos' })).toEqual({
    met: false,
    free: 'Kiitos',
  });
  expect(answersToSend({ met: true, agreed: 'Soitan' })).toEqual({ met: true, agreed: 'Soitan' });
});

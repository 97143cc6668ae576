import { expect, it } from 'vitest';
import { answerOfKey } from './paperKeys';

const asked = (kind: 'scale' | 'yesNo' | 'choice' | 'text', choices = 0) => ({
  kind,
  choices: Array.from({ length: choices }, (_, at) => ({ fi: String(at), sv: '', en: '' })),
});

it.each([
  ['scale', '1', 1],
  ['scale', '4', 4],
  ['scale', '5', undefined],
  ['scale', '0', undefined],
  ['scale', 'k', undefined],
  ['yesNo', 'k', true],
  ['yesNo', 'J', true],
  ['yesNo', 'y', true],
  ['yesNo', 'e', false],
  ['yesNo', 'N', false],
  ['yesNo', '1', undefined],
  ['text', 'k', undefined],
] as const)('a %s takes the key %s as %s', (kind, key, said) => {
  expect(answerOfKey(asked(kind), key)).toBe(said);
});

it('takes a choice by its number as on the form, and none that is not there', () => {
  expect(answerOfKey(asked('choice', 3), '1')).toBe(0);
  expect(answerOfKey(asked('choice', 3), '3')).toBe(2);
  expect(answerOfKey(asked('choice', 3), '4')).toBeUndefined();
  expect(answerOfKey(asked('choice', 12), 'C')).toBe(11);
});

import { expect, it } from 'vitest';
import { choicesOf, linesOf } from './choiceLines';

it('takes the same line of each language as one choice, also where a language has fewer', () => {
  expect(choicesOf({ fi: 'Aamu\nIlta ', sv: '\nKväll', en: '' })).toEqual([
    { fi: 'Aamu', sv: '', en: '' },
    { fi: 'Ilta', sv: 'Kväll', en: '' },
  ]);
});

it('passes over a line that is empty in every language', () => {
  expect(choicesOf({ fi: 'Aamu\n\nIlta\n', sv: '', en: '' }).map(({ fi }) => fi)).toEqual([
    'Aamu',
    'Ilta',
  ]);
});

it('gives back what was written', () => {
  const choices = choicesOf({ fi: 'Aamu\nIlta', sv: '\nKväll', en: 'Morning' });
  expect(choicesOf(linesOf(choices))).toEqual(choices);
  expect(linesOf([])).toEqual({ fi: '', sv: '', en: '' });
});

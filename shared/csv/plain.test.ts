import { expect, it } from 'vitest';
import { plainFigure } from './plain';

it.each([
  ['1\u00A0300', '1300'],
  ['12\u202F345\u00A0678', '12345678'],
  ['1,300', '1300'],
  ['23,5\u00A0%', '23,5%'],
  ['45%', '45%'],
  ['3,25', '3,25'],
  ['1\u00A0h', '1\u00A0h'],
  ['Sali 1\u00A0300', 'Sali 1\u00A0300'],
  ['–', '–'],
])('%j is written as %j', (shown, plain) => {
  expect(plainFigure(shown)).toBe(plain);
});

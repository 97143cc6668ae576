import { expect, it } from 'vitest';
import { customLayout } from '../../../shared/badges/customLayout';
import type { LayoutProblem } from '../../../shared/badges/layout';
import en from '../../../resources/locales/en/badges.json';
import fi from '../../../resources/locales/fi/badges.json';
import sv from '../../../resources/locales/sv/badges.json';

const CODES: Record<LayoutProblem['code'], true> = {
  number: true,
  least: true,
  most: true,
  'too-wide': true,
  'too-high': true,
  safe: true,
  unreachable: true,
  back: true,
};

it('has words in every language for whatever can be wrong with a size of one’s own', () => {
  for (const words of [fi, sv, en].map((one) => new Map(Object.entries(one)))) {
    const missing = Object.keys(CODES).filter((code) => !words.has(`size.problem.${code}`));
    expect(missing).toEqual([]);
  }
});

it('is told of a measure that is too small or too large', () => {
  const size = { medium: [5, 5_000], badge: [90, 55], columns: 1, rows: 1, left: 0, top: 0 };
  const { problems = [] } = customLayout({ ...size, gutter: [0, 0] });
  expect(problems).toMatchObject([
    { code: 'least', values: { min: 20 } },
    { code: 'most', values: { max: 1_200 } },
  ]);
});

import { expect, it } from 'vitest';
import { sectionText } from './copying';

it('copies a table that can be pasted into a sheet without anything being run', () => {
  const text = sectionText({
    key: 'byRole',
    heading: 'Roolit',
    says: ['Kaikki vastasivat.'],
    chart: '',
    columns: ['rooli', 'tuli'],
    rows: [
      ['=1+1', '3'],
      ['a\t=1\n@x', '–'],
      ['puhuja', '−2 min'],
    ],
  });
  expect(text.split('\n')).toEqual([
    'Roolit',
    'Kaikki vastasivat.',
    '',
    'rooli\ttuli',
    "'=1+1\t3",
    'a =1 @x\t–',
    'puhuja\t−2 min',
  ]);
});

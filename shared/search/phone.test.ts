import { describe, expect, it } from 'vitest';
import { createSearchIndex } from './index';
import type { SearchRecord } from './index';
import { dialled, numberIn } from './phone';

const blank = { firstName: '', organisation: '', email: '', title: '', code: '', present: false };
const person = (lastName: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
  ...blank,
  id: lastName,
  lastName,
  ...more,
});

describe('a phone number', () => {
  const people = [
    person('Aalto', { phone: '+358 (0)40 123 4567' }),
    person('Berg', { phone: '050-765 4321', present: true }),
    person('Coder', { code: '4567ABCD' }),
    person('Dahl', { phone: '0400 994567' }),
  ];
  const index = createSearchIndex(people);
  const found = (query: string, limit = 10) => index.find(query, limit).map(({ id }) => id);

  it.each([
    ['040 1234567', ['Aalto']],
    ['+358401234567', ['Aalto']],
    ['00358 40 123', ['Aalto']],
    ['765 43', ['Berg']],
    ['7654–321', ['Berg']],
  ])('is found by "%s"', (query, whom) => {
    expect(found(query)).toEqual(whom);
  });

  it('is found by its last four digits, after a code that begins with them', () => {
    expect(found('4567')).toEqual(['Coder', 'Aalto', 'Dahl']);
    expect(found('4567', 2)).toEqual(['Coder', 'Aalto']);
  });

  it('of who is expected comes before that of who is here', () => {
    index.put(person('Aalto', { phone: '+358 (0)40 123 4567', present: true }));
    expect(found('4567')).toEqual(['Coder', 'Dahl', 'Aalto']);
    index.put(person('Aalto', { phone: '+358 (0)40 123 4567' }));
  });

  it('is not looked for by fewer digits, nor beside letters', () => {
    expect([found('345'), found('4567 x'), found('xx4567')]).toEqual([[], [], []]);
  });

  it('is found when it changes, and not when it is gone', () => {
    index.put(person('Eklund', { phone: '041 555 0001' }));
    expect(found('5550001')).toEqual(['Eklund']);
    index.put(person('Eklund', { phone: '041 555 0002' }));
    expect([found('5550001'), found('5550002')]).toEqual([[], ['Eklund']]);
    index.remove('Eklund');
    expect(found('5550002')).toEqual([]);
  });

  it('is told from other text', () => {
    expect([numberIn('koemä'), numberIn('12'), numberIn('2+2=4000')]).toEqual(['', '', '']);
    expect(dialled('+46 70 123')).toBe('4670123');
  });
});

import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { peopleFound, peopleOrder } from './peopleOrder';

const person = (id: string, firstName: string, lastName: string, organisation = ''): Participant =>
  newParticipant(
    { id, code: `C${id}`, source: 'registration', rev: '' },
    { firstName, lastName, organisation },
  );
const { compare } = new Intl.Collator('fi');
const aho = person('1', 'Åke', 'Aho', 'Hoivakoti Kielo Oy');
const oksa = person('2', 'Bo', 'Öksä');
const elo = person('3', 'Aino', 'Elo');
const ids = (people: readonly Participant[]) => people.map(({ id }) => id).join('');

describe('the people to pick from', () => {
  it('stand by last name in the order of the language', () => {
    expect(ids(peopleOrder([oksa, elo, aho], [], compare))).toBe('132');
  });

  it('stand so whether they are few or many, and whoever came first among those of one name', () => {
    const names = ['Ek', 'ek', 'Öst', 'Åby', 'Aho', 'de la Cruz', '', "O'Neill", 'Näkkäläjärvi'];
    const many = names.flatMap((last, at) =>
      names.map((first, by) => person(`${(at * 7 + by * 5) % 81}-${at}${by}`, first, last)),
    );
    const one = (a: Participant, b: Participant) =>
      compare(a.lastName, b.lastName) || compare(a.firstName, b.firstName);
    expect(peopleOrder(many, [], compare)).toEqual(many.toSorted(one));
    const few = many.slice(0, 20);
    expect(peopleOrder(few, [], compare)).toEqual(few.toSorted(one));
  });

  it('compare each name once where thousands share a few', () => {
    const many = Array.from({ length: 5_000 }, (_, at) =>
      person(`p${at}`, `A${at % 40}`, `N${at % 90}`),
    );
    let compared = 0;
    peopleOrder(many, [], (a, b) => ((compared += 1), compare(a, b)));
    expect(compared).toBeLessThan(many.length);
  });

  it('compare almost nothing again when one of thousands has changed', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => person(`p${at}`, 'A', `N${at}`));
    const before = peopleOrder(many, [], compare);
    let compared = 0;
    const counting = (a: string, b: string) => ((compared += 1), compare(a, b));
    const [first, ...others] = many;
    if (!first) throw new Error('there is nobody');
    const now = peopleOrder([...others, { ...first, status: 'present' }, elo], before, counting);
    expect(now).toHaveLength(2_001);
    expect(now.find(({ id }) => id === 'p0')?.status).toBe('present');
    expect(compared).toBeLessThan(5 * many.length);
  });

  it('lose those who are not there any more', () => {
    expect(ids(peopleOrder([elo], [aho, elo, oksa], compare))).toBe('3');
  });

  it('are found by any part of a name or an organisation, those picked before first', () => {
    const people = [aho, elo, oksa];
    expect(ids(peopleFound(people, '', []))).toBe('132');
    expect(ids(peopleFound(people, 'oksa', []))).toBe('2');
    expect(ids(peopleFound(people, 'kielo aho', []))).toBe('1');
    expect(ids(peopleFound(people, '', ['2']))).toBe('213');
  });
});

import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import type { Participant, Status } from '../../../shared/model/participant';
import { awaitedOf, cameOf, someNames } from './group';

function person(lastName: string, organisation: string, status: Status = 'expected'): Participant {
  const base = { id: lastName, code: lastName, source: 'registration', rev: '' } as const;
  return { ...newParticipant(base, { lastName, organisation }), status };
}

describe('a group', () => {
  it('is who is still awaited of one organisation, in the order of names', () => {
    const people = [
      person('Virta', 'Hoiva Oy'),
      person('Aalto', ' hoiva oy '),
      person('Niemi', 'Hoiva Oy', 'present'),
      person('Salo', 'Muu'),
    ];
    expect(awaitedOf(people, 'HOIVA OY').map((one) => one.lastName)).toEqual(['Aalto', 'Virta']);
    expect(awaitedOf([person('Ei', '')], ' ')).toEqual([]);
  });

  it('is told by its first names when it is large', () => {
    expect(someNames(['A', 'B'])).toBe('A, B');
    const many = Array.from({ length: 40 }, (_, n) => String(n));
    expect(someNames(many)).toMatch(/^0, 1, .*11 …$/);
  });

  it('counts those who came back only when they were picked', () => {
    const group = { checkedIn: ['a', 'b'], already: ['c'], left: ['d'], cancelled: [] };
    expect(cameOf(group, false)).toBe(2);
    expect(cameOf(group, true)).toBe(3);
  });
});

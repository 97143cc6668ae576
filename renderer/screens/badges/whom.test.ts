import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { Table } from '../../../shared/model/table';
import { countWhom, idsOf, printedBefore } from './whom';

function person(id: string, part: Partial<Participant>): [string, Participant] {
  const fresh = newParticipant({ id, code: id, source: 'registration', rev: id }, {});
  return [id, { ...fresh, ...part }];
}

const people = Table.from([
  person('expected', {}),
  person('present', { status: 'present', prints: ['fact 1'] }),
  person('gone', { status: 'left', prints: ['fact 1', 'fact 2'] }),
  person('cancelled', { status: 'cancelled' }),
]);

describe('who gets a badge', () => {
  it('counts nobody who has cancelled', () => {
    expect(countWhom(people)).toEqual({ all: 3, present: 1, unprinted: 1 });
  });

  it('knows who of them has had one before', () => {
    const before = printedBefore(people, ['expected', 'gone', 'present', 'nobody']);
    expect(before.map((one) => one.id)).toEqual(['gone', 'present']);
  });

  it('means the same people whom it counts', () => {
    expect(idsOf(people, 'all', [])).toEqual(['expected', 'present', 'gone']);
    expect(idsOf(people, 'present', [])).toEqual(['present']);
    expect(idsOf(people, 'unprinted', [])).toEqual(['expected']);
    expect(idsOf(people, 'picked', ['cancelled'])).toEqual(['cancelled']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../shared/model/participant';
import type { Participant, Sector, Status } from '../../shared/model/participant';
import { Table } from '../../shared/model/table';
import { headCount } from './headCount';

const person = (id: string, status: Status, sector: Sector): Participant => ({
  ...newParticipant({ id, code: 'c', source: 'registration', rev: 'r' }, { sector }),
  status,
});

const tableOf = (people: readonly Participant[]): Table<Participant> =>
  Table.from(people.map((one) => [one.id, one]));

describe('the head count', () => {
  it('counts as present only those in the house now, and by their sector', () => {
    const { present, sectors } = headCount(
      tableOf([
        person('a', 'present', 'private'),
        person('b', 'present', ''),
        person('c', 'left', 'private'),
        person('d', 'expected', 'public'),
      ]),
    );
    expect(present).toBe(2);
    expect(sectors).toEqual({ private: 1, public: 0, third: 0, other: 0, '': 1 });
  });

  it('expects everyone but those who cancelled', () => {
    const people = [
      person('a', 'present', ''),
      person('b', 'expected', ''),
      person('c', 'left', ''),
    ];
    expect(headCount(tableOf([...people, person('d', 'cancelled', '')])).expected).toBe(3);
  });

  it('follows whatever happens to the people, and turns to another event, as if counted anew', () => {
    const status = fc.constantFrom<Status>('expected', 'present', 'left', 'cancelled');
    const sector = fc.constantFrom<Sector>('private', 'public', 'third', 'other', '');
    const one = fc.tuple(fc.nat(9), status, sector).map(([id, is, of]) => person(`${id}`, is, of));
    const people = fc.array(one);
    fc.assert(
      fc.property(people, people, fc.array(fc.nat(9)), people, (first, then, gone, other) => {
        headCount(tableOf(first));
        let table = tableOf(first);
        for (const next of then) table = table.set(next.id, next);
        for (const id of gone) table = table.delete(`${id}`);
        for (const counted of [table, tableOf(other)]) {
          const inHouse = [...counted].filter((each) => each.status === 'present');
          const { present, expected, sectors } = headCount(counted);
          expect(present).toBe(inHouse.length);
          expect(expected).toBe([...counted].filter((each) => each.status !== 'cancelled').length);
          for (const name of ['private', 'public', 'third', 'other', ''] as const) {
            expect(sectors[name]).toBe(inHouse.filter((each) => each.sector === name).length);
          }
        }
      }),
    );
  });
});

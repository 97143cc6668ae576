import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from './fold';
import { createSearchIndex } from './index';
import { slipped } from './slipped.fixture';
import type { SearchRecord } from './index';

const name = fc.oneof(
  fc.constantFrom('Ii', 'Aho', 'Åström', "O'Brien", 'Anna-Maija', 'af Forselles', 'Đặng', 'Ŋuorra'),
  fc.string({ unit: fc.constantFrom(...'aäbånöo-’ ŋßÆ1'), maxLength: 8 }),
);

const record: fc.Arbitrary<SearchRecord> = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map(String),
  firstName: name,
  lastName: name,
  organisation: name,
  email: fc.constantFrom('', 'anna.aho@oy.fi', 'ii@aa.fi'),
  title: name,
  code: fc.constantFrom('', 'A1B', 'ABBA', '77O'),
  present: fc.boolean(),
});

const change = fc.oneof(
  { weight: 3, arbitrary: record.map((put) => ({ put, remove: undefined })) },
  { weight: 1, arbitrary: fc.nat(12).map((id) => ({ put: undefined, remove: String(id) })) },
);

const queries = ['a', 'an', 'o', 'anna m', 'abba', 'ååström', 'annamaja', 'aho ii', 'fi', 'b1'];

describe('the index', () => {
  it('answers after any puts and removes as one built anew', () => {
    fc.assert(
      fc.property(fc.array(record), fc.array(change), fc.string(), (start, changes, query) => {
        const people = new Map(start.map((one) => [one.id, one]));
        const index = createSearchIndex(start);
        for (const { put, remove } of changes) {
          if (put) {
            people.set(put.id, put);
            index.put(put);
          } else if (remove !== undefined) {
            people.delete(remove);
            index.remove(remove);
          }
          index.find('a', 5);
        }
        const anew = createSearchIndex([...people.values()].reverse());
        for (const one of [...queries, query]) {
          expect(index.find(one, 5)).toEqual(anew.find(one, 5));
        }
      }),
    );
  });

  it('finds every person by every beginning of every word of theirs', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), (people) => {
        const last = new Map(people.map((one) => [one.id, one]));
        const index = createSearchIndex(people);
        for (const one of last.values()) {
          const { firstName, lastName, organisation, email, title, code } = one;
          for (const word of words(
            [firstName, lastName, organisation, email, title, code].join(' '),
          )) {
            for (let length = 1; length <= word.length; length++) {
              const ids = index.find(word.slice(0, length), 12).map((hit) => hit.id);
              expect(ids).toContain(one.id);
            }
          }
        }
      }),
    );
  });

  it('finds a last name of four letters or more with any one slip, where nothing else fits', () => {
    const lastName = fc.string({ unit: fc.constantFrom(...'aeiknv'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(lastName, slipped, (own, slip) => {
        const query = slip(own);
        const me = { organisation: '', email: '', title: '', code: '', present: false };
        const index = createSearchIndex([
          { ...me, id: 'me', firstName: 'Örjan', lastName: own },
          { ...me, id: 'other', firstName: 'Ulla', lastName: 'Zzz' },
        ]);
        const expected = own.startsWith(query) ? /exact|prefix/ : /typo/;
        const [hit] = index.find(query, 10);
        expect(hit?.id).toBe('me');
        expect(hit?.quality).toMatch(expected);
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportRow } from '../commands/command';
import type { Details } from '../model/participant';
import type { EventState } from '../model/state';
import { afterImport, eventOf, rowsOf } from './gathering';
import { reconcile } from './reconcile';

/** Few values each, names whole, so that names, addresses and numbers meet in every possible way. */
const named = fc.constantFrom<Partial<Details>[]>(
  { firstName: 'Anna', lastName: 'Keksitty' },
  { firstName: 'ANNA ', lastName: 'keksitty' },
  { firstName: 'Anna', lastName: 'Satu' },
  { firstName: 'Pekka', lastName: 'Satu' },
);
const rest = fc.record(
  {
    email: fc.constantFrom('a@x.example', 'A@X.example', 'b@x.example', ''),
    organisation: fc.constantFrom('Oy X', 'Ry Y', ''),
    externalId: fc.constantFrom('R1', 'R2', 'R3', ''),
    title: fc.constantFrom('Johtaja', 'Hoitaja', ''),
    answers: fc.constantFrom<Details['answers']>({}, { Toive: 'a' }, { Toive: 'b', Bussi: 'c' }),
  },
  { requiredKeys: [] },
);
const person: fc.Arbitrary<Partial<Details>> = fc
  .tuple(named, rest)
  .map(([name, fields]) => ({ ...name, ...fields }));
const people = fc.array(person, { maxLength: 8 });
const corrected: fc.Arbitrary<Array<[Partial<Details>, string[]]>> = fc.array(
  fc.tuple(person, fc.subarray(['email', 'title', 'organisation'], { maxLength: 2 })),
  { maxLength: 5 },
);

const eventFrom = (known: Array<[Partial<Details>, string[]]>): EventState =>
  eventOf(...known.map(([fields, atDesk]) => ({ ...fields, atDesk })));

describe('any file into any event', () => {
  const addressed = people.map((file) =>
    file.map((row): Partial<Details> => ({ ...row, email: row.email?.trim() || 'c@x.example' })),
  );
  const nameList = people.map((file) =>
    file.map(({ email, externalId, ...row }): Partial<Details> => row),
  );
  for (const [kind, files] of Object.entries({ addressed, nameList, people })) {
    it(`adds nobody and changes nobody the second time (${kind})`, () => {
      fc.assert(
        fc.property(corrected, files, (known, file) => {
          const rows = rowsOf(...file);
          const after = afterImport(eventFrom(known), rows);
          const { added, updated } = reconcile(after, rows);
          expect({ added, updated }).toEqual({ added: [], updated: [] });
        }),
        { numRuns: 450 },
      );
    });
  }

  it('counts every row exactly once', () => {
    fc.assert(
      fc.property(corrected, people, (known, file) => {
        const plan = reconcile(eventFrom(known), rowsOf(...file));
        const blank = file.filter((row) =>
          Object.entries(row).every(
            ([, value]) =>
              value === '' || (typeof value === 'object' && !Object.keys(value ?? []).length),
          ),
        ).length;
        const told = plan.added.length + plan.updated.length + plan.unchanged;
        expect(told + plan.rejected.length + blank).toBe(file.length);
        expect(plan.unchanged).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('loses nothing that was known', () => {
    fc.assert(
      fc.property(corrected, people, (known, file) => {
        const before = eventFrom(known);
        const after = afterImport(before, rowsOf(...file));
        for (const was of before.participants) {
          const is = after.participants.get(was.id);
          for (const [field, value] of Object.entries(was)) {
            const now: unknown = is && Reflect.get(is, field);
            if (typeof value === 'string' && value) expect(now).toBeTruthy();
            if (was.atDesk.includes(field)) expect(now).toEqual(value);
          }
          expect(Object.keys(is?.answers ?? {})).toEqual(
            expect.arrayContaining(Object.keys(was.answers)),
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the order of rows', () => {
  it('does not matter for the counts when every person says one thing', () => {
    const numbered = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
    const shape = fc.array(fc.boolean(), { minLength: 31, maxLength: 31 });
    fc.assert(
      fc.property(
        numbered,
        numbered,
        shape,
        fc.infiniteStream(fc.nat()),
        (known, file, ids, dice) => {
          const madeUp = (n: number): Partial<Details> => ({
            firstName: `Nimi${n % 7}`,
            lastName: 'Keksitty',
            email: `n${n}@x.example`,
            ...(ids[n] ? { externalId: `R${n}` } : {}),
          });
          const rows = rowsOf(...[...file, ...file.slice(0, 3)].map(madeUp));
          const state = eventOf(...known.map(madeUp));
          const shuffled = shuffle(rows, () => Number(dice.next().value));
          expect(countsOf(state, shuffled)).toEqual(countsOf(state, rows));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function countsOf(state: EventState, rows: ImportRow[]): number[] {
  const plan = reconcile(state, rows);
  return [plan.added.length, plan.updated.length, plan.unchanged];
}

function shuffle<T>(items: readonly T[], roll: () => number): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(roll() % left.length, 1));
}

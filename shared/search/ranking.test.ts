import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, words } from './fold';
import { createSearchIndex } from './index';
import type { Hit, SearchRecord } from './index';

const name = fc.constantFrom(
  'Aho',
  'Ahonen',
  'Aho-Elo',
  'Ek',
  'Ekman',
  'Elo',
  'Åström',
  'Näkkäläjärvi',
  "O'Neill",
  'van der Berg',
  'Ŋuorra',
  'Æbelø',
  'Weiß',
  'Anna-Maija',
  'Anna',
  'A',
  '',
);

const people: fc.Arbitrary<SearchRecord[]> = fc.uniqueArray(
  fc.record({
    id: fc.nat(30).map(String),
    firstName: name,
    lastName: name,
    organisation: fc.constantFrom('', 'Ahon Hoiva Oy', 'Elo ry', 'Ek-säätiö'),
    email: fc.constantFrom('', 'anna.aho@elo.example', 'ek@aho.example'),
    title: fc.constantFrom('', 'asiantuntija', 'ekonomi'),
    code: fc.constantFrom('', 'AHO', 'EK7', 'A1'),
    present: fc.boolean(),
  }),
  { selector: (one) => one.id, minLength: 1, maxLength: 25 },
);

/** Beginnings of names, now and then with a slip, one or two of them. */
const typed = fc
  .array(
    fc
      .tuple(name, fc.nat(12), fc.option(fc.constantFrom(...'aehknox'), { freq: 4 }))
      .map(([word, length, slip]) => {
        const begun = word.slice(0, length + 1);
        return slip === null ? begun : begun.slice(0, 2) + slip + begun.slice(3);
      }),
    { minLength: 1, maxLength: 2 },
  )
  .map((parts) => parts.join(' '));

const all = 100;
const grade = { exact: 0, prefix: 1, typo: 2 };
const idsOf = (hits: readonly Hit[]): string[] => hits.map((hit) => hit.id);

describe('the order of those found', () => {
  it('goes by the score, and among equals those still expected come first', () => {
    fc.assert(
      fc.property(people, typed, (records, query) => {
        const here = new Map(records.map((one) => [one.id, one.present]));
        const hits = createSearchIndex(records).find(query, all);
        for (const [at, hit] of hits.entries()) {
          const next = hits[at + 1];
          if (!next) continue;
          expect(hit.score).toBeGreaterThanOrEqual(next.score);
          if (hit.score === next.score && here.get(hit.id)) expect(here.get(next.id)).toBe(true);
        }
      }),
    );
  });

  it('never changes between a better and a worse match because somebody has come', () => {
    fc.assert(
      fc.property(people, typed, (records, query) => {
        const scores = (hits: readonly Hit[]): Map<string, number> =>
          new Map(hits.map((hit) => [hit.id, hit.score]));
        const before = createSearchIndex(records).find(query, all);
        const everybody = records.map((one) => ({ ...one, present: !one.present }));
        const after = createSearchIndex(everybody).find(query, all);
        expect(scores(after)).toEqual(scores(before));
      }),
    );
  });

  it('mixes nobody met by a slip with those met as typed', () => {
    fc.assert(
      fc.property(people, typed, (records, query) => {
        const found = createSearchIndex(records).find(query, all);
        expect(new Set(found.map((hit) => hit.quality === 'typo')).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('puts an exact last name before a last name that only begins so, and both before the rest', () => {
    fc.assert(
      fc.property(people, name, (records, lastName) => {
        fc.pre(words(lastName).length === 1);
        const query = fold(lastName);
        const place = (one: SearchRecord): number => {
          if (fold(one.code) === query || fold(one.firstName) === query) return -1;
          if (fold(one.lastName) === query) return 0;
          const parts = words(`${one.lastName} ${one.firstName}`);
          if (parts.includes(query)) return -1;
          return words(one.lastName).some((part) => part.startsWith(query)) ? 1 : 2;
        };
        const byId = new Map(records.map((one) => [one.id, place(one)]));
        const places = idsOf(createSearchIndex(records).find(query, all))
          .map((id) => byId.get(id) ?? -1)
          .filter((at) => at >= 0);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is the same however many are asked for, in whatever order the words come', () => {
    fc.assert(
      fc.property(people, typed, fc.nat(6), (records, query, limit) => {
        const index = createSearchIndex(records);
        const few = idsOf(index.find(query, limit));
        const many = idsOf(index.find(query, all));
        expect(few).toEqual(many.slice(0, limit));
        expect(idsOf(index.find(query, limit))).toEqual(few);
        const backwards = query.split(' ').toReversed().join(' ');
        expect(new Set(idsOf(index.find(backwards, all)))).toEqual(new Set(many));
      }),
    );
  });

  it('grades each hit by the worst of its words', () => {
    fc.assert(
      fc.property(people, typed, (records, query) => {
        for (const { quality, matches } of createSearchIndex(records).find(query, all)) {
          const worst = Math.max(...matches.map((match) => grade[match.quality]));
          expect(grade[quality]).toBeGreaterThanOrEqual(worst);
        }
      }),
    );
  });

  it('does not care how letters are cased, marked or put together', () => {
    fc.assert(
      fc.property(people, typed, (records, query) => {
        const index = createSearchIndex(records);
        const expected = index.find(query, all);
        for (const spelt of [
          fold(query),
          query.toUpperCase(),
          query.normalize('NFD'),
          ` ${query.replace(' ', '  ')} `,
        ]) {
          expect(index.find(spelt, all)).toEqual(expected);
        }
      }),
    );
  });
});

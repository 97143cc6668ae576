import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Table } from './table';

const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '__proto__', ''),
  fc.nat(600).map((n) => String(n).padStart(26, '0')),
);
const step = fc.record({ key, value: fc.nat(), remove: fc.boolean() });

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

function alike(table: Table<number>, map: ReadonlyMap<string, number>) {
  expect(table.size).toBe(map.size);
  expect([...table.entries()].toSorted()).toEqual([...map].toSorted());
  expect([...table.keys()].toSorted()).toEqual([...map.keys()].toSorted());
  expect([...table].toSorted()).toEqual([...map.values()].toSorted());
  for (const [id, value] of map) expect(table.get(id)).toBe(value);
}

describe('a table', () => {
  it('holds what a Map would hold, and older versions stay as they were', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let table = Table.empty<number>();
        const map = new Map<string, number>();
        const versions: Array<[Table<number>, Map<string, number>]> = [];
        for (const one of steps) {
          versions.push([table, new Map(map)]);
          table = one.remove ? table.delete(one.key) : table.set(one.key, one.value);
          if (one.remove) map.delete(one.key);
          else map.set(one.key, one.value);
          expect(table.has(one.key)).toBe(map.has(one.key));
        }
        alike(table, map);
        for (const [older, then] of versions) alike(older, then);
        alike(Table.from(map), map);
        const half = versions[Math.floor(steps.length / 2)]?.[0] ?? Table.empty<number>();
        const both = new Map([...half.entries(), ...map]);
        const older = new Map(half.entries());
        alike(half.setAll(map), both);
        alike(half, older);
      }),
      { numRuns: 60 },
    );
  });

  it('tells what was put and taken out since any older version, and nothing else', () => {
    const record = fc.record({ key, value: fc.nat(3), remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), fc.nat(60), (steps, then) => {
        let table = Table.empty<{ key: string; value: number }>();
        let older = table;
        for (const [at, { key: id, value, remove }] of steps.entries()) {
          if (at === then) older = table;
          table = remove ? table.delete(id) : table.set(id, { key: id, value });
        }
        const { put, removed } = table.changedSince(older);
        const fresh = [...table].filter((one) => older.get(one.key) !== one);
        expect(put.toSorted(byKey)).toEqual(fresh.toSorted(byKey));
        const gone = [...older.keys()].filter((id) => !table.has(id));
        expect(removed.toSorted()).toEqual(gone.toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it('lets the last of equal keys stand when built at once', () => {
    const table = Table.from([
      ['a', 1],
      ['a', 2],
    ]);
    expect([table.size, table.get('a')]).toEqual([1, 2]);
  });

  it('grows by thousands one by one as it does at once, and shrinks again', () => {
    const map = new Map(Array.from({ length: 5_000 }, (_, n) => [`ID${n}`, n] as const));
    let table = Table.empty<number>();
    for (const [id, value] of map) table = table.set(id, value);
    alike(table, map);
    const half = new Map([...map].slice(0, 2_500));
    const others = new Map([...map].slice(2_500));
    alike(Table.from(half).setAll(others), map);
    for (const id of others.keys()) table = table.delete(id);
    alike(table, half);
    expect(table.changedSince(Table.from(half))).toEqual({ put: [], removed: [] });
  });

  it('keeps keys of one and the same hash apart', () => {
    const alikes = ['costarring', 'liquid', 'declinate', 'macallums', 'altarage', 'zinke'];
    const crowd = Array.from({ length: 3_000 }, (_, n) => `ID${n}`);
    const map = new Map([...alikes, ...crowd].map((id, n) => [id, n]));
    const table = Table.from(map);
    alike(table, map);
    expect(table.delete('liquid').get('costarring')).toBe(0);
    expect(table.delete('liquid').has('liquid')).toBe(false);
  });

  it('is the same table when nothing is taken out of it', () => {
    const table = Table.from([['a', 1]]);
    expect(table.delete('b')).toBe(table);
  });
});

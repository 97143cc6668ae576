import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newParticipant } from './participant';
import { readAs } from './readAs';
import { EMPTY_STATE, stateJsonSchema, stateToJson } from './state';
import { Table } from './table';

const person = {
  ...newParticipant(
    { id: 'p1', code: 'ABC', source: 'registration', rev: 'r1' },
    { firstName: 'Åke', offers: ['kahvia'], answers: { Ruoka: 'kyllä' }, consentPhoto: true },
  ),
  checkedInAt: 17,
};
const event = { ...EMPTY_STATE.event, name: 'Kajaani', date: '2027-03-27', accent: '#0a5c8f' };
const state: unknown = JSON.parse(
  JSON.stringify({
    ...stateToJson({
      ...EMPTY_STATE,
      seq: 4,
      event,
      participants: Table.from([['p1', person]]),
      gone: Table.from([['p0', 'r0']]),
    }),
    recent: [
      {
        cmd: 'c1',
        kind: 'participant.edit',
        at: 3,
        desk: 'd',
        changes: [{ kind: 'participant', id: 'p1', before: null, after: { notes: 'x' } }],
        undoneBy: '',
      },
    ],
  }),
);

/** What zod alone makes of the same value. */
function expectLikeZod(schema: z.ZodType, value: unknown): void {
  const [quick, slow] = [readAs(schema, value), schema.safeParse(value)];
  expect(quick.success).toBe(slow.success);
  expect(quick.data).toEqual(slow.data);
  expect(quick.error?.issues).toEqual(slow.error?.issues);
}

/** A copy in which something at a random place is taken out, put in or replaced. */
function spoilt(value: unknown, steps: number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null || steps.length === 0) return by;
  const [step = 0, ...further] = steps;
  const keys = Object.keys(value);
  const key = keys[step % (keys.length + 1)];
  const changed: Record<string, unknown> = { ...value };
  if (key === undefined) changed['extra'] = by;
  else if (by === undefined && further.length === 0) delete changed[key];
  else changed[key] = spoilt(changed[key], further, by);
  if (!Array.isArray(value)) return changed;
  return key === undefined ? [...value, by] : keys.map((one) => changed[one]);
}

describe('readAs', () => {
  it('hands a state that is right on as it is, without a copy', () => {
    const read = readAs(stateJsonSchema, state);
    expect(read.success).toBe(true);
    expect(read.data).toBe(state);
  });

  it('answers about any spoilt state as zod does', () => {
    const steps = fc.array(fc.nat(40), { maxLength: 6 });
    const by = fc.oneof(
      fc.constantFrom(
        undefined,
        null,
        '',
        0,
        -1,
        NaN,
        Infinity,
        1.5,
        true,
        [],
        {},
        'x'.repeat(400),
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(steps, by, (where, what) => {
        expectLikeZod(stateJsonSchema, spoilt(state, where, what));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, z.ZodType, unknown[]]>([
    ['lengths', z.string().min(1).max(3), ['', 'a', 'abc', 'abcd', 5]],
    ['patterns', z.string().regex(/^a/), ['a', 'b']],
    ['changes of the text', z.string().trim(), [' a ', 'a']],
    ['whole numbers', z.int().min(0), [0, 1.5, -1, 2 ** 60]],
    ['numbers', z.number(), [1, NaN, Infinity, -0, '1', 1n]],
    ['bounds', z.number().positive().max(9), [0, 1, 9, 10]],
    ['conversion', z.coerce.number(), ['7', 7]],
    ['choices', z.enum(['a', '']), ['a', '', 'b', 'toString']],
    ['own rules', z.boolean().refine((on) => on), [true, false]],
    [
      'rules of what may be null',
      z
        .string()
        .nullable()
        .refine((one) => one !== null),
      ['a', null],
    ],
    ['defaults', z.object({ a: z.string().default('x') }), [{}, { a: 'y' }, { a: undefined }]],
    [
      'what may be missing',
      z.object({ a: z.string().optional() }),
      [{}, { a: undefined }, { a: 1 }],
    ],
    ['anything', z.object({ a: z.unknown() }), [{}, { a: undefined }, { a: 1 }]],
    ['unknown keys', z.object({ a: z.string() }), [{ a: 'x', b: 1 }, { a: 'x' }, []]],
    ['strict objects', z.strictObject({ a: z.string() }), [{ a: 'x', b: 1 }, { a: 'x' }]],
    ['loose objects', z.looseObject({ a: z.string() }), [{ a: 'x', b: 1 }, { a: 1 }]],
    ['lists with holes', z.array(z.string()), [Array.from({ length: 2 }), Array(2), ['a']]],
    ['pairs', z.tuple([z.string(), z.number()]), [['a', 1], ['a'], ['a', 1, 2]]],
    ['dates as keys', z.record(z.iso.date(), z.number()), [{ '2027-01-01': 1 }, { a: 1 }]],
    ['prototypes', z.record(z.string(), z.unknown()), [JSON.parse('{"__proto__":1}'), new Map()]],
    [
      'alternatives',
      z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
      [{ a: 'x', b: 'y' }, { b: 'y' }],
    ],
    [
      'kinds',
      z.discriminatedUnion('t', [
        z.object({ t: z.literal('a'), n: z.number() }),
        z.object({ t: z.literal('b') }),
      ]),
      [{ t: 'a', n: 1 }, { t: 'a' }, { t: 'b', n: 1 }, { t: 'c' }, null],
    ],
    ['transformations', z.string().transform((text) => text.length), ['abc', 3]],
  ])('agrees with zod on %s', (_what, schema, values) => {
    for (const value of values) expectLikeZod(schema, value);
  });
});

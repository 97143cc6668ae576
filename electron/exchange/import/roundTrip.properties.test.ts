import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterImport, eventOf, rowsOf } from '../../../shared/intake/gathering';
import { reconcile } from '../../../shared/intake/reconcile';
import type { Details } from '../../../shared/model/participant';
import type { EventState } from '../../../shared/model/state';
import { draw } from '../../reports/draw';
import { makeExport } from '../export/make';
import { readRegistrations } from './read';

/** Texts made of whatever a table can be broken by. */
const prose = fc
  .array(
    fc.constantFrom(
      ';',
      ',',
      '\t',
      '"',
      '""',
      "'",
      "'=",
      '=1+1',
      '+358',
      '-x',
      '@y',
      '\n',
      ' ',
      'å',
      'Š',
      'a',
      'b',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');
const line = prose.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');

const person = fc.record<Partial<Details>>(
  {
    firstName: line,
    lastName: line,
    organisation: line,
    title: line,
    notes: prose,
    diet: prose,
    sector: fc.constantFrom('private', 'public', 'third', 'other'),
    consentContact: fc.boolean(),
    answers: fc.record({ 'Mitä toivot; kysy': prose }, { requiredKeys: [] }),
  },
  { requiredKeys: ['lastName'] },
);
/** Everybody has an address of their own, so that it is known who is who. */
const people = fc
  .array(person, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((one, at) => ({ ...one, email: `p${at}@malli.example` })));

async function* none() {}

const exported = (state: EventState, format: 'csv' | 'xlsx', delimiter?: ';' | ',') =>
  makeExport(format, state, none(), {
    now: 0,
    drawSheet: draw,
    ...(delimiter ? { delimiter } : {}),
  });

const stated = (state: EventState) =>
  [...state.participants]
    .map(({ id: _id, rev: _rev, ...fields }) => fields)
    .sort((a, b) => (a.email < b.email ? -1 : 1));

describe('whatever people are called', () => {
  it.each([
    ['csv', ';'],
    ['csv', ','],
    ['xlsx', undefined],
  ] as const)(
    'an export imported into an empty event gives the same people: %s %s',
    async (format, delimiter) => {
      await fc.assert(
        fc.asyncProperty(people, async (all) => {
          const state = afterImport(eventOf(), rowsOf(...all));
          const { name, bytes } = await exported(state, format, delimiter);
          const { rows, rejected } = await readRegistrations({ name, bytes }, {});
          expect(rejected).toEqual([]);
          expect(stated(afterImport(eventOf(), rows))).toEqual(stated(state));
          expect(reconcile(state, rows)).toMatchObject({ added: [], updated: [], conflicts: [] });
        }),
        { numRuns: format === 'csv' ? 120 : 25 },
      );
    },
  );

  it('an older file never overwrites what a desk changed since', async () => {
    await fc.assert(
      fc.asyncProperty(people, line, async (all, title) => {
        const before = afterImport(eventOf(), rowsOf(...all));
        const { name, bytes } = await exported(before, 'csv');
        const [first, ...others] = [...before.participants];
        if (!first) return;
        const changed = { ...first, title, atDesk: ['title'] };
        const state = eventOf(changed, ...others);
        const { rows } = await readRegistrations({ name, bytes }, {});
        const after = afterImport(state, rows);
        expect(after.participants.get(changed.id)?.title).toBe(title);
        expect(after.participants.size).toBe(all.length);
      }),
      { numRuns: 60 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { ImportRow } from '../../../shared/commands/command';
import { factJson } from '../../../shared/facts/factJson';
import { rowsFrom, rowsToJson } from './rowsJson';

const rows: ImportRow[] = [
  {
    row: 2,
    fields: { firstName: 'Aino', lastName: 'Mäki"nen', answers: { 'Mitä, "fields":?': '}]' } },
  },
  {
    row: 3,
    fields: { firstName: 'Ŋuyễn 𝒳', offers: ['a', 'b'], consentContact: true },
    code: 'NJ1',
  },
  { row: 10_001, fields: {} },
  { row: 10_002, fields: { notes: 'rivi\nrivi\u2028,{"row":10003,"fields":{}}' } },
  { row: 10_003, fields: { phone: '1', notes: ',{"row":10004,"fields":' } },
  { row: 10_004, fields: { phone: '2' } },
];

const imported = (read: readonly ImportRow[]) => ({
  id: 'f',
  at: 1,
  desk: 'd',
  type: 'participants.imported',
  people: read.map(({ row, fields }) => ({ id: `p${row}`, code: `C${row}`, fields })),
});

describe('rows between threads', () => {
  it('arrive as they were sent', () => {
    expect(rowsFrom(rowsToJson(rows))).toEqual(rows);
    expect(rowsFrom(rowsToJson([]))).toEqual([]);
  });

  it('go into the journal by the text they came in, which says what they say', () => {
    const read = rowsFrom(rowsToJson(rows));
    expect(factJson(imported(read))).toBe(JSON.stringify(imported(rows)));
    const changed = read.map((row) => ({ ...row, fields: { ...row.fields, phone: '1' } }));
    expect(factJson(imported(changed))).toBe(JSON.stringify(imported(changed)));
    const people = imported(read).people.map(({ fields, ...rest }) => ({
      ...rest,
      more: 1,
      fields,
    }));
    const later = { ...imported(read), people };
    expect(factJson(later)).toBe(JSON.stringify(later));
  });

  it('are written anew where nobody has their text, like every other fact', () => {
    for (const fact of [imported(rows), imported([]), { type: 'event.closed', id: 'f' }, null]) {
      expect(factJson(fact)).toBe(JSON.stringify(fact));
    }
  });
});

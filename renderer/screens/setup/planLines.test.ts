import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../../shared/intake/plan';
import { kindsOf, linesOf, linesWith, peopleWritten, planLines } from './planLines';

const plan: ImportPlan = {
  added: [
    {
      row: 4,
      fields: { firstName: 'Aino', lastName: 'Aho', organisation: 'Hoiva Oy', sector: 'private' },
    },
    { row: 2, fields: { organisation: 'Pelkkä Oy' } },
  ],
  updated: [
    {
      row: 3,
      id: 'p',
      name: 'Elo',
      fields: { phone: '1' },
      changes: [{ field: 'phone', from: '', to: '1' }],
    },
  ],
  unchanged: 2,
  same: [
    { row: 5, name: 'Åsa Öhman' },
    { row: 8, name: 'Elo' },
  ],
  conflicts: [{ row: 3, id: 'p', name: 'Elo', field: 'title', desk: 'Johtaja', file: 'Rehtori' }],
  rejected: [{ row: 9, reason: 'No name.', code: 'nameless', params: {} }],
};

describe('the lines of an import preview', () => {
  it('stand in the order of the file', () => {
    expect(planLines(plan).map((line) => `${line.row} ${line.kind}`)).toEqual([
      '2 added',
      '3 updated',
      '3 conflict',
      '4 added',
      '5 unchanged',
      '8 unchanged',
      '9 rejected',
    ]);
  });

  it('call somebody without a name by the organisation, and say it only once', () => {
    const [line] = planLines(plan);
    expect(line).toMatchObject({ name: 'Pelkkä Oy', values: [] });
  });

  it('name whom a rejected row is about, where it says so', () => {
    const params = { email: 'ei', name: 'Ulla Uusi' };
    const rejected = [{ row: 9, reason: 'No address.', code: 'email', params }];
    expect(planLines({ ...plan, rejected }).at(-1)?.name).toBe('Ulla Uusi');
    expect(planLines(plan).at(-1)?.name).toBe('');
  });

  it('show in a conflict what the desk keeps and what the file says', () => {
    const conflict = planLines(plan).find((line) => line.kind === 'conflict');
    expect(conflict?.changes).toEqual([{ field: 'title', from: 'Johtaja', to: 'Rehtori' }]);
  });

  it('are counted by kind, those that stay as they are too', () => {
    expect(kindsOf(plan).map((one) => one.count)).toEqual([2, 1, 1, 1, 2]);
  });
});

const numbers = (lines: ReturnType<typeof planLines>) => lines.map(({ row }) => row);

describe('the lines that are shown', () => {
  const lines = planLines(plan);

  it('are those in which something would happen, or those of the kind that is asked for', () => {
    expect(numbers([...linesOf(lines, 'all')])).toEqual([2, 3, 3, 4, 9]);
    expect(numbers([...linesOf(lines, 'unchanged')])).toEqual([5, 8]);
    expect(numbers([...linesOf(lines, 'conflict')])).toEqual([3]);
  });

  it('are the unchanged ones where nothing would happen at all', () => {
    const nothing = lines.filter((line) => line.kind === 'unchanged');
    expect(numbers([...linesOf(nothing, 'all')])).toEqual([5, 8]);
  });

  it('are found by every word, in names, values, changes and numbers of rows, in any case', () => {
    const found = (words: string) => numbers([...linesWith(lines, words)]);
    expect(found('')).toEqual(numbers(lines));
    expect(found('  ')).toEqual(numbers(lines));
    expect(found('HOIVA aino')).toEqual([4]);
    expect(found('rehtori')).toEqual([3]);
    expect(found('johtaja elo')).toEqual([3]);
    expect(found('åsa')).toEqual([5]);
    expect(found('9')).toEqual([9]);
    expect(found('aino elo')).toEqual([]);
  });
});

describe('the people whom an import writes', () => {
  it('are those added and updated, each once, and those whom only a decision changes', () => {
    expect(peopleWritten(plan, [])).toBe(3);
    expect(peopleWritten(plan, [{ id: 'p' }])).toBe(3);
    expect(peopleWritten(plan, [{ id: 'q' }, { id: 'q' }, { id: 'p' }])).toBe(4);
    const only = { ...plan, added: [], updated: [] };
    expect(peopleWritten(only, [])).toBe(0);
    expect(peopleWritten(only, [{ id: 'p' }])).toBe(1);
  });
});

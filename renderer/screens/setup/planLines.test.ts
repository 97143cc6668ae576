import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../../shared/intake/plan';
import { kindsOf, planLines } from './planLines';

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
  unchanged: 7,
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
      '9 rejected',
    ]);
  });

  it('call somebody without a name by the organisation, and say it only once', () => {
    const [line] = planLines(plan);
    expect(line).toMatchObject({ name: 'Pelkkä Oy', values: [] });
  });

  it('show in a conflict what the desk keeps and what the file says', () => {
    const conflict = planLines(plan).find((line) => line.kind === 'conflict');
    expect(conflict?.changes).toEqual([{ field: 'title', from: 'Johtaja', to: 'Rehtori' }]);
  });

  it('are counted by kind, those that stay as they are too', () => {
    expect(kindsOf(plan).map((one) => one.count)).toEqual([2, 1, 1, 1, 7]);
  });
});

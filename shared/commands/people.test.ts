import { describe, expect, it } from 'vitest';
import { reconcile } from '../intake/reconcile';
import { DeskOfPaper } from '../testing/deskOfPaper';

const file = (fields: Record<string, string>) => [{ row: 2, fields }];

describe('what was stated at the desk of somebody new', () => {
  const desk = new DeskOfPaper();
  desk.must({
    type: 'participant.add',
    walkIn: true,
    fields: { lastName: 'Ohikulkija', email: 'ohi@malli.example', organisation: 'Tiskin Oy' },
  });

  it('is not overwritten by a later file, but listed as a conflict', () => {
    const rows = file({
      lastName: 'Ohikulkija',
      email: 'ohi@malli.example',
      organisation: 'Tiedoston Oy',
    });
    const plan = reconcile(desk.state, rows);
    expect(plan.added).toEqual([]);
    expect(plan.updated).toEqual([]);
    expect(plan.conflicts).toMatchObject([
      { field: 'organisation', desk: 'Tiskin Oy', file: 'Tiedoston Oy' },
    ]);
  });

  it('leaves room for what only the file knows', () => {
    const rows = file({ lastName: 'Ohikulkija', email: 'ohi@malli.example', diet: 'vegaaninen' });
    expect(reconcile(desk.state, rows).updated).toMatchObject([{ fields: { diet: 'vegaaninen' } }]);
  });
});

import { expect, it } from 'vitest';
import { eventOf, rowsOf } from './gathering';
import { reconcile } from './reconcile';

it('a walk-in with one name is not taken for a stranger in a file who states one name as well', () => {
  const walkIn = { lastName: 'Ohikulkija', atDesk: ['lastName'] };
  const rows = rowsOf({ lastName: 'Vieras', email: 'vieras@malli.example' });
  const plan = reconcile(eventOf(walkIn), rows);
  expect(plan.added).toHaveLength(1);
  expect(plan.updated).toEqual([]);
});

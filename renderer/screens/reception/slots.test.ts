import { expect, test } from 'vitest';
import { Slots } from './slots';

const assigned = (slots: Slots, ids: string[]) => {
  const rows = slots.assign(ids);
  return ids.map((id) => rows.get(id));
};

test('whoever stays in sight keeps the row, and the newcomer takes the row that came free', () => {
  const slots = new Slots();
  const [aino, eino, ville] = assigned(slots, ['Aino', 'Eino', 'Ville']);
  expect(assigned(slots, ['Ville', 'Anna', 'Aino'])).toEqual([ville, eino, aino]);
});

test('two people never share a row', () => {
  const slots = new Slots();
  assigned(slots, ['Aino', 'Eino']);
  const rows = assigned(slots, ['Anna', 'Ville', 'Eino', 'Liisa']);
  expect(new Set(rows).size).toBe(4);
});

test('the row under a finger is given to nobody, though its person has gone from the list', () => {
  const slots = new Slots();
  const [aino] = assigned(slots, ['Aino', 'Eino']);
  slots.hold('Aino');
  expect(assigned(slots, ['Anna', 'Ville'])).not.toContain(aino);
});

import { expect, test } from 'vitest';
import { DeskOfPaper } from '../../shared/testing/deskOfPaper';
import { COUNTED_AT_ONCE, summaryInSteps, summaryOf } from './summaries';

test('those who cancelled are not counted', async () => {
  const desk = new DeskOfPaper();
  desk.must({ type: 'participant.cancel', who: desk.person('Eino') });
  desk.must({ type: 'participant.checkIn', who: desk.person('Aino') });
  desk.person('Onni');
  expect(await summaryOf(desk.state)).toMatchObject({ participants: 2, present: 1 });
});

test('a large event is counted in several steps', () => {
  const desk = new DeskOfPaper();
  const rows = Array.from({ length: 2 * COUNTED_AT_ONCE + 1 }, (_, row) => ({
    row,
    fields: { lastName: `Malli ${row}` },
  }));
  desk.must({ type: 'participants.import', file: 'kaikki.csv', rows });
  expect([...summaryInSteps(desk.state)]).toHaveLength(2);
});

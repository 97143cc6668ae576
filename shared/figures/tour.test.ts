import { expect, it } from 'vitest';
import { SECTORS } from '../model/participant';
import type { Sector } from '../model/participant';
import { MINUTE } from '../model/units';
import { apportion } from '../model/apportion';
import { DeskOfPaper, at, idOf } from '../testing/deskOfPaper';
import { figuresOf } from './figures';
import { tourOf } from './tour';

/** The tour as its organisers published it, winter 2018–19. */
const EVENTS = 17;
const PEOPLE = 1_300;
const SHARES = [45, 23.5, 23.5, 8];
/** Answer sheets, and what of them said yes or which mean they had. */
const SHEETS = 300;
const SAID = { more: 0.96, recommend: 0.94, met: 0.63 };

/** For each of `count`, whether it is among the first `share` of them. */
const firsts = (count: number, share: number) =>
  Array.from({ length: count }, (_, i) => i < Math.round(count * share));

it('gives exactly what was published of a tour of 17 events and 1,300 people', () => {
  const sizes = apportion(
    PEOPLE,
    Array.from({ length: EVENTS }, () => 1),
  );
  const sectors = apportion(PEOPLE, SHARES).flatMap((count, i) =>
    Array.from({ length: count }, (): Sector => SECTORS[i] ?? 'other'),
  );
  const more = firsts(SHEETS, SAID.more);
  const recommend = firsts(SHEETS, SAID.recommend);
  const met = firsts(SHEETS, SAID.met);
  // A mean of 3.3 of 4: three answers of ten are 4, seven are 3. A mean of 3: all are.
  const useful = firsts(SHEETS, 0.3).map((first) => (first ? 4 : 3));
  let person = 0;
  let sheet = 0;
  const figures = sizes.map((size, index) => {
    const desk = new DeskOfPaper({ name: `Tilaisuus ${index + 1}` });
    // Nearly everywhere more came than had signed up: all signed up came but one, and some more.
    const signedUp = index === 0 ? size + 3 : size - 8;
    for (let i = 0; i < Math.max(size, signedUp); i += 1) {
      const comes = i < size;
      const fields = {
        firstName: `Vieras ${i}`,
        lastName: 'Malli',
        sector: sectors[person] ?? '',
      };
      const walkIn = i >= signedUp;
      const added = desk.must({ type: 'participant.add', fields, walkIn });
      desk.pass(10_000);
      if (comes) {
        desk.must({ type: 'participant.checkIn', who: idOf(added, 'participant.added') });
        person += 1;
      }
    }
    const sheets = Math.floor(((index + 1) * SHEETS) / EVENTS) - sheet;
    for (let i = 0; i < sheets; i += 1, sheet += 1) {
      desk.must({
        type: 'feedback.give',
        answers: {
          usefulness: useful[sheet] ?? 0,
          ideas: 3,
          more: more[sheet] ?? false,
          recommend: recommend[sheet] ?? false,
          met: met[sheet] ?? false,
        },
      });
    }
    return figuresOf(desk.state, desk.now);
  });
  const tour = tourOf(figures);
  expect(tour).toMatchObject({ events: 17, participants: 1_300, moreThanSignedUp: 16 });
  expect(Math.round(tour.average ?? 0)).toBe(76);
  const percent = tour.bySector.map(({ share }) => Math.round((share ?? 0) * 1_000) / 10);
  expect(percent).toEqual([45, 23.5, 23.5, 8]);
  const said = Object.fromEntries(tour.feedback.map(({ id, value }) => [id, value]));
  expect(said).toMatchObject({ more: 0.96, recommend: 0.94, met: 0.63, ideas: 3 });
  expect(said['usefulness']).toBeCloseTo(3.3, 10);
  expect(tour.sheets).toBe(SHEETS);
});

it('counts no sample event', () => {
  const desk = new DeskOfPaper({ sample: true });
  desk.must({
    type: 'participant.add',
    fields: { firstName: 'Aino' },
    walkIn: true,
    checkIn: true,
  });
  expect(tourOf([figuresOf(desk.state, at(600))])).toMatchObject({ events: 0, average: null });
});

it('weighs answers, not events', () => {
  const one = (scores: number[]) => {
    const desk = new DeskOfPaper();
    for (const usefulness of scores) desk.must({ type: 'feedback.give', answers: { usefulness } });
    return figuresOf(desk.state, desk.now + MINUTE);
  };
  const [usefulness] = tourOf([one([4]), one([1, 1, 2])]).feedback;
  expect(usefulness).toMatchObject({ answered: 4, counts: [2, 1, 0, 1], value: 2 });
});

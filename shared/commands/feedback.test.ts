import { expect, it } from 'vitest';
import { evolve } from '../facts/evolve';
import { DeskOfPaper, idOf } from '../testing/deskOfPaper';

const given = { usefulness: 3, recommend: true, free: '  Hyvää kahvia ' };

it('keeps what a guest answered, without the spaces around it', () => {
  const desk = new DeskOfPaper();
  desk.must({ type: 'feedback.give', answers: { ...given, agreed: ' ' } });
  const [one] = [...desk.state.feedback];
  expect(one).toMatchObject({ source: 'kiosk', answers: { ...given, free: 'Hyvää kahvia' } });
  expect(one?.answers).not.toHaveProperty('agreed');
});

it.each([
  ['an answer outside the scale', { usefulness: 5 }, 'feedback.badAnswer'],
  ['nought on the scale', { usefulness: 0 }, 'feedback.badAnswer'],
  ['words for yes or no', { recommend: 'kyllä' }, 'feedback.badAnswer'],
  ['a choice that is not offered', { room: 2 }, 'feedback.badAnswer'],
  ['a question nobody asked', { shoeSize: 43 }, 'feedback.unknownQuestion'],
  ['nothing at all', { free: '  ' }, 'feedback.empty'],
])('refuses %s', (_, answers, code) => {
  const desk = new DeskOfPaper();
  const words = { fi: 'Kumpi sali?', sv: '', en: '' };
  const choices = ['A', 'B'].map((fi) => ({ fi, sv: '', en: '' }));
  const questions = [{ id: 'room', kind: 'choice' as const, text: words, choices }];
  desk.must({ type: 'event.edit', fields: { questions } });
  desk.must({ type: 'feedback.give', answers: { room: 1 } });
  expect(desk.ask({ type: 'feedback.give', answers })).toMatchObject({ refusal: { code } });
  expect(desk.state.feedback.size).toBe(1);
});

it('is not what the next undo at a desk takes back', () => {
  const desk = new DeskOfPaper();
  const who = desk.person('Aino');
  desk.must({ type: 'participant.checkIn', who });
  desk.must({ type: 'feedback.give', answers: given });
  desk.must({ type: 'undo' });
  expect(desk.state.feedback.size).toBe(1);
  expect(desk.state.participants.get(who)?.status).toBe('expected');
});

it('takes a sheet out once, for good', () => {
  const desk = new DeskOfPaper();
  const answer = desk.must({ type: 'feedback.give', answers: given, source: 'paper' });
  const feedback = idOf(answer, 'feedback.given');
  desk.must({ type: 'feedback.remove', feedback });
  expect(desk.state.feedback.size).toBe(0);
  expect(desk.ask({ type: 'feedback.remove', feedback })).toMatchObject({
    refusal: { code: 'feedback.unknown' },
  });
});

it('is the same when its facts are seen again', () => {
  const desk = new DeskOfPaper();
  const answer = desk.must({ type: 'feedback.give', answers: given });
  desk.must({ type: 'feedback.remove', feedback: idOf(answer, 'feedback.given') });
  const again = answer.facts.reduce(evolve, desk.state);
  expect(again.feedback.size).toBe(0);
});

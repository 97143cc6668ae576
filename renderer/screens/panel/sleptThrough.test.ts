import { describe, expect, it } from 'vitest';
import { DeskOfPaper } from '../../../shared/testing/deskOfPaper';
import { panelTurns } from '../../../shared/panel/balance';
import { sleptThrough } from './sleptThrough';

function aDay() {
  const desk = new DeskOfPaper();
  const session = desk.panel(2);
  desk.must({ type: 'floor.give', session, speaker: 'a' });
  const began = desk.now;
  const turns = () => {
    const one = desk.state.sessions.get(session);
    return one ? panelTurns(desk.state, one, desk.now) : [];
  };
  return { desk, session, began, turns };
}

describe('a turn that the machine slept through', () => {
  it('is found with the part of it that was slept through', () => {
    const { desk, began, turns } = aDay();
    desk.pass(300_000);
    const slept = { from: began + 20_000, to: began + 270_000 };
    expect(sleptThrough(turns(), slept)).toMatchObject({ speaker: 'a', ...slept });
  });

  it('is asked about no more once the part was left out', () => {
    const { desk, began, turns } = aDay();
    desk.pass(300_000);
    const slept = { from: began + 20_000, to: began + 270_000 };
    const found = sleptThrough(turns(), slept);
    desk.must({ type: 'turn.leaveOut', mark: found?.mark ?? '', ...slept });
    expect(sleptThrough(turns(), slept)).toBeNull();
  });

  it('is nobody’s where nobody spoke, and where there was no sleep to speak of', () => {
    const { desk, session, began, turns } = aDay();
    desk.pass(60_000);
    expect(sleptThrough(turns(), null)).toBeNull();
    expect(sleptThrough(turns(), { from: began, to: began + 9_000 })).toBeNull();
    desk.must({ type: 'floor.pause', session });
    const from = desk.now;
    desk.pass(300_000);
    expect(sleptThrough(turns(), { from, to: desk.now })).toBeNull();
  });
});

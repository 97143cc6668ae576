import { describe, expect, it } from 'vitest';
import { DeskOfPaper } from '../testing/deskOfPaper';

const NAMES = ['Aino', 'Eino', 'Onni', 'Veera', 'Sanna'] as const;

/** Five people of one house: present, cancelled, gone again, and two awaited. */
function house() {
  const desk = new DeskOfPaper();
  const [aino = '', eino = '', onni = '', veera = '', sanna = ''] = NAMES.map((name) => {
    const who = desk.person(name);
    const fields = { organisation: 'Saimaan Hoiva ' };
    desk.must({ type: 'participant.edit', who, fields });
    return who;
  });
  desk.must({ type: 'participant.checkIn', who: aino });
  desk.must({ type: 'participant.cancel', who: eino });
  desk.must({ type: 'participant.checkIn', who: onni });
  desk.must({ type: 'participant.leave', who: onni });
  desk.pass(60_000);
  const statuses = () =>
    [aino, eino, onni, veera, sanna].map((id) => desk.state.participants.get(id)?.status);
  return { desk, aino, eino, onni, veera, sanna, statuses };
}

describe('a group', () => {
  it('of one organisation comes in with one action, and the answer tells what became of each', () => {
    const { desk, aino, eino, onni, veera, sanna, statuses } = house();
    const came = desk.state.participants.get(aino)?.checkedInAt;
    const answer = desk.must({ type: 'participant.checkInGroup', organisation: 'saimaan hoiva' });
    expect(answer.group).toEqual({
      checkedIn: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === `${veera},${sanna}`),
      already: [aino],
      left: [onni],
      cancelled: [eino],
    });
    expect(statuses()).toEqual(['present', 'cancelled', 'left', 'present', 'present']);
    expect(desk.state.participants.get(aino)?.checkedInAt).toBe(came);
  });

  it('that was picked brings back who has left, but lets nobody in who cancelled', () => {
    const { desk, aino, eino, onni, veera, statuses } = house();
    const who = [aino, eino, onni, veera, veera];
    const answer = desk.must({ type: 'participant.checkInGroup', who });
    expect(answer.facts.map((fact) => fact.type)).toEqual([
      'participant.checkedIn',
      'participant.cameBack',
    ]);
    expect(statuses()).toEqual(['present', 'cancelled', 'present', 'present', 'expected']);
  });

  it('is undone as one', () => {
    const { desk, statuses } = house();
    const before = statuses();
    desk.must({ type: 'participant.checkInGroup', organisation: 'Saimaan Hoiva' });
    desk.must({ type: 'undo' });
    expect(statuses()).toEqual(before);
  });

  it('of whom nobody is awaited is refused, and so is one with a code that nobody has', () => {
    const { desk, aino, eino, veera } = house();
    const ask = (who: string[]) =>
      desk.ask({ type: 'participant.checkInGroup', who }).refusal?.code;
    expect(ask([aino, eino])).toBe('participant.nobodyToCheckIn');
    expect(ask([veera, 'T1NOBODY'])).toBe('participant.unknown');
    expect(desk.state.participants.get(veera)?.status).toBe('expected');
  });
});

import { describe, expect, it } from 'vitest';
import { NO_DETAILS } from '../model/participant';
import type { Status } from '../model/participant';
import { makeCode } from '../model/code';
import { DeskOfPaper } from '../testing/deskOfPaper';
import type { Command } from './command';

const what = {
  'check in': (who: string): Command => ({ type: 'participant.checkIn', who }),
  'let in anyway': (who: string): Command => ({ type: 'participant.checkIn', who, anyway: true }),
  leave: (who: string): Command => ({ type: 'participant.leave', who }),
  'come back': (who: string): Command => ({ type: 'participant.comeBack', who }),
  cancel: (who: string): Command => ({ type: 'participant.cancel', who }),
  reinstate: (who: string): Command => ({ type: 'participant.reinstate', who }),
  undo: (): Command => ({ type: 'undo' }),
};
type What = keyof typeof what;

/** How somebody comes to have a status; the last step is what "undo" takes back. */
const way: Record<Status, What[]> = {
  expected: [],
  present: ['check in'],
  left: ['check in', 'leave'],
  cancelled: ['cancel'],
};

const nothing = 'nothing';
const gone = 'gone';

/** Status before, what is asked, status after, what is answered ('' = done, or a refusal's code). */
const table: Array<[Status, What, Status | typeof gone, string]> = [
  ['expected', 'check in', 'present', 'valid'],
  ['expected', 'let in anyway', 'present', 'valid'],
  ['expected', 'leave', 'expected', 'participant.notPresent'],
  ['expected', 'come back', 'expected', 'participant.hasNotLeft'],
  ['expected', 'cancel', 'cancelled', ''],
  ['expected', 'reinstate', 'expected', nothing],
  ['expected', 'undo', gone, ''],
  ['present', 'check in', 'present', 'participant.used'],
  ['present', 'let in anyway', 'present', 'participant.used'],
  ['present', 'leave', 'left', ''],
  ['present', 'come back', 'present', nothing],
  ['present', 'cancel', 'present', 'participant.hasCome'],
  ['present', 'reinstate', 'present', nothing],
  ['present', 'undo', 'expected', ''],
  ['left', 'check in', 'present', 'left'],
  ['left', 'let in anyway', 'present', 'left'],
  ['left', 'leave', 'left', nothing],
  ['left', 'come back', 'present', ''],
  ['left', 'cancel', 'left', 'participant.hasCome'],
  ['left', 'reinstate', 'left', nothing],
  ['left', 'undo', 'present', ''],
  ['cancelled', 'check in', 'cancelled', 'participant.cancelled'],
  ['cancelled', 'let in anyway', 'present', 'valid'],
  ['cancelled', 'leave', 'cancelled', 'participant.notPresent'],
  ['cancelled', 'come back', 'cancelled', 'participant.hasNotLeft'],
  ['cancelled', 'cancel', 'cancelled', nothing],
  ['cancelled', 'reinstate', 'expected', ''],
  ['cancelled', 'undo', 'expected', ''],
];

function someoneWho(status: Status) {
  const desk = new DeskOfPaper();
  const id = desk.person('Aino', 'Näkkäläjärvi');
  for (const step of way[status]) {
    desk.pass(1_000);
    desk.must(what[step](id));
  }
  desk.pass(60_000);
  return { desk, id };
}

describe('the status of a participant', () => {
  it('is tried with everything that can be asked', () => {
    expect(table).toHaveLength(Object.keys(way).length * Object.keys(what).length);
  });

  it.each(table)('%s, on "%s", becomes %s (%s)', (before, asked, after, answered) => {
    const { desk, id } = someoneWho(before);
    const was = desk.state.participants.get(id);
    const { refusal, facts, status } = desk.ask(what[asked](id));
    expect(refusal ? refusal.code : facts.length ? status : nothing).toBe(answered);
    const person = desk.state.participants.get(id);
    expect(person?.status ?? gone).toBe(after);
    if (facts.length === 0) expect(person).toBe(was);
    const isNewArrival = after === 'present' && was?.checkedInAt === null;
    if (isNewArrival) {
      expect(person).toMatchObject({ checkedInAt: desk.now, checkedInDesk: 'Tiski 1' });
    } else if (asked !== 'undo') {
      expect(person?.checkedInAt).toBe(was?.checkedInAt);
    }
    if (after === 'present') expect(person?.leftAt).toBeNull();
  });

  it('is answered with when and where a used code was used', () => {
    const { desk, id } = someoneWho('present');
    const { refusal } = desk.ask(what['check in'](id));
    expect(refusal).toMatchObject({
      status: 'used',
      params: { name: 'Aino Näkkäläjärvi', desk: 'Tiski 1', at: desk.now - 60_000 },
    });
    expect(refusal?.participants?.map((person) => person.id)).toEqual([id]);
  });

  it('goes back to exactly what it was when an arrival is undone', () => {
    const { desk, id } = someoneWho('present');
    desk.must(what.undo());
    expect(desk.state.participants.get(id)).toMatchObject({
      status: 'expected',
      checkedInAt: null,
      checkedInDesk: '',
      leftAt: null,
    });
  });
});

describe('who is meant', () => {
  const checkIn = (desk: DeskOfPaper, who: string) =>
    desk.ask({ type: 'participant.checkIn', who });

  it('is found by id, by code however it was scanned, and by e-mail in any case', () => {
    const ways = [
      (id: string) => id,
      (_: string, code: string) => code,
      (_: string, code: string) => ` ${code.toLowerCase()} `,
      (_: string, code: string) => `\\000026${code.slice(0, 6)}-${code.slice(6)}`,
      () => 'AINO@Example.fi',
    ];
    for (const way of ways) {
      const desk = new DeskOfPaper();
      const id = desk.person('Aino');
      desk.must({ type: 'participant.edit', who: id, fields: { email: 'aino@example.FI' } });
      const code = desk.state.participants.get(id)?.code ?? '';
      expect(checkIn(desk, way(id, code)).status).toBe('valid');
      expect(desk.state.participants.get(id)?.status).toBe('present');
    }
  });

  it('is ambiguous when several share an e-mail, and all of them are named', () => {
    const desk = new DeskOfPaper();
    for (const firstName of ['Aino', 'Eino']) {
      const fields = { ...NO_DETAILS, firstName, email: 'info@example.fi' };
      desk.must({ type: 'participant.add', fields });
    }
    const { refusal } = checkIn(desk, 'info@example.fi');
    expect(refusal).toMatchObject({ code: 'participant.ambiguous', status: 'ambiguous' });
    expect(refusal?.participants).toHaveLength(2);
  });

  it('is told apart: a code of another event, and one that nobody has', () => {
    const desk = new DeskOfPaper();
    const bytes = new Uint8Array(9);
    expect(checkIn(desk, makeCode('X9', bytes)).status).toBe('wrong-event');
    expect(checkIn(desk, makeCode('T1', bytes)).status).toBe('unknown');
    expect(checkIn(desk, 'X900000').status).toBe('unknown');
    expect(checkIn(desk, 'nobody@example.fi').status).toBe('unknown');
  });
});

describe('a group', () => {
  it('checks in with one action, those present and cancelled passed over, and is undone as one', () => {
    const desk = new DeskOfPaper();
    const organisation = 'Saimaan Hoiva ';
    const ids = ['Aino', 'Eino', 'Onni', 'Veera'].map((firstName) => {
      const id = desk.person(firstName);
      desk.must({ type: 'participant.edit', who: id, fields: { organisation } });
      return id;
    });
    const [aino, eino] = ids;
    if (!aino || !eino) throw new Error('nobody');
    desk.must({ type: 'participant.checkIn', who: aino });
    desk.must({ type: 'participant.cancel', who: eino });
    desk.pass(1_000);
    const group = { type: 'participant.checkInGroup', organisation: 'saimaan hoiva' } as const;
    expect(desk.must(group).facts).toHaveLength(2);
    const statuses = () => ids.map((id) => desk.state.participants.get(id)?.status);
    expect(statuses()).toEqual(['present', 'cancelled', 'present', 'present']);
    expect(desk.ask(group).refusal?.code).toBe('participant.nobodyToCheckIn');
    desk.must({ type: 'undo' });
    expect(statuses()).toEqual(['present', 'cancelled', 'expected', 'expected']);
  });
});

describe('a walk-in', () => {
  it('needs a name and nothing else, and is there at once', () => {
    const desk = new DeskOfPaper();
    const add = (firstName: string) =>
      desk.ask({ type: 'participant.add', fields: { firstName }, walkIn: true, checkIn: true });
    expect(add(' Aino ').status).toBe('valid');
    const [person] = [...desk.state.participants];
    expect(person).toMatchObject({ firstName: 'Aino', source: 'walk-in', status: 'present' });
    expect(add('  ').refusal?.code).toBe('participant.nameless');
    desk.must({ type: 'undo' });
    expect(desk.state.participants.size).toBe(0);
    expect(desk.state.codes.size).toBe(0);
  });
});

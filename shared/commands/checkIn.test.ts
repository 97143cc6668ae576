import { describe, expect, it } from 'vitest';
import { NO_DETAILS } from '../model/participant';
import { makeCode } from '../model/code';
import { DeskOfPaper } from '../testing/deskOfPaper';

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

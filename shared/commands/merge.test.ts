import { describe, expect, it } from 'vitest';
import { evolve } from '../facts/evolve';
import type { Fact } from '../facts/fact';
import type { Details } from '../model/participant';
import { DeskOfPaper, idOf } from '../testing/deskOfPaper';

/** A registration and a walk-in of the same person. */
function twice(registered: Partial<Details> = {}, walkedIn: Partial<Details> = {}) {
  const desk = new DeskOfPaper();
  const add = (fields: Partial<Details>) =>
    idOf(desk.must({ type: 'participant.add', fields }), 'participant.added');
  const kept = add({ firstName: 'Aino', lastName: 'Näkkäläjärvi', ...registered });
  const other = add({ firstName: 'Aino', lastName: 'Nakkalajarvi', ...walkedIn });
  const record = (id: string) => desk.state.participants.get(id);
  const merge = () => {
    desk.pass(1_000);
    return desk.must({ type: 'participant.merge', who: kept, other });
  };
  return { desk, kept, other, record, merge };
}

describe('two records of one person', () => {
  it('become one: what the first says stands, and its blanks are filled', () => {
    const { kept, other, record, merge } = twice(
      { email: 'aino@example.fi', sector: 'public', diet: 'gluteeniton' },
      { email: 'muu@example.fi', phone: '040 1', title: 'Johtaja', role: 'speaker' },
    );
    merge();
    expect(record(other)).toBeUndefined();
    expect(record(kept)).toMatchObject({
      lastName: 'Näkkäläjärvi',
      email: 'aino@example.fi',
      phone: '040 1',
      title: 'Johtaja',
      sector: 'public',
      role: 'speaker',
      diet: 'gluteeniton',
    });
  });

  it('lose no note, diet, answer or wish, and of two consents the stricter stands', () => {
    const { kept, record, merge } = twice(
      {
        notes: 'Tulee bussilla',
        diet: 'kasvis',
        answers: { Kyyti: 'ei', Aihe: '' },
        offers: ['tilat'],
        consentContact: true,
        consentPhoto: null,
      },
      {
        notes: 'Puhuja',
        diet: 'pähkinätön',
        answers: { Kyyti: 'kyllä', Aihe: 'rahoitus', Muu: 'x' },
        offers: ['tilat', 'kokki'],
        consentContact: false,
        consentPhoto: true,
      },
    );
    merge();
    expect(record(kept)).toMatchObject({
      notes: 'Tulee bussilla\nPuhuja',
      diet: 'kasvis; pähkinätön',
      answers: { Kyyti: 'ei', Aihe: 'rahoitus', Muu: 'x' },
      offers: ['tilat', 'kokki'],
      consentContact: false,
      consentPhoto: true,
    });
  });

  it('are let in by either code, and go on being one person', () => {
    const { desk, kept, other, record, merge } = twice();
    const codes = [record(kept)?.code ?? '', record(other)?.code ?? ''];
    merge();
    const [first = '', second = ''] = codes;
    expect(desk.must({ type: 'participant.checkIn', who: second }).status).toBe('valid');
    expect(desk.ask({ type: 'participant.checkIn', who: first }).refusal?.status).toBe('used');
  });

  it('keep the earlier check-in with its desk, and all badges', () => {
    const { desk, kept, other, record, merge } = twice();
    desk.must({ type: 'participant.checkIn', who: other });
    const came = desk.now;
    desk.desk = 'Tiski 2';
    desk.pass(60_000);
    desk.must({ type: 'participant.checkIn', who: kept });
    desk.must({ type: 'participant.leave', who: kept });
    desk.must({ type: 'badges.printed', who: [kept, other] });
    desk.must({ type: 'badges.printed', who: [other] });
    merge();
    expect(record(kept)).toMatchObject({
      status: 'present',
      checkedInAt: came,
      checkedInDesk: 'Tiski 1',
      leftAt: null,
    });
    expect(record(kept)?.prints).toHaveLength(2);
  });

  it('take the seat in a panel along', () => {
    const { desk, kept, other, merge } = twice();
    const seat = { id: 'a', name: 'Aino', title: '', organisation: '', participant: other };
    const panel = desk.panel(0, { seats: [{ ...seat, weight: 1, dropped: false }] });
    merge();
    expect(desk.state.sessions.get(panel)?.panel?.seats[0]?.participant).toBe(kept);
  });

  it('are two again after one undo, each with its own code', () => {
    const { desk, kept, other, record, merge } = twice({ notes: 'x' }, { notes: 'y' });
    desk.must({ type: 'participant.checkIn', who: other });
    const before = [record(kept), record(other)].map((one) => ({ ...one, edits: 0, rev: '' }));
    const { cmd } = merge();
    desk.must({ type: 'undo', of: cmd });
    expect([record(kept), record(other)].map((one) => ({ ...one, edits: 0, rev: '' }))).toEqual(
      before,
    );
    for (const id of [kept, other]) {
      expect(desk.state.codes.get(record(id)?.code ?? '')).toBe(id);
    }
  });

  it('of which one has been merged before keep all three codes', () => {
    const { desk, kept, other, record, merge } = twice();
    const third = desk.person('Aino');
    const codes = [kept, other, third].map((id) => record(id)?.code ?? '');
    desk.must({ type: 'participant.merge', who: other, other: third });
    merge();
    for (const code of codes) expect(desk.state.codes.get(code)).toBe(kept);
  });

  it('are not added again by a file that carries the code of either', () => {
    const { desk, kept, other, record, merge } = twice();
    const code = record(other)?.code ?? '';
    merge();
    const fields = { firstName: 'Aino', lastName: 'Nakkalajarvi', phone: '5' };
    desk.must({ type: 'participants.import', file: 'x.csv', rows: [{ row: 2, fields, code }] });
    expect(desk.state.participants.size).toBe(1);
    expect(record(kept)?.phone).toBe('5');
  });

  describe('of two registrations', () => {
    const [a, b] = [
      { firstName: 'Aino', lastName: 'Näkkäläjärvi', email: 'aino@koti.example', externalId: '7' },
      { firstName: 'Aino', lastName: 'Nakkalajarvi', email: 'aino@tyo.example', externalId: '12' },
    ];
    const rowOf = (fields: Partial<Details>, row: number) => ({ row, fields });

    it.each([
      ['both rows', [a, b]],
      ['both rows, the other first', [b, a]],
      ['only the row of the one that went into the other', [b]],
      ['that row under its number alone', [{ ...b, email: '' }]],
      ['that row under its address alone', [{ ...b, externalId: '' }]],
    ])('are not added again by a file with %s, nor changed by it', (_, rows) => {
      const { desk, kept, record, merge } = twice(a, b);
      merge();
      const before = record(kept);
      const file = rows.map((fields, at) => rowOf({ ...fields, organisation: '' }, at + 2));
      for (let time = 0; time < 2; time++) {
        desk.must({ type: 'participants.import', file: 'x.csv', rows: file });
        expect(desk.state.participants.size).toBe(1);
        expect(record(kept)).toEqual(before);
      }
    });

    it('keep what the one says when the other states it too, and take only what is blank', () => {
      const { desk, kept, record, merge } = twice({ ...a, title: 'Johtaja' }, b);
      merge();
      const rows = [rowOf(a, 2), rowOf({ ...b, title: 'Sihteeri', phone: '040 2' }, 3)];
      desk.must({ type: 'participants.import', file: 'x.csv', rows });
      expect(record(kept)).toMatchObject({ ...a, title: 'Johtaja', phone: '040 2' });
    });

    it('are two for the file again once the merge has been undone', () => {
      const { desk, kept, other, record, merge } = twice(a, b);
      const { cmd } = merge();
      desk.must({ type: 'undo', of: cmd });
      const rows = [rowOf(a, 2), rowOf({ ...b, phone: '5' }, 3)];
      desk.must({ type: 'participants.import', file: 'x.csv', rows });
      expect([record(kept)?.phone, record(other)?.phone]).toEqual(['', '5']);
    });
  });

  it('are one for a screen that still has the other open', () => {
    const { desk, kept, other, record, merge } = twice();
    merge();
    expect(desk.must({ type: 'participant.checkIn', who: other }).status).toBe('valid');
    desk.must({ type: 'participant.edit', who: other, fields: { phone: '5' } });
    expect(record(kept)).toMatchObject({ status: 'present', phone: '5' });
  });

  describe('when another desk had checked one of them in unheard', () => {
    const late = (who: string, at: number, id: string): Fact => ({
      type: 'participant.checkedIn',
      participant: who,
      at,
      id,
      desk: 'Tiski 2',
    });

    it.each(['kept', 'other'] as const)('count as here since then (%s)', (which) => {
      const made = twice();
      const at = made.desk.now;
      const id = `${'0'.repeat(25)}A`;
      made.merge();
      const before = evolve(made.desk.state, late(made[which], at, id));
      expect(before.participants.get(made.kept)).toMatchObject({
        status: 'present',
        checkedInAt: at,
        checkedInDesk: 'Tiski 2',
      });
      expect(evolve(before, late(made[which], at, id))).toBe(before);
    });

    it('keep the earliest of all check-ins', () => {
      const { desk, kept, other, merge } = twice();
      const early = desk.now;
      desk.pass(60_000);
      desk.must({ type: 'participant.checkIn', who: kept });
      merge();
      const id = `${'0'.repeat(25)}A`;
      const told = evolve(desk.state, late(other, early, id)).participants.get(kept);
      expect(told).toMatchObject({ checkedInAt: early, checkedInDesk: 'Tiski 2' });
    });

    it('are not here by a check-in that had been taken back before', () => {
      const { desk, kept, other, record, merge } = twice();
      const { cmd, facts } = desk.must({ type: 'participant.checkIn', who: other });
      desk.must({ type: 'undo', of: cmd });
      merge();
      const before = record(kept);
      const [fact] = facts;
      if (!fact) throw new Error('no fact');
      expect(evolve(desk.state, fact).participants.get(kept)).toEqual(before);
    });
  });

  it('cannot be one and the same', () => {
    const { desk, kept } = twice();
    const { refusal } = desk.ask({ type: 'participant.merge', who: kept, other: kept });
    expect(refusal?.code).toBe('participant.sameRecord');
  });
});

import { describe, expect, it } from 'vitest';
import { fold } from '../facts/fold';
import type { Details } from '../model/participant';
import type { EventState } from '../model/state';
import { eventOf, afterImport, rowsOf } from './gathering';
import { reconcile } from './reconcile';

const anna = { firstName: 'Anna', lastName: 'Kuvitteellinen', email: 'anna@oy.example' };
const pekka = { firstName: 'Pekka', lastName: 'Keksitty', email: 'pekka@oy.example' };

/** How many rows were added, updated and unchanged. */
const counts = (plan: ReturnType<typeof reconcile>) => [
  plan.added.length,
  plan.updated.length,
  plan.unchanged,
];

describe('who a row is about', () => {
  it('is found by the registration number first', () => {
    const state = eventOf({ ...anna, externalId: 'R1' });
    const plan = reconcile(state, rowsOf({ ...anna, externalId: 'R1', title: 'Johtaja' }));
    expect(plan.updated).toEqual([
      {
        row: 2,
        id: 'p1',
        name: 'Anna Kuvitteellinen',
        fields: { title: 'Johtaja' },
        changes: [{ field: 'title', from: '', to: 'Johtaja' }],
      },
    ]);
  });

  it('is found by the address in whatever capitals, and that is no change', () => {
    const state = eventOf(anna);
    expect(counts(reconcile(state, rowsOf({ ...anna, email: 'ANNA@oy.example' })))).toEqual([
      0, 0, 1,
    ]);
  });

  it('is found by name and organisation only where a side has neither number nor address', () => {
    const state = eventOf({ firstName: 'Anna', lastName: 'Kuvitteellinen', organisation: 'Oy X' });
    const same = { ...anna, firstName: 'ANNA', organisation: 'oy  x' };
    expect(reconcile(state, rowsOf(same)).updated[0]?.id).toBe('p1');
    const elsewhere = { ...anna, organisation: 'Ry Y' };
    expect(counts(reconcile(state, rowsOf(elsewhere)))).toEqual([1, 0, 0]);
  });

  it('is somebody else when the name is the same and the address is not', () => {
    const state = eventOf({ ...anna, organisation: 'Oy X' });
    const namesake = { ...anna, email: 'anna.k@oy.example', organisation: 'Oy X' };
    expect(counts(reconcile(state, rowsOf(namesake)))).toEqual([1, 0, 0]);
  });

  it('is found by a check-in code of this event before anything else', () => {
    const state = eventOf({ ...anna, code: 'AB1234567890' }, pekka);
    const row = { row: 2, code: 'AB1234567890', fields: { ...anna, email: 'uusi@oy.example' } };
    const plan = reconcile(state, [row]);
    expect(plan.updated[0]).toMatchObject({ id: 'p1', fields: { email: 'uusi@oy.example' } });
  });

  it('is a person of their own when a code was copied to a second row', () => {
    const code = 'AB1234567890';
    const plan = reconcile(eventOf(), [
      { row: 2, code, fields: anna },
      { row: 3, code, fields: pekka },
    ]);
    expect(plan.added.map(({ code }) => code)).toEqual([code, undefined]);
  });
});

describe('a shared office address', () => {
  const office = { organisation: 'Oy X', email: 'toimisto@x.example' };
  const liisa = { firstName: 'Liisa', lastName: 'Satu', ...office };
  const maija = { firstName: 'Maija', lastName: 'Tarina', ...office };

  it('belongs to the one of the same name', () => {
    const plan = reconcile(eventOf(liisa, maija), rowsOf({ ...maija, phone: '1' }));
    expect(plan.updated.map((update) => update.id)).toEqual(['p2']);
  });

  it('does not make one person of two rows with different names', () => {
    const plan = reconcile(eventOf(), rowsOf(liisa, maija));
    expect(counts(plan)).toEqual([2, 0, 0]);
    expect(counts(reconcile(eventOf(liisa), rowsOf(liisa, maija)))).toEqual([1, 0, 1]);
  });

  it('is not the same person when numbers and names differ', () => {
    const state = eventOf({ ...liisa, externalId: 'R1' });
    expect(counts(reconcile(state, rowsOf({ ...maija, externalId: 'R2' })))).toEqual([1, 0, 0]);
  });

  it('is the same person, renamed, when nothing speaks against it', () => {
    const plan = reconcile(eventOf(anna), rowsOf({ ...anna, lastName: 'Uusinimi' }));
    expect(plan.updated[0]?.fields).toEqual({ lastName: 'Uusinimi' });
  });
});

describe('rows of one file', () => {
  it('that say nothing new are listed by name, the second rows of somebody too', () => {
    const state = eventOf(anna, pekka);
    const virve = { firstName: 'Virve', lastName: 'Uusi', email: 'virve@oy.example' };
    const plan = reconcile(
      state,
      rowsOf(anna, virve, virve, { ...pekka, title: 'Rehtori' }, pekka),
    );
    expect(plan.same.toSorted((a, b) => a.row - b.row)).toEqual([
      { row: 2, name: 'Anna Kuvitteellinen' },
      { row: 4, name: 'Virve Uusi' },
      { row: 6, name: 'Pekka Keksitty' },
    ]);
    expect(counts(plan)).toEqual([1, 1, 3]);
  });

  it('that repeat a person count as unchanged', () => {
    expect(counts(reconcile(eventOf(), rowsOf(anna, anna, pekka)))).toEqual([2, 0, 1]);
  });

  it('of one person add up, and the later one has its say', () => {
    const plan = reconcile(
      eventOf(),
      rowsOf({ ...anna, title: 'Hoitaja', phone: '1' }, { ...anna, title: 'Johtaja' }),
    );
    expect(plan.added[0]?.fields).toEqual({ ...anna, title: 'Johtaja', phone: '1' });
  });

  it('that share a group’s number are still people of their own', () => {
    const rows = rowsOf({ ...anna, externalId: 'R1' }, { ...pekka, externalId: 'R1' });
    expect(counts(reconcile(eventOf(), rows))).toEqual([2, 0, 0]);
    expect(counts(reconcile(afterImport(eventOf(), rows), rows))).toEqual([0, 0, 2]);
  });
});

describe('numbers of another form', () => {
  const ours = [1, 2, 3, 4].map((n) => ({
    firstName: `Eka${n}`,
    lastName: 'Lomake',
    email: `eka${n}@x.example`,
    externalId: `R${n}`,
  }));
  const theirs = [1, 2, 3, 4].map((n) => ({
    firstName: `Toka${n}`,
    lastName: 'Kaavake',
    email: `toka${n}@x.example`,
    externalId: `R${n}`,
  }));

  it('overwrite nobody, and the second time everybody is found', () => {
    const state = eventOf(...ours);
    expect(counts(reconcile(state, rowsOf(...theirs)))).toEqual([4, 0, 0]);
    const after = afterImport(state, rowsOf(...theirs));
    expect(counts(reconcile(after, rowsOf(...theirs)))).toEqual([0, 0, 4]);
    expect(counts(reconcile(after, rowsOf(...ours)))).toEqual([0, 0, 4]);
  });

  it('do not stand in the way of one who is on both lists', () => {
    const both = theirs.map((row, index) => (index === 0 ? { ...ours[2], externalId: 'R1' } : row));
    const state = eventOf(...ours);
    expect(counts(reconcile(state, rowsOf(...both)))).toEqual([3, 0, 1]);
    const after = afterImport(state, rowsOf(...both));
    expect(counts(reconcile(after, rowsOf(...both)))).toEqual([0, 0, 4]);
    expect(after.participants.get('p3')?.externalId).toBe('R3');
  });

  it('are told apart from a substitute in a file that otherwise agrees', () => {
    const substitute = { ...pekka, externalId: 'R2' };
    const rows = rowsOf(...ours.map((row, index) => (index === 1 ? substitute : row)));
    const plan = reconcile(eventOf(...ours), rows);
    expect(counts(plan)).toEqual([0, 1, 3]);
    expect(plan.updated[0]).toMatchObject({ id: 'p2', fields: pekka });
  });
});

describe('what is known', () => {
  it('is never overwritten by a blank', () => {
    const state = eventOf({ ...anna, phone: '040', offers: ['a'], consentContact: true });
    const blanks = { ...anna, phone: ' ', offers: [], consentContact: null, sector: '' as const };
    expect(counts(reconcile(state, rowsOf(blanks)))).toEqual([0, 0, 1]);
  });

  it('keeps the answers the file does not speak of', () => {
    const state = eventOf({ ...anna, answers: { Bussi: 'kyllä', Toive: 'a' } });
    const plan = reconcile(state, rowsOf({ ...anna, answers: { Toive: 'b', Bussi: '' } }));
    expect(plan.updated[0]?.fields.answers).toEqual({ Bussi: 'kyllä', Toive: 'b' });
    expect(plan.updated[0]?.changes).toEqual([{ field: 'answers.Toive', from: 'a', to: 'b' }]);
  });

  it('at a desk stands against the file, which is a conflict and no update', () => {
    const state = eventOf({ ...anna, organisation: 'Desk Oy', atDesk: ['organisation'] });
    const plan = reconcile(state, rowsOf({ ...anna, organisation: 'File Oy' }));
    expect(counts(plan)).toEqual([0, 0, 1]);
    expect(plan.conflicts).toEqual([
      {
        row: 2,
        id: 'p1',
        name: 'Anna Kuvitteellinen',
        field: 'organisation',
        desk: 'Desk Oy',
        file: 'File Oy',
      },
    ]);
  });

  it('lets the other fields of such a row in', () => {
    const state = eventOf({ ...anna, organisation: 'Desk Oy', atDesk: ['organisation'] });
    const plan = reconcile(state, rowsOf({ ...anna, organisation: 'File Oy', phone: '1' }));
    expect(plan.updated[0]?.fields).toEqual({ phone: '1' });
    expect(plan.conflicts).toHaveLength(1);
  });

  it('recognises whom a desk gave another address or name', () => {
    const moved = { ...anna, organisation: 'Oy X', email: 'uusi@x.example', atDesk: ['email'] };
    expect(counts(reconcile(eventOf(moved), rowsOf({ ...anna, organisation: 'Oy X' })))).toEqual([
      0, 0, 1,
    ]);
    const renamed = {
      firstName: 'Anna',
      lastName: 'Oikein',
      organisation: 'Oy X',
      atDesk: ['lastName'],
    };
    const asFiled = { firstName: 'Anna', lastName: 'Väärin', organisation: 'Oy X' };
    expect(counts(reconcile(eventOf(renamed), rowsOf(asFiled)))).toEqual([0, 0, 1]);
  });

  it('about cancelling is not touched', () => {
    const state = eventOf({ ...anna, status: 'cancelled' });
    expect(
      afterImport(state, rowsOf({ ...anna, phone: '1' })).participants.get('p1'),
    ).toMatchObject({ status: 'cancelled', phone: '1' });
  });
});

describe('namesakes whom a desk corrected', () => {
  it('are found by the same rows again, also where one is written with other capitals and blanks', () => {
    const name = { firstName: 'Anna', lastName: 'Keksitty' };
    const atDesk = ['email', 'organisation'];
    const state = eventOf(
      { ...name, email: 'a@x.example', organisation: 'Oy X', atDesk },
      { firstName: 'ANNA ', lastName: 'keksitty', atDesk },
    );
    const rows = rowsOf(
      { ...name, organisation: 'Oy X', externalId: 'R3', email: 'c@x.example' },
      { ...name, organisation: 'Oy X', externalId: 'R1', email: 'c@x.example' },
      { ...name, email: 'c@x.example' },
    );
    expect(reconcile(afterImport(state, rows), rows).added).toEqual([]);
  });
});

describe('namesakes who share signs', () => {
  const anna = { firstName: 'Anna', lastName: 'Keksitty' };
  const secondTime = (state: EventState, ...file: Array<Partial<Details>>) => {
    const rows = rowsOf(...file);
    const { added, updated } = reconcile(afterImport(state, rows), rows);
    return [added, updated];
  };

  it('are found by the same rows again where a number and an address name two of them', () => {
    const state = eventOf({ ...anna, email: 'b@x.example', externalId: 'R1' });
    const number = { ...anna, externalId: 'R3' };
    expect(secondTime(state, { ...number, email: 'b@x.example' }, number)).toEqual([[], []]);
  });

  it('are found by the same rows again where one is given the number of the other', () => {
    const state = eventOf(
      { ...anna, email: 'a@x.example' },
      { ...anna, email: 'b@x.example', externalId: 'R2' },
    );
    const rows = ['a', 'b'].map((letter) => ({
      ...anna,
      email: `${letter}@x.example`,
      externalId: 'R1',
      title: letter,
    }));
    expect(secondTime(state, ...rows)).toEqual([[], []]);
  });
});

describe('rows that cannot go in', () => {
  it('are named with their reason while the others go in', () => {
    const plan = reconcile(
      eventOf(),
      rowsOf(
        anna,
        { title: 'Johtaja' },
        { ...pekka, email: 'pekka at oy' },
        { ...pekka, title: 'x'.repeat(301) },
        {},
        pekka,
      ),
    );
    expect(counts(plan)).toEqual([2, 0, 0]);
    expect(plan.rejected.map(({ row, code }) => [row, code])).toEqual([
      [3, 'nameless'],
      [4, 'email'],
      [5, 'tooLong'],
    ]);
    expect(plan.rejected[1]?.reason).toContain('pekka at oy');
    expect(plan.rejected[2]?.params).toMatchObject({ field: 'title', max: 300 });
  });
});

describe('a conflict that was decided for the file', () => {
  it('is not asked about again by the same file, but by another value', () => {
    const state = eventOf({ ...anna, title: 'Johtaja', atDesk: ['title'] });
    const stated = rowsOf({ ...anna, title: 'Rehtori' });
    expect(reconcile(state, stated).conflicts).toHaveLength(1);
    const taken = reconcile(state, [...stated], 'all').updated[0];
    expect(taken?.fields).toEqual({ title: 'Rehtori' });

    const body = { type: 'participant.edited', participant: 'p1', from: 'import' } as const;
    const fact = { ...body, fields: taken?.fields ?? {}, id: 'z1', at: 1, desk: 'Tiski' };
    const after = fold(state, { seq: 1, cmd: 'c', kind: 'participants.import', facts: [fact] });
    const again = reconcile(after, rowsOf({ ...anna, title: 'Rehtori' }));
    expect(again).toMatchObject({ conflicts: [], updated: [], unchanged: 1 });
    expect(reconcile(after, rowsOf({ ...anna, title: 'Lehtori' })).conflicts).toHaveLength(1);
  });
});

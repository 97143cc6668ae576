import { decideImport } from '../commands/people';
import type { ImportRow } from '../commands/command';
import type { Context } from '../commands/context';
import { fold } from '../facts/fold';
import { makeCode } from '../model/code';
import type { Details, Participant } from '../model/participant';
import { newParticipant } from '../model/participant';
import { EMPTY_STATE } from '../model/state';
import type { EventState } from '../model/state';
import { Table } from '../model/table';

/** An event of made-up people for tests: ids `p1`, `p2` … in the order given. */
export function eventOf(...people: Array<Partial<Details> & Partial<Participant>>): EventState {
  const participants = people.map((fields, index): Participant => {
    const id = `p${index + 1}`;
    const code = `AB${String(index).padStart(10, '0')}`;
    return { ...newParticipant({ id, code, source: 'registration', rev: id }, {}), ...fields };
  });
  return {
    ...EMPTY_STATE,
    event: { ...EMPTY_STATE.event, id: 'event', tag: 'AB', name: 'Test' },
    participants: Table.from(participants.map((person) => [person.id, person])),
    codes: Table.from(participants.map((person) => [person.code, person.id])),
  };
}

/** Rows of a file, the header being row 1. */
export function rowsOf(...rows: Array<Partial<Details>>): ImportRow[] {
  return rows.map((fields, index) => ({ row: index + 2, fields }));
}

/** Of ids and codes given so far: none is given twice, however many imports an event has seen. */
let count = 0;

/** The event after the rows have been imported, by the same decision and fold as at a desk. */
export function afterImport(state: EventState, rows: ImportRow[]): EventState {
  const newId = () => `q${String(++count).padStart(8, '0')}`;
  const newCode = (tag: string) => {
    count++;
    const bytes = Array.from({ length: 9 }, (_, place) => Math.floor(count / 32 ** place));
    return makeCode(tag, new Uint8Array(bytes));
  };
  const context: Context = { now: 0, desk: 'Test', newId, newCode };
  const decision = decideImport(
    state,
    { type: 'participants.import', file: 'test.csv', rows },
    context,
  );
  if (!('facts' in decision)) throw new Error('the import was refused');
  const facts = decision.facts.map((body) => ({ ...body, id: newId(), at: 0, desk: 'Test' }));
  return fold(state, { seq: state.seq + 1, cmd: newId(), kind: 'participants.import', facts });
}

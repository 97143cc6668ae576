import { describe, expect, it } from 'vitest';
import { DeskOfPaper, idOf } from '../testing/deskOfPaper';
import { everyCommand, everyUndoable } from '../testing/everyCommand';
import { stateToJson } from '../model/state';
import type { EventState } from '../model/state';
import { commandSchema } from './command';

/** All that a person can see of a state: without the book-keeping of edits, and in a fixed order. */
function visible(state: EventState) {
  const { seq, recent, gone, ...json } = stateToJson(state);
  const seen = ({ edits, rev, atDesk, ...fields }: Record<string, unknown>) => fields;
  const list = (records: ReadonlyArray<Record<string, unknown> & { id: string }>) =>
    records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(seen);
  return {
    event: seen(json.event),
    stage: seen(json.stage),
    participants: list(json.participants),
    sessions: list(json.sessions),
    marks: list(json.marks),
    codes: [...state.codes.entries()].toSorted(),
  };
}

describe('undo', () => {
  it('passes over a badge that came out meanwhile when the last thing is meant', () => {
    const desk = new DeskOfPaper();
    const added = desk.must({ type: 'participant.add', fields: { firstName: 'Aino' } });
    const who = idOf(added, 'participant.added');
    desk.must({ type: 'participant.checkIn', who });
    const printed = desk.must({ type: 'badges.printed', who: [who] });
    desk.must({ type: 'undo' });
    expect(desk.state.participants.get(who)).toMatchObject({
      checkedInAt: null,
      status: 'expected',
    });
    expect(desk.state.participants.get(who)?.prints).toHaveLength(1);
    desk.must({ type: 'undo', of: printed.cmd });
    expect(desk.state.participants.get(who)?.prints).toEqual([]);
  });

  it('is tried with every command there is', () => {
    const types = commandSchema.options.map((option) => option.shape.type.value);
    expect(Object.keys(everyCommand).toSorted()).toEqual(types.toSorted());
  });

  it.each(everyUndoable)(
    'restores exactly what was before %s, and an undone undo brings it back',
    (_, occasion) => {
      const { desk, command } = occasion();
      const before = visible(desk.state);
      const { cmd, facts } = desk.must(command);
      expect(facts.length).toBeGreaterThan(0);
      const after = visible(desk.state);
      expect(after).not.toEqual(before);
      desk.pass(1_000);
      const first = desk.must({ type: 'undo', of: cmd });
      expect(visible(desk.state)).toEqual(before);
      desk.pass(1_000);
      desk.must({ type: 'undo', of: first.cmd });
      expect(visible(desk.state)).toEqual(after);
      desk.pass(1_000);
      const of = command.type === 'undo' ? desk.commits.at(-1)?.cmd : cmd;
      if (command.type !== 'undo') {
        desk.must({ type: 'undo', of });
        expect(visible(desk.state)).toEqual(before);
      }
    },
  );

  it('takes back the last command that stands, one after another', () => {
    const desk = new DeskOfPaper();
    const [aino, eino] = [desk.person('Aino'), desk.person('Eino')];
    desk.must({ type: 'participant.checkIn', who: aino });
    desk.must({ type: 'participant.checkIn', who: eino });
    desk.must({ type: 'undo' });
    expect(desk.state.participants.get(eino)?.status).toBe('expected');
    expect(desk.state.participants.get(aino)?.status).toBe('present');
    desk.must({ type: 'undo' });
    expect(desk.state.participants.get(aino)?.status).toBe('expected');
  });

  it('is refused when there is nothing, when it is too old, and when it is done already', () => {
    const desk = new DeskOfPaper();
    expect(desk.ask({ type: 'undo' }).refusal?.code).toBe('undo.nothing');
    expect(desk.ask({ type: 'undo', of: 'long ago' }).refusal?.code).toBe('undo.tooOld');
    const { cmd } = desk.must({ type: 'stage.blackout', on: true });
    desk.must({ type: 'undo', of: cmd });
    expect(desk.ask({ type: 'undo', of: cmd }).refusal?.code).toBe('undo.already');
  });

  it('never overwrites what somebody changed since', () => {
    const desk = new DeskOfPaper();
    const who = desk.person('Aino');
    const checkIn = desk.must({ type: 'participant.checkIn', who });
    desk.must({ type: 'participant.leave', who });
    const refused = (of: string) => desk.ask({ type: 'undo', of }).refusal?.code;
    expect(refused(checkIn.cmd)).toBe('undo.changedSince');
    const added = desk.must({ type: 'session.add', fields: { title: 'Kysely' } });
    const session = idOf(added, 'session.added');
    desk.must({ type: 'session.edit', session, fields: { title: 'Kyselyn esittely' } });
    expect(refused(added.cmd)).toBe('undo.changedSince');
  });

  it('leaves other fields alone that were edited since', () => {
    const desk = new DeskOfPaper();
    const who = desk.person('Aino');
    const { cmd } = desk.must({ type: 'participant.edit', who, fields: { phone: '1' } });
    desk.must({ type: 'participant.edit', who, fields: { title: 'Johtaja' } });
    desk.must({ type: 'undo', of: cmd });
    expect(desk.state.participants.get(who)).toMatchObject({ phone: '', title: 'Johtaja' });
  });

  it('does not take the beginning of a panel from under turns given since', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(2);
    const first = desk.must({ type: 'floor.give', session, speaker: 'a' });
    desk.must({ type: 'floor.give', session, speaker: 'b' });
    const refused = () => desk.ask({ type: 'undo', of: first.cmd }).refusal?.code;
    expect(refused()).toBe('undo.changedSince');
    desk.must({ type: 'undo' });
    expect(refused()).toBeUndefined();
    expect(desk.state.sessions.get(session)?.startedAt).toBeNull();
  });

  it('does not end a panel anew before turns that were given since its end was undone', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(2);
    desk.must({ type: 'floor.give', session, speaker: 'a' });
    desk.pass(60_000);
    const end = desk.must({ type: 'session.end', session });
    const undone = desk.must({ type: 'undo', of: end.cmd });
    desk.pass(60_000);
    const given = desk.must({ type: 'floor.give', session, speaker: 'b' });
    desk.pass(60_000);
    expect(desk.ask({ type: 'undo', of: undone.cmd }).refusal?.code).toBe('undo.changedSince');
    desk.must({ type: 'undo', of: given.cmd });
    desk.must({ type: 'undo', of: undone.cmd });
    expect(desk.state.sessions.get(session)?.endedAt).not.toBeNull();
  });

  it('does not end a panel before its start when it has begun anew since', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(2);
    const first = desk.must({ type: 'floor.give', session, speaker: 'a' });
    const end = desk.must({ type: 'session.end', session });
    const undone = desk.must({ type: 'undo', of: end.cmd });
    desk.must({ type: 'undo', of: first.cmd });
    desk.pass(60_000);
    desk.must({ type: 'session.start', session });
    expect(desk.ask({ type: 'undo', of: undone.cmd }).refusal?.code).toBe('undo.changedSince');
    expect(desk.state.sessions.get(session)?.endedAt).toBeNull();
  });

  it('does not take a seat from the table that has spoken since', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(1);
    const panel = desk.state.sessions.get(session)?.panel;
    const [seat] = panel?.seats ?? [];
    if (!panel || !seat) throw new Error('no panel');
    const fields = { panel: { ...panel, seats: [seat, { ...seat, id: 'z' }] } };
    const { cmd } = desk.must({ type: 'session.edit', session, fields });
    desk.must({ type: 'floor.give', session, speaker: 'z' });
    expect(desk.ask({ type: 'undo', of: cmd }).refusal?.code).toBe('undo.changedSince');
  });
});

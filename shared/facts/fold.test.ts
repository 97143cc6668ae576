import { describe, expect, it } from 'vitest';
import { RECENT_LIMIT } from '../model/done';
import { EMPTY_STATE, stateToJson } from '../model/state';
import { DeskOfPaper } from '../testing/deskOfPaper';
import { everyCommand } from '../testing/everyCommand';
import { evolve } from './evolve';
import { fold } from './fold';

describe('folding commits', () => {
  it('is evolving with each fact in turn, also where an import is taken in at once', () => {
    for (const occasion of Object.values(everyCommand)) {
      const { desk, command } = occasion();
      desk.must(command);
      const facts = desk.commits.flatMap((commit) => commit.facts);
      const counted = { seq: facts.length, recent: [...desk.state.recent] };
      const evolved = { ...stateToJson(facts.reduce(evolve, EMPTY_STATE)), ...counted };
      expect(stateToJson(desk.state)).toEqual(evolved);
    }
  });

  it('numbers facts, not commits, and leaves the older state as it was', () => {
    const desk = new DeskOfPaper();
    const older = desk.state;
    const json = JSON.stringify(stateToJson(older));
    desk.must({ type: 'participant.add', fields: { firstName: 'Aino' }, checkIn: true });
    expect(desk.state.seq).toBe(older.seq + 2);
    expect(JSON.stringify(stateToJson(older))).toBe(json);
  });

  it('remembers only the last commands, and none that changed nothing', () => {
    const desk = new DeskOfPaper();
    const who = desk.person('Aino');
    for (let n = 0; n < RECENT_LIMIT + 5; n++) {
      desk.must({ type: 'participant.edit', who, fields: { phone: String(n) } });
    }
    expect(desk.state.recent).toHaveLength(RECENT_LIMIT);
    const last = desk.commits.at(-1);
    if (!last) throw new Error('no commit');
    expect(fold(desk.state, last).recent).toEqual(desk.state.recent);
  });

  it('remembers of an edit only the fields that differ', () => {
    const desk = new DeskOfPaper();
    const who = desk.person('Aino');
    desk.must({ type: 'participant.edit', who, fields: { phone: '1', firstName: 'Aino' } });
    expect(desk.state.recent.at(-1)?.changes).toEqual([
      { kind: 'participant', id: who, before: { phone: '' }, after: { phone: '1' } },
    ]);
  });
});

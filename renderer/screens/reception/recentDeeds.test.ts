import { describe, expect, it } from 'vitest';
import type { Done } from '../../../shared/model/done';
import { newParticipant } from '../../../shared/model/participant';
import { Table } from '../../../shared/model/table';
import { lastStanding, recentDeeds, takenBackBy } from './recentDeeds';

const aino = newParticipant(
  { id: 'p1', code: 'C', source: 'registration', rev: '' },
  { firstName: 'Aino', lastName: 'Aho' },
);
const participants = Table.from([[aino.id, aino] as const]);

const done = (cmd: string, more: Partial<Done> = {}): Done => ({
  cmd,
  kind: 'participant.checkIn',
  at: 0,
  desk: 'Tiski 1',
  changes: [{ kind: 'participant', id: 'p1', before: {}, after: {} }],
  undoneBy: '',
  ...more,
});

describe('the list of what was done last', () => {
  it('holds ten, the latest first, with the names', () => {
    const recent = Array.from({ length: 12 }, (_, at) => done(String(at)));
    const deeds = recentDeeds({ recent, participants });
    expect(deeds.map((one) => one.done.cmd)).toEqual('11 10 9 8 7 6 5 4 3 2'.split(' '));
    expect(deeds[0]?.names).toEqual(['Aino Aho']);
  });

  it('names somebody who is there no more from what the record held', () => {
    const gone = done('1', {
      changes: [
        {
          kind: 'participant',
          id: 'p9',
          before: { firstName: 'Eero', lastName: 'Elo' },
          after: null,
        },
      ],
    });
    expect(recentDeeds({ recent: [gone], participants })[0]?.names).toEqual(['Eero Elo']);
  });

  it('names a newcomer whose adding was undone', () => {
    const fields = { firstName: 'Eero', lastName: 'Elo' };
    const change = { kind: 'participant', id: 'p9' } as const;
    const added = done('1', { changes: [{ ...change, before: null, after: {} }], undoneBy: '2' });
    const undone = done('2', {
      kind: 'undo',
      changes: [{ ...change, before: fields, after: null }],
    });
    expect(recentDeeds({ recent: [added, undone], participants })[0]?.names).toEqual(['Eero Elo']);
  });

  it('gives an undoing no line of its own', () => {
    const recent = [done('1', { undoneBy: '2' }), done('2', { kind: 'undo' })];
    expect(recentDeeds({ recent, participants }).map((one) => one.done.cmd)).toEqual(['1']);
  });

  it('leaves out what a moderator did, however much it was', () => {
    const turns = Array.from({ length: 30 }, (_, at) => done(`t${at}`, { kind: 'floor.give' }));
    const recent = [done('1'), ...turns, done('2', { kind: 'stage.message' })];
    expect(recentDeeds({ recent, participants }).map((one) => one.done.cmd)).toEqual(['1']);
  });
});

describe('what an undo says', () => {
  it('names what it took back and about whom', () => {
    const recent = [done('1', { undoneBy: '3' }), done('2'), done('3', { kind: 'undo' })];
    const told = takenBackBy({ recent, participants }, '3');
    expect(told).toMatchObject({ names: ['Aino Aho'], people: 1, isBack: false });
    expect(told?.done.kind).toBe('participant.checkIn');
  });

  it('tells an undo that was itself taken back, and nothing of a command that undid nothing', () => {
    const undone = done('2', { kind: 'undo', undoneBy: '3' });
    const recent = [done('1'), undone, done('3', { kind: 'undo' })];
    expect(takenBackBy({ recent, participants }, '3')).toMatchObject({
      names: ['Aino Aho'],
      isBack: true,
    });
    expect(takenBackBy({ recent, participants }, '2')).toBeUndefined();
  });
});

describe('the last deed that stands', () => {
  it('is neither an undoing nor something undone', () => {
    const recent = [done('1'), done('2', { undoneBy: '3' }), done('3', { kind: 'undo' })];
    expect(lastStanding({ recent })?.cmd).toBe('1');
    expect(lastStanding({ recent: [] })).toBeUndefined();
  });

  it('is never a turn of a panel: nobody at the door takes the floor from a speaker', () => {
    const recent = [done('1'), done('2', { kind: 'floor.give' })];
    expect(lastStanding({ recent })?.cmd).toBe('1');
    expect(lastStanding({ recent: recent.slice(1) })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { everyCommand } from '../testing/everyCommand';
import { EMPTY_STATE, stateFromJson, stateJsonPieces, stateJsonSchema, stateToJson } from './state';

/** States in which every kind of record, and everything that can be undone, occurs. */
const states = Object.entries(everyCommand).map(
  ([type, occasion]): [string, ReturnType<typeof occasion>['desk']['state']] => {
    const { desk, command } = occasion();
    const { cmd } = desk.must(command);
    // A guest's feedback is what no undo takes back.
    desk.ask({ type: 'undo', of: cmd });
    return [type, desk.state];
  },
);

describe('the JSON of a state', () => {
  it.each(states)('holds all of it after %s, and passes its own schema', (_, state) => {
    const written = JSON.parse(JSON.stringify(stateToJson(state)));
    expect(stateToJson(stateFromJson(stateJsonSchema.parse(written)))).toEqual(stateToJson(state));
  });

  it.each([1, 2, 3, 500])('comes in pieces of %d records that join to it', (batch) => {
    for (const [, state] of [['empty', EMPTY_STATE] as const, ...states]) {
      const joined = [...stateJsonPieces(state, batch)].join('');
      expect(JSON.parse(joined)).toEqual(JSON.parse(JSON.stringify(stateToJson(state))));
    }
  });

  it('comes in more than one piece, so that other work is let in between', () => {
    const [, state] = states.find(([type]) => type === 'participants.import') ?? [];
    if (!state) throw new Error('no import');
    expect([...stateJsonPieces(state, 1)].length).toBeGreaterThan(
      [...stateJsonPieces(state)].length,
    );
  });

  it('comes in small pieces also where an import of hundreds is among the last commands', () => {
    const changes = Array.from({ length: 300 }, (_, at) => ({
      kind: 'participant' as const,
      id: `p${at}`,
      before: null,
      after: { lastName: 'Aho' },
    }));
    const done = { cmd: 'c', kind: 'participants.import', at: 0, desk: 'd', undoneBy: '' };
    const recent = [
      { ...done, changes },
      { ...done, changes: changes.slice(1) },
    ];
    const state = { ...EMPTY_STATE, recent };
    const pieces = [...stateJsonPieces(state, 100)];
    const perPiece = pieces.map((piece) => piece.split('"before"').length - 1);
    expect(Math.max(...perPiece)).toBe(100);
    expect(JSON.parse(pieces.join(''))).toEqual(JSON.parse(JSON.stringify(stateToJson(state))));
  });
});

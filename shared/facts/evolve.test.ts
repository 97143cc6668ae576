import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_STATE, stateFromJson, stateToJson } from '../model/state';
import type { EventState } from '../model/state';
import { newParticipant } from '../model/participant';
import { DeskOfPaper } from '../testing/deskOfPaper';
import { everyCommand, everyUndoable } from '../testing/everyCommand';
import { evolve } from './evolve';
import type { Fact, FactBody } from './fact';

/** The state as values, without what counts only on this desk. */
function value(state: EventState) {
  const { seq, recent, ...json } = stateToJson(state);
  const list = (records: ReadonlyArray<{ id: string }>) =>
    records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...json,
    participants: list(json.participants),
    sessions: list(json.sessions),
    marks: list(json.marks),
    gone: json.gone.toSorted(),
    codes: [...state.codes.entries()].toSorted(),
  };
}

describe('a fact seen before', () => {
  it.each(everyUndoable)(
    'changes nothing after %s, nor after its undo, nor after the undo of that',
    (_, occasion) => {
      const { desk, command } = occasion();
      const seenAgain = () => {
        const before = value(desk.state);
        for (const { facts } of desk.commits) {
          for (const fact of facts) expect(value(evolve(desk.state, fact))).toEqual(before);
        }
      };
      desk.must(command);
      seenAgain();
      desk.pass(1_000);
      desk.must({ type: 'undo', of: desk.commits.at(-1)?.cmd });
      seenAgain();
      desk.pass(1_000);
      desk.must({ type: 'undo', of: desk.commits.at(-1)?.cmd });
      seenAgain();
    },
  );
});

/** A fact of another desk; `n` gives its place in time. */
const stated = (n: number, body: FactBody, desk = `Tiski ${n}`): Fact => ({
  id: String(n).padStart(26, '0'),
  at: 1_000_000 + n * 1_000,
  desk,
  ...body,
});

const person = 'p1';
const session = 's1';
const someone = newParticipant({ id: person, code: 'T1', source: 'desk', rev: '0' }, {});

function beginning(): EventState {
  const desk = new DeskOfPaper();
  const panel = desk.panel(3);
  const record = desk.state.sessions.get(panel);
  if (!record) throw new Error('no panel');
  const add: FactBody[] = [
    { type: 'participant.added', participant: { ...someone, firstName: 'Aino' } },
    { type: 'session.added', session: { ...record, id: session } },
    { type: 'floor.given', session, mark: 'm1', speaker: 'a', resume: '' },
  ];
  return add.reduce((state, body, n) => evolve(state, stated(n, body)), EMPTY_STATE);
}

/** Facts about things that are there already, as several desks may state them at the same time. */
const concurrent = fc.array(
  fc.oneof(
    fc.constantFrom<FactBody>(
      { type: 'participant.checkedIn', participant: person },
      { type: 'participant.left', participant: person },
      { type: 'participant.cameBack', participant: person },
      { type: 'participant.cancelled', participant: person },
      { type: 'participant.reinstated', participant: person },
      { type: 'badges.printed', participants: [person] },
      { type: 'session.started', session },
      { type: 'session.ended', session },
      { type: 'session.removed', session },
      { type: 'turn.takenBack', mark: 'm1' },
      { type: 'stage.changed', fields: { blackout: true } },
      { type: 'stage.changed', fields: { blackout: false } },
    ),
    fc.record({
      type: fc.constant('participant.edited' as const),
      participant: fc.constant(person),
      fields: fc.dictionary(fc.constantFrom('phone', 'title'), fc.constantFrom('1', '2', '3')),
      from: fc.constantFrom('desk' as const, 'import' as const),
    }),
    fc.record({
      type: fc.constant('event.edited' as const),
      fields: fc.dictionary(fc.constantFrom('theme', 'venue'), fc.constantFrom('1', '2', '3')),
    }),
    fc.record({
      type: fc.constant('session.edited' as const),
      session: fc.constant(session),
      fields: fc.record({ plannedStart: fc.nat(9), title: fc.constantFrom('x', 'y') }),
    }),
    fc.record({
      type: fc.constant('hands.changed' as const),
      session: fc.constant(session),
      seat: fc.constantFrom('a', 'b', 'c'),
      up: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('turn.corrected' as const),
      mark: fc.constant('m1'),
      fields: fc.record({ at: fc.nat(9), speaker: fc.constantFrom('b', 'c') }),
    }),
  ),
  { minLength: 1, maxLength: 12 },
);

describe('facts of several desks', () => {
  it('lead to one state, in whatever order and however often they arrive', () => {
    const arrivals = concurrent.chain((bodies) => {
      const facts = bodies.map((body, n) => stated(n + 10, body));
      const twice = [...facts, ...facts];
      return fc.tuple(fc.constant(facts), fc.shuffledSubarray(twice, { minLength: twice.length }));
    });
    fc.assert(
      fc.property(arrivals, ([facts, shuffled]) => {
        const inTurn = facts.reduce(evolve, beginning());
        expect(value(shuffled.reduce(evolve, beginning()))).toEqual(value(inTurn));
      }),
      { numRuns: 500 },
    );
  });

  it('let the earliest check-in stand, with its desk', () => {
    const checkIn = (n: number) =>
      stated(n, { type: 'participant.checkedIn', participant: person });
    for (const order of [
      [20, 30],
      [30, 20],
    ]) {
      const state = order.map(checkIn).reduce(evolve, beginning());
      expect(state.participants.get(person)).toMatchObject({
        status: 'present',
        checkedInAt: checkIn(20).at,
        checkedInDesk: 'Tiski 20',
      });
    }
  });

  it('do not bring an arrival back that was undone, even after a later one', () => {
    const checkIn = (n: number) =>
      stated(n, { type: 'participant.checkedIn', participant: person });
    const taken = {
      kind: 'participant' as const,
      id: person,
      before: null,
      after: { status: 'expected', checkedInAt: null, checkedInDesk: '' },
    };
    const undo = stated(20, { type: 'undone', of: 'x', changes: [taken] });
    const state = [checkIn(10), undo, checkIn(30), checkIn(10)].reduce(evolve, beginning());
    expect(state.participants.get(person)).toMatchObject({ checkedInAt: checkIn(30).at });
  });

  it('let the latest edit of each field stand', () => {
    const edit = (n: number, fields: Record<string, string>) =>
      stated(n, { type: 'participant.edited', participant: person, fields, from: 'desk' });
    const state = [
      edit(30, { phone: 'late' }),
      edit(20, { phone: 'early', title: 'early' }),
    ].reduce(evolve, beginning());
    expect(state.participants.get(person)).toMatchObject({ phone: 'late', title: 'early' });
  });
});

describe('an event', () => {
  it('goes on from its JSON as if it had never been written', () => {
    for (const occasion of Object.values(everyCommand)) {
      const { desk, command } = occasion();
      const { facts } = desk.must(command);
      const before = desk.commits
        .slice(0, -1)
        .flatMap((commit) => commit.facts)
        .reduce(evolve, EMPTY_STATE);
      const read = stateFromJson(stateToJson(before));
      expect(value(facts.reduce(evolve, read))).toEqual(value(desk.state));
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Commit } from '../../../shared/facts/commit';
import { fold } from '../../../shared/facts/fold';
import { eventOf } from '../../../shared/intake/gathering';
import { newParticipant } from '../../../shared/model/participant';
import { EMPTY_STATE, stateToJson } from '../../../shared/model/state';
import { documentOf, readDocument } from './json';

const stamp = (n: number) => ({ id: `F${n}`, at: 1_000 * n, desk: 'Ovi' });
const { event } = eventOf();
const base = { id: 'p1', code: 'AB0000000001', source: 'registration' as const, rev: 'F2' };
const commits: Commit[] = [
  {
    seq: 1,
    cmd: 'c1',
    kind: 'event.create',
    facts: [{ ...stamp(1), type: 'event.created', event }],
  },
  {
    seq: 2,
    cmd: 'c2',
    kind: 'participants.import',
    facts: [
      {
        ...stamp(2),
        type: 'participant.added',
        participant: newParticipant(base, { firstName: 'Anna' }),
      },
      { ...stamp(3), type: 'event.edited', fields: { importMapping: { Nimi: 'name' } } },
    ],
  },
  {
    seq: 4,
    cmd: 'c3',
    kind: 'participant.checkIn',
    facts: [{ ...stamp(4), type: 'participant.checkedIn', participant: 'p1' }],
  },
];
const state = commits.reduce(fold, EMPTY_STATE);
const document = documentOf(state, commits, 5_000);
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('the JSON document', () => {
  it('gives back the commits, so that nothing is lost when it is taken in again', () => {
    const read = readDocument(bytesOf(document));
    expect(read).toEqual(commits);
    expect(stateToJson(read.reduce(fold, EMPTY_STATE))).toEqual(stateToJson(state));
  });

  it('has participants with the public fields and instants as ISO text', () => {
    expect(document.participants[0]).toMatchObject({
      firstName: 'Anna',
      status: 'present',
      checkedInAt: '1970-01-01T00:00:04.000Z',
      badgesPrinted: 0,
    });
    expect(document).toMatchObject({ format: 'nuija', version: 1 });
  });

  it('of a later version, of something else, or damaged is refused', () => {
    const refusalOf = (value: unknown) => {
      try {
        readDocument(bytesOf(value));
        return undefined;
      } catch (error) {
        return error;
      }
    };
    expect(refusalOf({ ...document, version: 2 })).toMatchObject({ code: 'document.newer' });
    expect(refusalOf({ format: 'other' })).toMatchObject({ code: 'document.notNuija' });
    const damaged = document.facts.map((fact, at) => (at === 1 ? { ...fact, type: 'x' } : fact));
    expect(refusalOf({ ...document, facts: damaged })).toMatchObject({
      code: 'document.damaged',
      params: { fact: 2 },
    });
  });
});

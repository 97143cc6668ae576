import { describe, expect, it } from 'vitest';
import { fold } from '../facts/fold';
import type { FactBody } from '../facts/fact';
import { newParticipant } from '../model/participant';
import { eventOf } from './gathering';
import { standsFor } from './standing';

const before = eventOf({ firstName: 'Aino', offers: ['Apua'] }, { firstName: 'Eino' });

const after = (body: FactBody) => {
  const fact = { ...body, id: 'z1', at: 5, desk: 'Ovi' };
  return fold(before, { seq: 1, cmd: 'c', kind: 'test', facts: [fact] });
};

const stands = (body: FactBody) => standsFor(before.participants, after(body).participants);

describe('what an import would do', () => {
  it('is the same while people come, leave and get their badges', () => {
    expect(stands({ type: 'participant.checkedIn', participant: 'p1' })).toBe(true);
    expect(stands({ type: 'participant.cancelled', participant: 'p2' })).toBe(true);
    expect(stands({ type: 'badges.printed', participants: ['p1', 'p2'] })).toBe(true);
    expect(stands({ type: 'event.edited', fields: { name: 'Toinen' } })).toBe(true);
  });

  it('may be another once somebody is added, edited or taken away', () => {
    const base = { id: 'p3', code: 'AB3', source: 'walk-in', rev: 'p3' } as const;
    const edited = (fields: { notes?: string; offers?: string[] }) =>
      ({ type: 'participant.edited', participant: 'p1', fields, from: 'desk' }) as const;
    expect(stands({ type: 'participant.added', participant: newParticipant(base, {}) })).toBe(
      false,
    );
    expect(stands(edited({ notes: 'x' }))).toBe(false);
    expect(stands(edited({ offers: ['Muuta'] }))).toBe(false);
    const gone = { kind: 'participant', id: 'p2', before: {}, after: null } as const;
    expect(stands({ type: 'undone', of: 'c0', changes: [gone] })).toBe(false);
  });
});

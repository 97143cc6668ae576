import { describe, expect, it } from 'vitest';
import { toPublic } from '../../../shared/model/public';
import { newParticipant } from '../../../shared/model/participant';
import { doorAnswer } from './doorAnswer';

const aino = toPublic(
  newParticipant(
    { id: '1', code: 'C', source: 'registration', rev: '' },
    { firstName: 'Aino', lastName: 'Koemäki', organisation: 'Hoiva Oy', email: 'aino@example.fi' },
  ),
);
const refused = (status: string) => ({
  ok: false as const,
  reason: 'Aino Koemäki …',
  code: `participant.${status}`,
  params: { name: 'Aino Koemäki', at: 5, desk: 'Tiski 1' },
  status,
  participants: [aino],
});

describe('the answer at the door', () => {
  it('is green with the first name for who comes in', () => {
    const answer = doorAnswer({ ok: true, seq: 1, cmd: 'x', status: 'valid', participant: aino });
    expect(answer).toEqual({ tone: 'good', kind: 'in', firstName: 'Aino', since: null });
  });

  it('is amber with the time for a code that has been used', () => {
    expect(doorAnswer(refused('used'))).toEqual({
      tone: 'warn',
      kind: 'again',
      firstName: 'Aino',
      since: 5,
    });
  });

  it('is red without any name for everything else', () => {
    for (const status of ['cancelled', 'unknown', 'wrong-event', 'ambiguous', 'closed']) {
      const answer = doorAnswer(refused(status));
      expect(answer).toMatchObject({ tone: 'bad', firstName: '', since: null });
    }
  });

  it('says what is the matter with a red one: each has a sign of its own', () => {
    const kinds = ['cancelled', 'unknown', 'wrong-event', 'ambiguous', 'closed'].map(
      (status) => doorAnswer(refused(status)).kind,
    );
    expect(kinds).toEqual(['cancelled', 'unknown', 'otherEvent', 'several', 'refused']);
  });

  it('holds nothing personal but the first name', () => {
    for (const status of ['used', 'cancelled', 'ambiguous']) {
      expect(JSON.stringify(doorAnswer(refused(status)))).not.toMatch(/Koemäki|Hoiva|example/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { newParticipant } from '../../../shared/model/participant';
import { badgesDue } from './badgesDue';

const participant = {
  ...newParticipant({ id: 'aino', code: 'T1', source: 'desk', rev: '' }, {}),
  checkedInAt: null,
  leftAt: null,
  badgesPrinted: 0,
};
const done = { ok: true, seq: 1, cmd: 'c' } as const;

describe('badges due after an answer', () => {
  it('are those of everyone whom a group brought in, not of who was here or came back', () => {
    const group = { checkedIn: ['a', 'b'], already: ['c'], left: ['d'], cancelled: ['e'] };
    expect(badgesDue({ ...done, status: 'valid', group })).toEqual(['a', 'b']);
  });

  it('is that of who came in alone', () => {
    expect(badgesDue({ ...done, status: 'valid', participant })).toEqual(['aino']);
  });

  it('are none for who comes back or was refused', () => {
    expect(badgesDue({ ...done, status: 'left', participant })).toEqual([]);
    const refused = { ok: false, code: 'participant.used', reason: '', params: {} } as const;
    expect(badgesDue(refused)).toEqual([]);
  });
});

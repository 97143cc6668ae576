import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Frame } from '../../shared/contract';
import type { Role } from '../../shared/network/roles';
import { deliver } from './live';
import type { Outlet } from './live';

const outlet = (sent: unknown[]): Outlet => ({
  readyState: WebSocket.OPEN,
  bufferedAmount: 0,
  send: (text: unknown) => sent.push(text),
  close: () => {},
  terminate: () => {},
});

/** What so many listeners of a role are sent when they are told of one frame. */
function sentTo(role: Role, frame: Frame, listeners = 50): unknown[] {
  const sent: unknown[] = [];
  for (let n = 0; n < listeners; n++) deliver(outlet(sent), frame, role, 1);
  return sent;
}

const edited: Frame = {
  type: 'commit',
  commit: {
    seq: 1,
    cmd: 'a',
    kind: 'event.setPin',
    facts: [{ id: 'b', at: 0, desk: 'Tiski 1', type: 'event.pinSet', hash: 'scrypt:secret' }],
  },
  now: 0,
};

it.each(['desk', 'reception', 'moderator', 'stage'] as const)(
  'writes one frame out once for all listeners of the %s role',
  (role) => {
    for (const frame of [edited, { type: 'alive', now: 1 } satisfies Frame]) {
      const sent = sentTo(role, frame);
      expect(sent).toHaveLength(50);
      expect(new Set(sent).size).toBe(1);
    }
  },
);

it('never hands the text for one role to another', () => {
  const [own] = sentTo('desk', edited, 1);
  const [others] = sentTo('moderator', edited, 1);
  expect(String(own)).toContain('secret');
  expect(String(others)).not.toContain('secret');
  expect(sentTo('desk', edited, 1)).toEqual([own]);
});

it('writes each frame out anew, however alike two are', () => {
  const [first] = sentTo('stage', { type: 'alive', now: 1 }, 1);
  const [second] = sentTo('stage', { type: 'alive', now: 2 }, 1);
  expect([String(first), String(second)]).toEqual([
    '{"type":"alive","now":1}',
    '{"type":"alive","now":2}',
  ]);
});

import { describe, expect, it } from 'vitest';
import { EMPTY_PANEL, NO_SESSION_DETAILS } from '../../../shared/model/session';
import type { Phase, Projection } from '../../../shared/programme/project';
import { panelToOpen } from './panels';

const span = { from: 0, to: 0 };

function projected(id: string, phase: Phase, panel = true): Projection {
  const session = {
    ...NO_SESSION_DETAILS,
    id,
    order: 1,
    startedAt: null,
    endedAt: null,
    edits: {},
    panel: panel ? EMPTY_PANEL : null,
  };
  const actual = { from: null, to: null };
  return { session, planned: span, actual, projected: span, lateness: 0, conflict: 0, phase };
}

describe('the panel that the screen opens with', () => {
  const day = [
    projected('talk', 'running', false),
    projected('first', 'ended'),
    projected('second', 'next'),
    projected('third', 'later'),
  ];

  it('is the next one while none runs', () => {
    expect(panelToOpen(day, undefined)).toBe('second');
  });

  it('is the running one, even when another comes first', () => {
    expect(panelToOpen([...day, projected('other room', 'running')], undefined)).toBe('other room');
  });

  it('is the one that was asked for, but never a session that is no panel', () => {
    expect(panelToOpen(day, 'third')).toBe('third');
    expect(panelToOpen(day, 'talk')).toBe('second');
  });

  it('is the last one when all have ended, and none where there is none', () => {
    expect(panelToOpen([projected('a', 'ended'), projected('b', 'ended')], undefined)).toBe('b');
    expect(panelToOpen([projected('talk', 'next', false)], undefined)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { StageView } from '../../../shared/stage/view';
import { mainTime } from './figures';

const MINUTE = 60_000;

const session = {
  session: 's1',
  kind: 'panel' as const,
  title: 'Rahoitus',
  speakers: [],
  startedAt: 0,
  endsAt: 40 * MINUTE,
  floor: null,
};
const floor = {
  who: 'seat' as const,
  name: 'Terhi Ojanen',
  title: '',
  since: 10 * MINUTE,
  limitMs: 2 * MINUTE,
  warnings: { first: 30_000, second: 10_000 },
  paused: false,
};
const view: StageView = {
  event: { name: 'Soteuttamo', accent: '', timeZone: 'Europe/Helsinki' },
  now: session,
  next: null,
  later: [],
  message: null,
  blackout: false,
  rooms: [],
  finished: false,
};

describe('the large time of the speaker view', () => {
  it('is what is left of the turn while somebody speaks', () => {
    const time = mainTime({ ...view, now: { ...session, floor } }, 11 * MINUTE);
    expect(time).toEqual({ of: 'turn', ms: MINUTE, urgency: 'calm', paused: false });
  });

  it('warns as the panel has set it, first and last', () => {
    const left = (ms: number) =>
      mainTime({ ...view, now: { ...session, floor } }, floor.since + floor.limitMs - ms)?.urgency;
    expect([30_001, 30_000, 10_001, 10_000, 1, 0].map(left)).toEqual([
      'calm',
      'soon',
      'soon',
      'last',
      'last',
      'over',
    ]);
  });

  it('counts past zero when the turn is over', () => {
    const time = mainTime({ ...view, now: { ...session, floor } }, 12 * MINUTE + 5_000);
    expect(time).toMatchObject({ of: 'turn', ms: -5_000, urgency: 'over' });
  });

  it('is the time gone by when turns have no limit', () => {
    const open = { ...floor, limitMs: 0 };
    const time = mainTime({ ...view, now: { ...session, floor: open } }, 11 * MINUTE);
    expect(time).toMatchObject({ of: 'turn', ms: MINUTE, urgency: 'open' });
  });

  it('is what is left of the session when nobody has the floor, and in a talk', () => {
    const nobody = { ...floor, who: 'nobody' as const, name: '', paused: true };
    expect(mainTime({ ...view, now: { ...session, floor: nobody } }, 11 * MINUTE)).toEqual({
      of: 'session',
      ms: 29 * MINUTE,
      urgency: 'calm',
      paused: true,
    });
    expect(mainTime(view, 38 * MINUTE)).toMatchObject({ of: 'session', urgency: 'soon' });
  });

  it('leads up to the next session in between, and ends with the day', () => {
    const next = {
      kind: 'talk' as const,
      title: '',
      room: '',
      speakers: [],
      planned: 0,
      at: 5 * MINUTE,
    };
    expect(mainTime({ ...view, now: null, next }, 0)).toMatchObject({ of: 'start', ms: 300_000 });
    expect(mainTime({ ...view, now: null, finished: true }, 0)).toBeNull();
  });
});

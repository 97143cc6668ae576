import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskError } from '../../shared/contract';
import type { Desk, LiveSignal, Outcome } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import { newParticipant } from '../../shared/model/participant';
import { EMPTY_STATE, stateToJson } from '../../shared/model/state';
import type { StateJson } from '../../shared/model/state';
import { openEnvelope } from './envelope';
import { Replica } from './replica';

const done: Outcome = { ok: true, seq: 1, cmd: 'c' };
const person = newParticipant(
  { id: 'p1', code: 'C1', source: 'registration', rev: '' },
  { lastName: 'Aho' },
);
const stateAt = (seq: number): StateJson => ({
  ...stateToJson({ ...EMPTY_STATE, event: { ...EMPTY_STATE.event, id: 'e', name: 'Soteuttamo' } }),
  seq,
  participants: [person],
});
const checkIn = (seq: number): Commit => ({
  seq,
  cmd: `c${seq}`,
  kind: 'participant.checkIn',
  facts: [
    { type: 'participant.checkedIn', participant: 'p1', id: `f${seq}`, at: 5_000, desk: 'Tiski 1' },
  ],
});

/** A desk whose line and answers are in the test's hand. */
function deskInHand(answer: (channel: string) => unknown) {
  let listener: ((signal: LiveSignal) => void) | undefined;
  const desk: Desk = {
    ask: async (channel) => {
      return openEnvelope(channel, { ok: true, value: answer(channel) });
    },
    live: (_event, _view, listen) => {
      listener = listen;
      return () => {
        listener = undefined;
      };
    },
  };
  return {
    desk,
    hear: (signal: LiveSignal) => listener?.(signal),
    isListening: () => listener !== undefined,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a replica', () => {
  it('folds the commits that follow the state it was given', () => {
    const { desk, hear } = deskInHand(() => done);
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'state', state: stateAt(3), now: 1_000 });
    hear({ type: 'commit', commit: checkIn(4), now: 1_000 });
    expect(replica.snapshot().state?.participants.get('p1')?.status).toBe('present');
  });

  it('passes over a commit it has folded before', () => {
    const { desk, hear } = deskInHand(() => done);
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'state', state: stateAt(4), now: 0 });
    hear({ type: 'commit', commit: checkIn(4), now: 0 });
    expect(replica.snapshot().state?.participants.get('p1')?.status).toBe('expected');
  });

  it('asks for the whole state when commits are missing in between', async () => {
    const { desk, hear } = deskInHand(() => ({ state: stateAt(9), now: 0 }));
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'state', state: stateAt(3), now: 0 });
    hear({ type: 'commit', commit: checkIn(9), now: 0 });
    await vi.advanceTimersByTimeAsync(0);
    expect(replica.snapshot().state?.seq).toBe(9);
  });

  it('takes the desk’s word when it comes back with less than was known', () => {
    const { desk, hear } = deskInHand(() => done);
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'state', state: stateAt(30), now: 0 });
    hear({ type: 'state', state: stateAt(3), now: 0 });
    expect(replica.snapshot().state?.seq).toBe(3);
  });

  it('says that it is offline when the line is lost, and online at the next frame', () => {
    const { desk, hear } = deskInHand(() => done);
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'lost' });
    expect(replica.snapshot().online).toBe(false);
    hear({ type: 'alive', now: 0 });
    expect(replica.snapshot().online).toBe(true);
  });

  it('sends the desk nothing that it could not deliver, and goes on when it is heard', async () => {
    const asked: string[] = [];
    const { desk, hear } = deskInHand((channel) => {
      asked.push(channel);
      return channel === 'event.command' ? done : { state: stateAt(3), now: 0 };
    });
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'lost' });
    const sent = replica.send({ type: 'stage.clear' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await sent).toMatchObject({ ok: false, code: 'desk.offline' });
    expect(asked).not.toContain('event.command');
    hear({ type: 'alive', now: 0 });
    expect(replica.snapshot().saved).toBe('saved');
    expect(await replica.send({ type: 'stage.clear' })).toEqual(done);
  });

  it('says of a command whose answer is lost that nobody knows, and holds nothing against the desk', async () => {
    const { desk, hear } = deskInHand(() => {
      throw new DeskError('desk.offline');
    });
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'state', state: stateAt(3), now: 0 });
    const sent = await replica.send({ type: 'stage.clear' });
    expect(sent).toMatchObject({ ok: false, code: 'desk.unanswered' });
    expect(replica.snapshot().saved).toBe('failed');
    hear({ type: 'lost' });
    hear({ type: 'alive', now: 0 });
    expect(replica.snapshot().saved).toBe('saved');
  });

  it('keeps nothing on a device that was put out', async () => {
    const { desk, hear } = deskInHand(() => {
      throw new DeskError('desk.notPaired');
    });
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'state', state: stateAt(3), now: 0 });
    hear({ type: 'lost' });
    await vi.advanceTimersByTimeAsync(0);
    const { state, failure } = replica.snapshot();
    expect([state, failure?.code]).toEqual([null, 'desk.notPaired']);
  });

  it('learns why there is no state when none comes', async () => {
    const { desk } = deskInHand(() => {
      throw new DeskError('event.unknown', { id: 'e' });
    });
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(2_000);
    expect(replica.snapshot().failure?.code).toBe('event.unknown');
  });

  it('is unsaved from a failure until the next command that goes through', async () => {
    let full = true;
    const { desk } = deskInHand(() => {
      if (full) throw new DeskError('store.disk-full');
      return done;
    });
    const replica = new Replica(desk, 'e');
    const outcome = await replica.send({ type: 'stage.clear' });
    expect(outcome).toMatchObject({ ok: false, code: 'store.disk-full' });
    expect(replica.snapshot()).toMatchObject({
      saved: 'failed',
      failure: { code: 'store.disk-full' },
    });
    full = false;
    await replica.send({ type: 'stage.clear' });
    expect(replica.snapshot()).toMatchObject({ saved: 'saved', failure: undefined });
  });

  it('tells why the desk has no backup until it has one, and that all is saved', () => {
    const { desk, hear } = deskInHand(() => done);
    const replica = new Replica(desk, 'e');
    replica.subscribe(() => {});
    hear({ type: 'state', state: stateAt(0), now: 0 });
    const notBackedUp = { code: 'store.denied', params: {}, message: '' };
    hear({ type: 'alive', now: 1_000, notBackedUp });
    expect(replica.snapshot()).toMatchObject({ notBackedUp, saved: 'saved' });
    hear({ type: 'alive', now: 2_000 });
    expect(replica.snapshot().notBackedUp).toBeUndefined();
  });

  it('hangs up when nobody looks any more, but not for a moment’s absence', async () => {
    const { desk, isListening } = deskInHand(() => done);
    const replica = new Replica(desk, 'e');
    const leave = replica.subscribe(() => {});
    leave();
    const leaveAgain = replica.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    expect(isListening()).toBe(true);
    leaveAgain();
    await vi.advanceTimersByTimeAsync(10);
    expect(isListening()).toBe(false);
  });
});

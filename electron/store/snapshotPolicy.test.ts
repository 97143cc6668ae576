import { expect, test } from 'vitest';
import { snapshotPolicy } from './snapshotPolicy';

function fakeTimer() {
  let waiting: { ms: number; work: () => void } | null = null;
  return {
    set: (ms: number, work: () => void) => {
      waiting = { ms, work };
    },
    clear: () => {
      waiting = null;
    },
    /** The quiet time asked for, null when none is. */
    get ms() {
      return waiting?.ms ?? null;
    },
    ring: () => {
      const due = waiting;
      waiting = null;
      due?.work();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function policyWith({ failing = 0 } = {}) {
  const timer = fakeTimer();
  const written: number[] = [];
  const failures: unknown[] = [];
  let commits = 0;
  let toFail = failing;
  const time = { ms: 0, perWrite: 0 };
  const policy = snapshotPolicy({
    timer,
    every: 500,
    idleMs: 5_000,
    clock: () => time.ms,
    failed: (error) => failures.push(error),
    write: async () => {
      if (toFail-- > 0) throw new Error('disk full');
      written.push(commits);
      time.ms += time.perWrite;
    },
  });
  const commit = (times = 1) => {
    for (let i = 0; i < times; i++) {
      commits++;
      policy.committed();
    }
  };
  return { timer, written, failures, policy, commit, time };
}

test('the 500th commit asks for a snapshot', async () => {
  const { written, commit } = policyWith();
  commit(499);
  await settled();
  expect(written).toEqual([]);
  commit();
  await settled();
  expect(written).toEqual([500]);
});

test('five quiet seconds after the last commit ask for one', async () => {
  const { timer, written, commit } = policyWith();
  commit(3);
  expect(timer.ms).toBe(5_000);
  timer.ring();
  await settled();
  expect(written).toEqual([3]);
  expect(timer.ms).toBeNull();
});

test('quitting writes what no snapshot holds, and nothing when all is written', async () => {
  const { timer, written, policy, commit } = policyWith();
  await policy.quit();
  expect(written).toEqual([]);
  commit(2);
  await policy.quit();
  expect(written).toEqual([2]);
  expect(timer.ms).toBeNull();
});

test('a failed snapshot is reported and tried again after a quiet while', async () => {
  const { timer, written, failures, commit } = policyWith({ failing: 1 });
  commit(500);
  await settled();
  expect(failures).toHaveLength(1);
  expect(timer.ms).toBe(5_000);
  timer.ring();
  await settled();
  expect(written).toEqual([500]);
});

test('a snapshot on quitting that fails is heard of', async () => {
  const { policy, commit } = policyWith({ failing: 1 });
  commit();
  await expect(policy.quit()).rejects.toThrow('disk full');
});

test('commits during a snapshot stay due', async () => {
  const { timer, written, commit } = policyWith();
  commit(500);
  commit(2);
  await settled();
  expect(timer.ms).toBe(5_000);
  timer.ring();
  await settled();
  expect(written.at(-1)).toBe(502);
});

test('in a rush of commits snapshots rest twenty times as long as they take', async () => {
  const { written, commit, time } = policyWith();
  time.perWrite = 100;
  commit(500);
  await settled();
  time.ms += 1_999;
  commit(500);
  await settled();
  expect(written).toEqual([500]);
  time.ms += 1;
  commit(500);
  await settled();
  expect(written).toEqual([500, 1_500]);
});

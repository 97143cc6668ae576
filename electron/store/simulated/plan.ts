import fc from 'fast-check';
import type { Fault } from './faults';
import type { Stop } from './simulatedDisk';

/** Something goes wrong with the disk from now on, until 'heal'. */
export type Trouble =
  | { kind: 'fault'; fault: Fault }
  | { kind: 'short'; bytes: number }
  /** So many bytes more, then the disk is full. */
  | { kind: 'full'; bytes: number }
  /** The database's last byte is not kept although the disk says so. */
  | { kind: 'swallow' };

/** One thing a run of the program does. Numbers of bytes and of turns of the event loop. */
export type Act =
  /** Commits, each given by the lengths of its facts, asked so many turns one after the other. */
  | { do: 'commit'; commits: number[][]; pause: number }
  | { do: 'settle' }
  | { do: 'turns'; turns: number }
  /** A snapshot of the state so many commits before the last durable one; negative: not durable yet. */
  | { do: 'snapshot'; back: number }
  | { do: 'trouble'; trouble: Trouble }
  | { do: 'heal' };

/** A run of the program, from opening to its end. */
export interface Life {
  acts: Act[];
  stop: Stop;
  end: 'kill' | 'power cut';
  /** Troubles that are there when the program opens the event. */
  opening: Trouble[];
}

export interface Plan {
  seed: number;
  lives: Life[];
}

/** One bit of a file flips on the disk between two lives; `where` is its place in ten-thousandths of the length. */
export interface Damage {
  file: string;
  where: number;
}

const lengths = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 900 }) },
  { weight: 1, arbitrary: fc.integer({ min: 3_000, max: 9_000 }) },
);
const commits = fc.array(fc.array(lengths, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 5,
});

const SYNC_AND_WRITE = ['write', 'datasync', 'truncate', 'syncFolder', 'close', 'size'] as const;

const fault = fc.oneof(
  fc.record({
    step: fc.constantFrom(...SYNC_AND_WRITE),
    code: fc.constantFrom('EIO', 'ENOSPC'),
    spare: fc.nat(2),
    times: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({ step: fc.constant('datasync' as const), code: fc.constant('EIO'), spare: fc.nat(1) }),
  fc.record({
    step: fc.constantFrom('rename' as const, 'remove' as const),
    code: fc.constantFrom('EPERM', 'EBUSY', 'EACCES'),
    spare: fc.nat(1),
    times: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    step: fc.constantFrom('open' as const, 'read' as const, 'list' as const),
    code: fc.constantFrom('EACCES', 'EIO', 'EMFILE'),
    spare: fc.nat(1),
  }),
);

const anyTrouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('fault' as const), fault }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('full' as const), bytes: fc.nat(3_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('short' as const),
      bytes: fc.integer({ min: 200, max: 900 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Trouble>({ kind: 'swallow' }) },
);

const acts = (trouble: fc.Arbitrary<Trouble>): fc.Arbitrary<Act> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('commit' as const), commits, pause: fc.nat(4) }),
    },
    { weight: 3, arbitrary: fc.constant<Act>({ do: 'settle' }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('turns' as const), turns: fc.nat(6) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('snapshot' as const),
        back: fc.integer({ min: -2, max: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('trouble' as const), trouble }) },
    { weight: 1, arbitrary: fc.constant<Act>({ do: 'heal' }) },
  );

const stop: fc.Arbitrary<Stop> = fc.oneof(
  fc.record({ at: fc.nat(70), done: fc.boolean() }),
  fc.record({
    step: fc.constantFrom(
      'write' as const,
      'datasync' as const,
      'truncate' as const,
      'rename' as const,
      'syncFolder' as const,
    ),
    at: fc.nat(6),
    done: fc.boolean(),
  }),
);

const lives = (trouble: fc.Arbitrary<Trouble>): fc.Arbitrary<Life> =>
  fc.record({
    acts: fc.array(acts(trouble), { maxLength: 7 }),
    stop,
    end: fc.constantFrom('power cut' as const, 'kill' as const),
    opening: fc.oneof(
      { weight: 4, arbitrary: fc.constant<Trouble[]>([]) },
      { weight: 1, arbitrary: fc.array(trouble, { minLength: 1, maxLength: 2 }) },
    ),
  });

/**
 * Whatever can happen to an event's files from one run of the program to the next; most troubles are
 * of the favourites where some are given.
 */
export function plans(favourites: readonly Trouble[] = []): fc.Arbitrary<Plan> {
  const trouble =
    favourites.length > 0
      ? fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...favourites) },
          { weight: 1, arbitrary: anyTrouble },
        )
      : anyTrouble;
  return fc.record({
    seed: fc.nat(),
    lives: fc.array(lives(trouble), { minLength: 1, maxLength: 4 }),
  });
}

/** A bit that flips in a file of the event. */
export function damages(file: string): fc.Arbitrary<Damage> {
  return fc.record({
    file: fc.constant(file),
    where: fc.nat(9_999),
  });
}

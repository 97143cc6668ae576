import type { Role } from '../../shared/network/roles';

const MIB = 1024 * 1024;

/** A burst of so many requests at once, and so many more each second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** How much one side may ask of the desk, so that no device can take it from the others. */
export interface Limits {
  /** Largest body, bytes. A desk brings in registration files of 100 MB as base64, with some room. */
  body: { desk: number; others: number };
  /** Requests of one address in one role; a program at the desk sends thousands in a row. */
  rates: Record<Role | 'stranger' | 'pages', Rate>;
  /** Connections at one time, in all and from one address of another machine, and how often that one comes. */
  connections: { all: number; each: number; coming: Rate };
  /** Until a request's headers, and the whole of it, must have come; ms. */
  headersMs: number;
  requestMs: number;
  /** How far a listener may be behind before it is dropped, bytes; it then joins anew. */
  behind: { state: number; stage: number };
}

/** For a few desks and 300 screens, with room. */
export const LIMITS: Limits = {
  body: { desk: 150 * MIB, others: MIB },
  rates: {
    desk: { burst: 20_000, perSecond: 5_000 },
    reception: { burst: 600, perSecond: 100 },
    moderator: { burst: 600, perSecond: 100 },
    stage: { burst: 3_000, perSecond: 300 },
    kiosk: { burst: 60, perSecond: 5 },
    stranger: { burst: 300, perSecond: 50 },
    pages: { burst: 20_000, perSecond: 2_000 },
  },
  connections: { all: 2_000, each: 256, coming: { burst: 300, perSecond: 20 } },
  headersMs: 10_000,
  requestMs: 300_000,
  behind: { state: 64 * MIB, stage: 4 * MIB },
};

/** So many counts are kept; when they are more, all begin anew. */
const COUNTED = 10_000;

/** Counts what each has asked for; `take` answers whether one more is within the rate. */
export function createBuckets(clock: () => number = () => performance.now()) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key: string, { burst, perSecond }: Rate): boolean {
      const now = clock();
      const { left, at } = buckets.get(key) ?? { left: burst, at: now };
      const full = Math.min(burst, left + ((now - at) / 1_000) * perSecond);
      if (buckets.size > COUNTED) buckets.clear();
      buckets.set(key, { left: full >= 1 ? full - 1 : full, at: now });
      return full >= 1;
    },
  };
}
export type Buckets = ReturnType<typeof createBuckets>;

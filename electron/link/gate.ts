import { createHash, timingSafeEqual } from 'node:crypto';
import { newTokens } from './tokens';
import type { Tokens } from './tokens';

/** What a token lets its bearer do: everything, or only see what the stage shows. */
export type Role = 'desk' | 'stage';

export const ROLES: readonly Role[] = ['desk', 'stage'];

/** Name of the pairing cookie of a role; two roles may be paired with one browser. */
export const cookieName = (role: Role): string => (role === 'desk' ? 'nuija' : 'nuija-stage');

/** Wrong tries per address and minute before the gate stays shut for the rest of the minute. */
const TRIES = 30;
const MINUTE = 60_000;

/** The tokens of the desk and who comes in with them. */
export interface Gate {
  token(role: Role): string;
  /** The role of a presented token, or null. Compared in constant time. */
  roleOf(token: string): Role | null;
  /** Counts a wrong try; true when this address has had too many in this minute. */
  wrongTry(address: string, now: number): boolean;
  /** Whether the address has to wait. */
  shutFor(address: string, now: number): boolean;
}

/** Without kept tokens they are drawn anew, and every browser has to be paired again. */
export function createGate(tokens: Tokens = newTokens()): Gate {
  const digests = ROLES.map((role) => ({ role, digest: digest(tokens[role]) }));
  const tries = new Map<string, { since: number; count: number }>();
  const triesOf = (address: string, now: number) => {
    const known = tries.get(address);
    return known && now - known.since < MINUTE ? known : { since: now, count: 0 };
  };
  return {
    token: (role) => tokens[role],
    roleOf: (token) => {
      const presented = digest(token);
      let found: Role | null = null;
      for (const { role, digest: known } of digests) {
        if (timingSafeEqual(presented, known)) found = role;
      }
      return found;
    },
    wrongTry: (address, now) => {
      const { since, count } = triesOf(address, now);
      if (tries.size > 10_000) tries.clear();
      tries.set(address, { since, count: count + 1 });
      return count + 1 >= TRIES;
    },
    shutFor: (address, now) => triesOf(address, now).count >= TRIES,
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { ROLES } from '../../shared/network/roles';
import type { Role } from '../../shared/network/roles';
import { newToken, newTokens } from './tokens';
import type { Tokens } from './tokens';

/**
 * Name of the pairing cookie of a role; two roles may be paired with one browser. An encrypted address has
 * names of its own: a browser lets no plain one replace a cookie that it keeps for encrypted ones, and takes
 * `__Host-` from nobody but them.
 */
export function cookieName(role: Role, secure: boolean): string {
  const name = role === 'desk' ? 'nuija' : `nuija-${role}`;
  return secure ? `__Host-${name}` : name;
}

/** Wrong tries per address and minute before the gate stays shut for the rest of the minute. */
const TRIES = 30;
const MINUTE = 60_000;

/** So many addresses, and so many tokens that hold no more, are remembered. */
const REMEMBERED = 10_000;
const RETIRED = 100;

/** The tokens of the desk and who comes in with them. */
export interface Gate {
  token(role: Role): string;
  /** The role of a presented token, or null. Compared in constant time. */
  roleOf(token: string): Role | null;
  /** Counts a wrong try, unless the token was a right one once: that is no guess. */
  wrongTry(address: string, now: number, token?: string): void;
  /** Whether the address has to wait; one from which this role has come in before never has to. */
  shutFor(address: string, now: number, role: Role | null): boolean;
  /** Somebody came in with the right token. */
  cameIn(address: string, role: Role): void;
  /** A new token for a role; the old one opens nothing from now on. All tokens are answered. */
  renew(role: Role): Tokens;
  /** Calls back when a role's token was renewed; the answered function ends it. */
  onRenewed(listener: (role: Role) => void): () => void;
}

/** Without kept tokens they are drawn anew, and every browser has to be paired again. */
export function createGate(given: Tokens = newTokens()): Gate {
  const tokens = { ...given };
  const digests = new Map(ROLES.map((role) => [role, digest(tokens[role])]));
  const tries = new Map<string, { since: number; count: number }>();
  const known = new Set<string>();
  const retired: Buffer[] = [];
  const listeners = new Set<(role: Role) => void>();
  const triesOf = (address: string, now: number) => {
    const found = tries.get(address);
    return found && now - found.since < MINUTE ? found : { since: now, count: 0 };
  };
  return {
    token: (role) => tokens[role],
    roleOf: (token) => {
      const presented = digest(token);
      let found: Role | null = null;
      for (const [role, right] of digests) {
        if (timingSafeEqual(presented, right)) found = role;
      }
      return found;
    },
    wrongTry: (address, now, token) => {
      if (token !== undefined) {
        const presented = digest(token);
        if (retired.some((one) => timingSafeEqual(presented, one))) return;
      }
      const { since, count } = triesOf(address, now);
      if (tries.size > REMEMBERED) tries.clear();
      tries.set(address, { since, count: count + 1 });
    },
    shutFor: (address, now, role) =>
      triesOf(address, now).count >= TRIES && !(role && known.has(`${address} ${role}`)),
    cameIn: (address, role) => {
      if (known.size > REMEMBERED) known.clear();
      known.add(`${address} ${role}`);
    },
    renew: (role) => {
      retired.push(digest(tokens[role]));
      if (retired.length > RETIRED) retired.shift();
      tokens[role] = newToken();
      digests.set(role, digest(tokens[role]));
      for (const listener of listeners) listener(role);
      return { ...tokens };
    },
    onRenewed: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

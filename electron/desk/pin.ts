import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 32 MB and some 80 ms a try on a laptop: it slows down guessing, a PIN is short all the same. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;

/** A PIN as it is kept with the event: `scrypt$<salt>$<hash>`, both base64url. */
export async function hashOf(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derived(pin, salt)).toString('base64url')}`;
}

/** Whether this is the PIN; compared in constant time. */
export async function isPin(pin: string, kept: string): Promise<boolean> {
  const [kind, salt, hash] = kept.split('$');
  if (kind !== 'scrypt' || !salt || !hash) return false;
  const wanted = Buffer.from(hash, 'base64url');
  const given = await derived(pin, Buffer.from(salt, 'base64url'));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function derived(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** Wrong tries in a row before one has to wait, and how long, in ms. */
const TRIES = 5;
const WAIT = 30_000;

/** Slows down whoever tries one PIN after another, event by event. */
export class PinTries {
  private readonly wrong = new Map<string, { count: number; until: number }>();

  /** How long this event takes no further try, ms. */
  waitMs(event: string, now: number): number {
    return Math.max(0, (this.wrong.get(event)?.until ?? 0) - now);
  }

  /** Counts a try; a right one makes the earlier ones forgotten. */
  tried(event: string, right: boolean, now: number): void {
    if (right) {
      this.wrong.delete(event);
      return;
    }
    const count = (this.wrong.get(event)?.count ?? 0) + 1;
    this.wrong.set(event, { count, until: count % TRIES === 0 ? now + WAIT : 0 });
  }
}

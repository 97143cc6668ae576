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

/** The door that a PIN opens, event by event; it slows down whoever tries one PIN after another. */
export class PinDoor {
  private readonly wrong = new Map<string, { count: number; until: number }>();

  constructor(private readonly isRight: typeof isPin = isPin) {}

  /** `now` in ms, monotonic. An event without a PIN is open to anything. */
  async check(
    event: string,
    pin: string,
    kept: string,
    now: number,
  ): Promise<{ opened: boolean; waitMs: number }> {
    if (kept === '') return { opened: true, waitMs: 0 };
    const before = this.waitMs(event, now);
    if (before > 0) return { opened: false, waitMs: before };
    // Counted before it is known, so that many tries at once are not one.
    this.count(event, now);
    const opened = await this.isRight(pin, kept);
    if (opened) this.wrong.delete(event);
    return { opened, waitMs: opened ? 0 : this.waitMs(event, now) };
  }

  private waitMs(event: string, now: number): number {
    return Math.max(0, (this.wrong.get(event)?.until ?? 0) - now);
  }

  private count(event: string, now: number): void {
    const count = (this.wrong.get(event)?.count ?? 0) + 1;
    this.wrong.set(event, { count, until: count % TRIES === 0 ? now + WAIT : 0 });
  }
}

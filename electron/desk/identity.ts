import { randomFillSync } from 'node:crypto';
import { encodeTime, incrementBase32, TIME_LEN } from 'ulid';
import { makeCode, makeTag } from '../../shared/model/code';
import type { Instant } from '../../shared/model/units';

/** What a desk draws by lot: ids in order of time, codes and tags that cannot be guessed. */
export interface Identity {
  /** A ULID later in order than every one before it. */
  newId(now: Instant): string;
  newCode(tag: string): string;
  newTag(): string;
}

export function createIdentity(): Identity {
  const draw = lots();
  const [forId, forCode, forTag] = [new Uint8Array(16), new Uint8Array(9), new Uint8Array(2)];
  return {
    newId: ordered(() => Array.from(draw(forId), (byte) => DIGITS.charAt(byte % 32)).join('')),
    newCode: (tag) => makeCode(tag, draw(forCode)),
    newTag: () => makeTag(draw(forTag)),
  };
}

const ULID_LENGTH = 26;

/** Crockford's base 32, as ULIDs are written. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * ULIDs each later than the one before, as ulid's own `monotonicFactory` makes them: within a millisecond, or
 * when the clock went back, the random part is counted up. An import asks for thousands, so what does not carry
 * only changes the last digit. They come out of bytes: a text put together of two would be copied once more by
 * whatever looks into it first.
 */
function ordered(randomDigits: () => string): (now: Instant) => string {
  let time = -Infinity;
  const digits = Buffer.alloc(ULID_LENGTH);
  let last = DIGITS.length;
  return (now) => {
    if (now <= time && last + 1 < DIGITS.length) {
      last += 1;
      digits[ULID_LENGTH - 1] = DIGITS.charCodeAt(last);
      return digits.toString('latin1');
    }
    const before = digits.toString('latin1');
    const id =
      now > time
        ? encodeTime(now, TIME_LEN) + randomDigits()
        : before.slice(0, TIME_LEN) + incrementBase32(before.slice(TIME_LEN));
    time = Math.max(time, now);
    digits.write(id, 'latin1');
    last = DIGITS.indexOf(id.slice(-1));
    return id;
  };
}

/**
 * Fills bytes at random, drawn from the system 4,096 at a time: one by one an id costs 35 µs. None is given twice.
 * The same few bytes are filled again and again: a view of each draw would be larger than the code made of it.
 */
function lots(): (into: Uint8Array) => Uint8Array {
  const bytes = new Uint8Array(4_096);
  let used = bytes.length;
  return (into) => {
    if (used + into.length > bytes.length) {
      randomFillSync(bytes);
      used = 0;
    }
    for (let at = 0; at < into.length; at++) into[at] = bytes[used++] ?? 0;
    return into;
  };
}

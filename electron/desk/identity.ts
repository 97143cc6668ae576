import { randomBytes, randomFillSync } from 'node:crypto';
import { monotonicFactory } from 'ulid';
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
  const ulid = monotonicFactory(lots());
  return {
    newId: (now) => ulid(now),
    newCode: (tag) => makeCode(tag, randomBytes(9)),
    newTag: () => makeTag(randomBytes(2)),
  };
}

/** Random numbers in [0, 1), drawn from the system 1,024 at a time: one by one an id costs 35 µs. */
function lots(): () => number {
  const bytes = new Uint8Array(1_024);
  let used = bytes.length;
  return () => {
    if (used === bytes.length) {
      randomFillSync(bytes);
      used = 0;
    }
    return (bytes[used++] ?? 0) / 256;
  };
}

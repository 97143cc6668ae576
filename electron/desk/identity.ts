import { randomBytes } from 'node:crypto';
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
  const ulid = monotonicFactory(() => randomBytes(1).readUInt8() / 256);
  return {
    newId: (now) => ulid(now),
    newCode: (tag) => makeCode(tag, randomBytes(9)),
    newTag: () => makeTag(randomBytes(2)),
  };
}

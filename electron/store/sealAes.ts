import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { CipherGCM, KeyObject } from 'node:crypto';
import type { Seal, Sealing } from './seal';
import { StoreError } from './storeError';

// Base64 of: which key (6 bytes) | nonce (12) | AES-256-GCM of the UTF-8 text | tag (16)
const CIPHER = 'aes-256-gcm';
const MARK = 6;
const NONCE = 12;
const TAG = 16;

/** Tells a key from others without telling anything of it: the first 48 bits of an HMAC under it. */
export function keyMark(key: KeyObject): Buffer {
  return createHmac('sha256', key).update('nuija key mark').digest().subarray(0, MARK);
}

/**
 * Seals the files of one event with AES-256-GCM (NIST SP 800-38D). Each text gets a random 96-bit nonce, which
 * is safe for 2^32 texts under one key; the event and the place are authenticated with it, so a text moved
 * from elsewhere does not open. `open` throws StoreError 'noKey' where another key sealed the text.
 */
export function aesSeal(key: KeyObject, event: string): Seal {
  const mark = keyMark(key);
  const bound = (place: string) => Buffer.from(JSON.stringify(['nuija', event, place]));
  return {
    seal: (text, place) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(bound(place));
      const parts = [mark, nonce, cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64');
    },
    open: (sealed, place) => {
      const bytes = Buffer.from(sealed, 'base64');
      // Base64 has several spellings of the same bytes; only the one that was written is taken.
      if (bytes.length < MARK + NONCE + TAG || bytes.toString('base64') !== sealed) {
        throw new StoreError('tampered', `${place} is not as it was sealed`);
      }
      const marked = bytes.subarray(0, MARK).equals(mark);
      const text = decrypted(key, bytes, bound(place));
      if (text !== null && marked) return text;
      if (text !== null || marked) {
        throw new StoreError('tampered', `${place} is not as it was sealed`);
      }
      const other = bytes.toString('hex', 0, MARK);
      const message = `${place} was sealed with key ${other}, not with ${mark.toString('hex')}`;
      throw new StoreError('noKey', message);
    },
    sealing: (place) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(bound(place));
      return new AesSealing(cipher, Buffer.concat([mark, nonce]));
    },
  };
}

/** The text, or null where key, place or a single bit differ from what was sealed. */
function decrypted(key: KeyObject, bytes: Buffer, bound: Buffer): string | null {
  const nonce = bytes.subarray(MARK, MARK + NONCE);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  decipher.setAAD(bound).setAuthTag(bytes.subarray(bytes.length - TAG));
  const plain = decipher.update(bytes.subarray(MARK + NONCE, bytes.length - TAG));
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    return null; // the tag does not fit: the caller says which of the reasons it is
  }
}

/** Gives out whole groups of 3 bytes, so that the pieces of Base64 join without padding between them. */
class AesSealing implements Sealing {
  readonly #cipher: CipherGCM;
  #kept: Buffer;
  /** The first half of a character that two pieces share. */
  #half = '';

  constructor(cipher: CipherGCM, head: Buffer) {
    this.#cipher = cipher;
    this.#kept = head;
  }

  piece(text: string): string {
    const joined = this.#half + text;
    const last = joined.charCodeAt(joined.length - 1);
    const cut = last >= 0xd800 && last <= 0xdbff ? joined.length - 1 : joined.length;
    this.#half = joined.slice(cut);
    return this.#whole(this.#cipher.update(joined.slice(0, cut), 'utf8'));
  }

  end(): string {
    const rest = this.#cipher.update(this.#half, 'utf8');
    const closed = [this.#kept, rest, this.#cipher.final(), this.#cipher.getAuthTag()];
    return Buffer.concat(closed).toString('base64');
  }

  #whole(bytes: Buffer): string {
    const all = Buffer.concat([this.#kept, bytes]);
    const whole = all.length - (all.length % 3);
    this.#kept = all.subarray(whole);
    return all.toString('base64', 0, whole);
  }
}

import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  scrypt,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { checksumText } from './journalLine';
import { keyMark } from './sealAes';
import { StoreError } from './storeError';

/** Beside the files of an event that has a passphrase: their key, wrapped by it. */
export const KEY_FILE = 'key.json';

export const KEY_VERSION = 1;

/** What one try of a passphrase costs (RFC 7914): memory is 128 · N · r bytes, work N · r · p. */
export interface ScryptCost {
  N: number;
  r: number;
  p: number;
}

/** OWASP's first choice of parameters for scrypt: 128 MiB, some tenths of a second. */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** What a key file may ask for at most, so that a made-up one cannot eat the memory or the day. */
const MOST_MEMORY = 512 * 1024 * 1024;
const MOST_WORK = 2 ** 24;

const SALT = 16;
const NONCE = 12;
const KEY = 32;
const TAG = 16;

/** A key file's text without its checksum: `{"format":"nuija-key","version":1,…`. */
interface KeyFile {
  event: string;
  /** `keyMark` of the key, in hex. */
  key: string;
  kdf: ScryptCost & { name: 'scrypt'; salt: string };
  /** Base64 of nonce | AES-256-GCM of the key | tag. */
  wrapped: string;
}

/** A new random key, and the file that gives it to whoever knows the passphrase. */
export async function makeKeyFile(
  passphrase: string,
  event: string,
  cost: ScryptCost = SCRYPT_COST,
): Promise<{ key: KeyObject; bytes: Buffer }> {
  const key = createSecretKey(randomBytes(KEY));
  const salt = randomBytes(SALT);
  const named = {
    event,
    key: keyMark(key).toString('hex'),
    kdf: { name: 'scrypt' as const, ...cost, salt: salt.toString('base64') },
  };
  const wrapping = await derived(passphrase, salt, cost);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(boundTo(named));
  const parts = [nonce, cipher.update(key.export()), cipher.final(), cipher.getAuthTag()];
  return { key, bytes: written({ ...named, wrapped: Buffer.concat(parts).toString('base64') }) };
}

/**
 * The key in a key file. Throws StoreError 'wrong' for another passphrase, 'noKey' where there is no file
 * (null), it is damaged or belongs to another event, 'newer' for a later version of the format.
 */
export async function openKeyFile(
  bytes: Buffer | null,
  passphrase: string,
  event: string,
): Promise<KeyObject> {
  const file = readKeyFile(bytes, event);
  const wrapped = Buffer.from(file.wrapped, 'base64');
  if (wrapped.length !== NONCE + KEY + TAG) throw noKey('the wrapped key has another length');
  const salt = Buffer.from(file.kdf.salt, 'base64');
  const wrapping = await derived(passphrase, salt, file.kdf);
  const nonce = wrapped.subarray(0, NONCE);
  const decipher = createDecipheriv('aes-256-gcm', wrapping, nonce, { authTagLength: TAG });
  decipher.setAAD(boundTo(file)).setAuthTag(wrapped.subarray(NONCE + KEY));
  const opened = decipher.update(wrapped.subarray(NONCE, NONCE + KEY));
  try {
    decipher.final();
  } catch (error) {
    throw new StoreError('wrong', 'that is not the passphrase', KEY_FILE, error);
  }
  return createSecretKey(opened);
}

/**
 * Checks a key file without its passphrase. Throws as `openKeyFile` does, but for 'wrong'.
 */
export function readKeyFile(bytes: Buffer | null, event: string): KeyFile {
  if (bytes === null) throw noKey('there is no such file');
  const text = bytes.toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw noKey(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isRecord(json) || json['format'] !== 'nuija-key' || typeof json['version'] !== 'number') {
    throw noKey('it is not the key of an event');
  }
  if (json['version'] > KEY_VERSION) {
    const message = `${KEY_FILE}: version ${json['version']} of the format, this Nuija reads ${KEY_VERSION}`;
    throw new StoreError('newer', message, KEY_FILE);
  }
  const file = keyFileOf(json);
  if (!file || !written(file).equals(bytes))
    throw noKey('the bytes are not those that were written');
  if (file.event !== event) throw noKey(`it belongs to event ${file.event}`);
  const { N, r, p } = file.kdf;
  const sound = [N, r, p].every((one) => Number.isSafeInteger(one) && one >= 1);
  if (!sound || N < 2 || !Number.isInteger(Math.log2(N))) throw noKey('its costs make no sense');
  if (128 * N * r > MOST_MEMORY || N * r * p > MOST_WORK) {
    throw noKey('it asks for more memory or work than Nuija gives to one passphrase');
  }
  return file;
}

/** The bytes of a key file; there is one way only to write it. */
function written({ event, key, kdf, wrapped }: KeyFile): Buffer {
  const { name, N, r, p, salt } = kdf;
  const content = {
    format: 'nuija-key',
    version: KEY_VERSION,
    event,
    key,
    kdf: { name, N, r, p, salt },
    wrapped,
  };
  const body = JSON.stringify(content).slice(0, -1);
  return Buffer.from(`${body},"crc":"${checksumText(crc32(body))}"}\n`);
}

/** What is authenticated with the wrapped key: all that stands beside it. */
function boundTo({ event, key, kdf }: Omit<KeyFile, 'wrapped'>): Buffer {
  const { N, r, p, salt } = kdf;
  return Buffer.from(JSON.stringify(['nuija key', KEY_VERSION, event, key, N, r, p, salt]));
}

/** Scrypts run one after the other: each takes its own memory. */
let last: Promise<unknown> = Promise.resolve();

function derived(passphrase: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<KeyObject> {
  const run = () =>
    new Promise<KeyObject>((resolve, reject) => {
      // The same letters typed on another system may come as other code points.
      const typed = passphrase.normalize('NFKC');
      const options = { N, r, p, maxmem: 128 * r * (N + p) + 1024 * 1024 };
      scrypt(typed, salt, KEY, options, (error, bytes) =>
        error ? reject(error) : resolve(createSecretKey(bytes)),
      );
    });
  const mine = last.then(run);
  last = mine.catch(() => undefined); // whoever asked hears of it through `mine`
  return mine;
}

function keyFileOf(json: Record<string, unknown>): KeyFile | null {
  const { event, key, kdf, wrapped } = json;
  if (typeof event !== 'string' || typeof key !== 'string' || typeof wrapped !== 'string') {
    return null;
  }
  if (!isRecord(kdf) || kdf['name'] !== 'scrypt' || typeof kdf['salt'] !== 'string') return null;
  const { N, r, p, salt } = kdf;
  if (typeof N !== 'number' || typeof r !== 'number' || typeof p !== 'number') return null;
  return { event, key, kdf: { name: 'scrypt', N, r, p, salt }, wrapped };
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function noKey(why: string): StoreError {
  return new StoreError('noKey', `${KEY_FILE}: ${why}`, KEY_FILE);
}

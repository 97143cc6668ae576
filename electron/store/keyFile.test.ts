import { createDecipheriv, scryptSync } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { KEY_FILE, makeKeyFile, openKeyFile } from './keyFile';
import { StoreError } from './storeError';

const EVENT = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
const PHRASE = 'Nuijamiesten ilta 27.3.';
/** Made with Python: hashlib.scrypt, and AESGCM of the package cryptography. */
const KNOWN =
  '{"format":"nuija-key","version":1,"event":"01K9ZZZZZZZZZZZZZZZZZZZZZZ","key":"a89d62c64121","kdf":{"name":"scrypt","N":1024,"r":8,"p":1,"salt":"ZGVmZ2hpamtsbW5vcHFycw=="},"wrapped":"yMnKy8zNzs/Q0dLTDiYbZfSwtSwtZ7uT+nQ5rb5N/0KwvtqkP0L2mxRuqKU1e4BeKdv1DYH7JHitfnT8","crc":"13aedac0"}\n';
const KNOWN_KEY = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
const QUICK = { N: 2 ** 10, r: 8, p: 1 };

async function codeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  return 'opened';
}

/** The file with one thing changed, and with a checksum that fits again. */
function changed(bytes: Buffer, from: string | RegExp, to: string): Buffer {
  const body = bytes
    .toString()
    .replace(from, to)
    .replace(/,"crc":"[0-9a-f]{8}"\}\n$/, '');
  const sum = crc32(body).toString(16).padStart(8, '0');
  return Buffer.from(`${body},"crc":"${sum}"}\n`);
}

describe(KEY_FILE, () => {
  it('gives the key to the passphrase, however its letters are composed', async () => {
    const { key, bytes } = await makeKeyFile('äänestys ﬁ', EVENT, QUICK);
    const opened = await openKeyFile(bytes, 'äänestys fi', EVENT);
    expect(opened.equals(key)).toBe(true);
  });

  it('is what scrypt and AES-256-GCM give, put together by hand', async () => {
    const { key, bytes } = await makeKeyFile(PHRASE, EVENT, QUICK);
    const file = JSON.parse(bytes.toString());
    const wrapping = scryptSync(PHRASE, Buffer.from(file.kdf.salt, 'base64'), 32, QUICK);
    const wrapped = Buffer.from(file.wrapped, 'base64');
    const open = createDecipheriv('aes-256-gcm', wrapping, wrapped.subarray(0, 12));
    const { salt } = file.kdf;
    open.setAAD(Buffer.from(`["nuija key",1,"${EVENT}","${file.key}",1024,8,1,"${salt}"]`));
    open.setAuthTag(wrapped.subarray(44));
    const opened = Buffer.concat([open.update(wrapped.subarray(12, 44)), open.final()]);
    expect(opened.equals(key.export())).toBe(true);
  });

  it('opens a file made elsewhere', async () => {
    const opened = await openKeyFile(Buffer.from(KNOWN), 'correct horse battery', EVENT);
    expect(opened.export().toString('hex')).toBe(KNOWN_KEY);
  });

  it('costs what OWASP asks for, and the desk goes on meanwhile', async () => {
    const turns = { count: 0 };
    const ticking = setInterval(() => turns.count++, 5);
    const { bytes } = await makeKeyFile(PHRASE, EVENT);
    clearInterval(ticking);
    expect(JSON.parse(bytes.toString()).kdf).toMatchObject({ N: 131_072, r: 8, p: 1 });
    // Made on the event loop it would have let no timer run at all.
    expect(turns.count).toBeGreaterThan(0);
  });

  it('has another key and another salt each time', async () => {
    const [one, two] = [
      await makeKeyFile(PHRASE, EVENT, QUICK),
      await makeKeyFile(PHRASE, EVENT, QUICK),
    ];
    expect(one.key.equals(two.key)).toBe(false);
    expect(JSON.parse(one.bytes.toString()).kdf.salt).not.toBe(
      JSON.parse(two.bytes.toString()).kdf.salt,
    );
  });

  it('answers another passphrase with "wrong"', async () => {
    const { bytes } = await makeKeyFile(PHRASE, EVENT, QUICK);
    expect(await codeOf(openKeyFile(bytes, `${PHRASE} `, EVENT))).toBe('wrong');
    expect(await codeOf(openKeyFile(bytes, '', EVENT))).toBe('wrong');
  });

  it('answers "noKey" when it is missing, damaged, or the one of another event', async () => {
    const { bytes } = await makeKeyFile(PHRASE, EVENT, QUICK);
    expect(await codeOf(openKeyFile(null, PHRASE, EVENT))).toBe('noKey');
    expect(await codeOf(openKeyFile(Buffer.alloc(0), PHRASE, EVENT))).toBe('noKey');
    expect(await codeOf(openKeyFile(Buffer.alloc(200), PHRASE, EVENT))).toBe('noKey');
    const other = '01K9ZZZZZZZZZZZZZZZZZZZZZY';
    expect(await codeOf(openKeyFile(bytes, PHRASE, other))).toBe('noKey');
    for (let length = 0; length < bytes.length; length++) {
      expect(await codeOf(openKeyFile(bytes.subarray(0, length), PHRASE, EVENT))).toBe('noKey');
    }
  });

  it('never opens with a flipped bit', async () => {
    const { bytes } = await makeKeyFile(PHRASE, EVENT, QUICK);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      // A version that a flip makes higher is told as such before anything else.
      expect(['noKey', 'newer']).toContain(await codeOf(openKeyFile(flipped, PHRASE, EVENT)));
    }
  });

  it('does not open with other costs, another salt or mark, even where the checksum fits', async () => {
    const { bytes } = await makeKeyFile(PHRASE, EVENT, QUICK);
    const tries = [
      changed(bytes, '"N":1024', '"N":2048'),
      changed(bytes, /"salt":"./, '"salt":"!'),
      changed(bytes, /"key":"./, '"key":"x'),
      changed(bytes, /"wrapped":"..../, '"wrapped":"AAAA'),
    ];
    for (const file of tries) expect(await codeOf(openKeyFile(file, PHRASE, EVENT))).toBe('wrong');
    expect(await codeOf(openKeyFile(changed(bytes, '', ''), PHRASE, EVENT))).toBe('opened');
  });

  it('takes no costs that would eat the memory or the day, and refuses a later version', async () => {
    const { bytes } = await makeKeyFile(PHRASE, EVENT, QUICK);
    for (const cost of ['4294967296', '1073741824', '1000', '1', '0', '-2', '1e400', '"1024"']) {
      const file = changed(bytes, '"N":1024', `"N":${cost}`);
      expect(await codeOf(openKeyFile(file, PHRASE, EVENT)), cost).toBe('noKey');
    }
    for (const [from, to] of [
      ['"r":8', '"r":100000'],
      ['"p":1', '"p":100000000'],
      ['"p":1', '"p":1.5'],
    ] as const) {
      expect(await codeOf(openKeyFile(changed(bytes, from, to), PHRASE, EVENT)), to).toBe('noKey');
    }
    const later = changed(bytes, '"version":1', '"version":2');
    expect(await codeOf(openKeyFile(later, PHRASE, EVENT))).toBe('newer');
  });
});

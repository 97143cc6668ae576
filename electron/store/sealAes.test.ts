import { createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesSeal, keyMark } from './sealAes';
import { StoreError } from './storeError';

const EVENT = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
const key = createSecretKey(Buffer.alloc(32, 7));
const seal = aesSeal(key, EVENT);

/** Any well-formed text, Finnish letters and characters of two code units among them. */
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  return 'opened';
}

describe('a sealed text', () => {
  it('opens to what was sealed, at its own place', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, place) => {
        expect(seal.open(seal.seal(text, place), place)).toBe(text);
      }),
    );
  });

  it('holds only Base64 and nothing of the text, and is another one each time', () => {
    const text = 'Aino Mäkinen, aino.makinen@malli.example';
    const [one, other] = [seal.seal(text, 'journal 1 1'), seal.seal(text, 'journal 1 1')];
    expect(one).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64').includes('Aino')).toBe(false);
  });

  it('is AES-256-GCM of the text with mark, nonce and tag around it', () => {
    const bytes = Buffer.from(seal.seal('päivää', 'db 40'), 'base64');
    expect(bytes.subarray(0, 6)).toEqual(keyMark(key));
    const open = createDecipheriv('aes-256-gcm', Buffer.alloc(32, 7), bytes.subarray(6, 18));
    open.setAAD(Buffer.from(`["nuija","${EVENT}","db 40"]`));
    open.setAuthTag(bytes.subarray(-16));
    const text = Buffer.concat([open.update(bytes.subarray(18, -16)), open.final()]);
    expect(text.toString()).toBe('päivää');
  });

  it('does not open at another place, in another event or in an unsealed spelling', () => {
    const sealed = seal.seal('Aino', 'journal 12 3');
    expect(codeOf(() => seal.open(sealed, 'journal 13 3'))).toBe('tampered');
    expect(codeOf(() => seal.open(sealed, 'db 12'))).toBe('tampered');
    const elsewhere = aesSeal(key, '01K9ZZZZZZZZZZZZZZZZZZZZZY');
    expect(codeOf(() => elsewhere.open(sealed, 'journal 12 3'))).toBe('tampered');
    expect(codeOf(() => seal.open(`${sealed}\n`, 'journal 12 3'))).toBe('tampered');
    expect(codeOf(() => seal.open('', 'journal 12 3'))).toBe('tampered');
  });

  it('tells the key of other files apart from a text that was changed', () => {
    const other = aesSeal(createSecretKey(randomBytes(32)), EVENT);
    expect(codeOf(() => other.open(seal.seal('Aino', 'db 1'), 'db 1'))).toBe('noKey');
  });

  it('does not open with any one character changed', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.integer({ min: 1, max: 63 }), (text, at, by) => {
        const sealed = seal.seal(text, 'db 1');
        const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
        const where = at % sealed.length;
        const now = alphabet.indexOf(sealed[where] ?? '');
        const next = now === -1 ? 'A' : (alphabet[(now + by) % 64] ?? '');
        const changed = sealed.slice(0, where) + next + sealed.slice(where + 1);
        expect(codeOf(() => seal.open(changed, 'db 1'))).toBe('tampered');
      }),
      { numRuns: 500 },
    );
  });

  it('does not open cut short anywhere', () => {
    const sealed = seal.seal('Kolmas sektori', 'db 1');
    for (let length = 0; length < sealed.length; length++) {
      expect(codeOf(() => seal.open(sealed.slice(0, length), 'db 1'))).toBe('tampered');
    }
  });
});

describe('a text sealed in pieces', () => {
  it('is one sealed text, wherever it was cut', () => {
    const cuts = fc.array(fc.nat(220), { maxLength: 8 });
    fc.assert(
      fc.property(anyText, cuts, (text, at) => {
        const places = [0, ...at.map((one) => one % (text.length + 1)), text.length].sort(
          (a, b) => a - b,
        );
        const sealing = seal.sealing('db 7');
        const parts = places.map((to, i) => sealing.piece(text.slice(places[i - 1] ?? 0, to)));
        expect(seal.open([...parts, sealing.end()].join(''), 'db 7')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives its Base64 out as it goes', () => {
    const sealing = seal.sealing('db 7');
    for (let i = 0; i < 10; i++) expect(sealing.piece('x'.repeat(300)).length).toBeGreaterThan(390);
    expect(sealing.end().length).toBeLessThan(30);
  });
});

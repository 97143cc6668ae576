import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, CODE_LENGTH, isCode, makeCode, makeTag, readCode } from './code';

const ALL = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const bytes = fc.uint8Array({ minLength: 9, maxLength: 9 });
const tag = fc.uint8Array({ minLength: 2, maxLength: 2 }).map(makeTag);

describe('a check-in code', () => {
  it('is twelve of [0-9A-Z], begins with the event’s tag and is whole', () => {
    fc.assert(
      fc.property(tag, bytes, (of, random) => {
        const code = makeCode(of, random);
        expect(code).toMatch(/^[0-9A-Z]{12}$/);
        expect(code).toHaveLength(CODE_LENGTH);
        expect(code.startsWith(of)).toBe(true);
        expect(isCode(code)).toBe(true);
      }),
    );
  });

  it('is found out by its check character when any one character is wrong', () => {
    fc.assert(
      fc.property(tag, bytes, (of, random) => {
        const code = makeCode(of, random);
        for (let place = 0; place < code.length; place++) {
          for (const wrong of ALL) {
            if (wrong === code[place]) continue;
            expect(isCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(false);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has the check character of ISO 7064 MOD 37,36', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('uses every random byte', () => {
    const codes = Array.from({ length: 9 }, (_, place) => {
      const random = new Uint8Array(9);
      random[place] = 1;
      return makeCode('AB', random);
    });
    expect(new Set(codes).size).toBe(9);
  });

  it('has no letter that is misread in its random part', () => {
    const every = Array.from({ length: 256 }, (_, n) => makeCode('AB', new Uint8Array(9).fill(n)));
    expect(every.map((code) => code.slice(2, -1)).join('')).not.toMatch(/[ILOU]/);
  });

  it('is none when it is too short, too long or of other characters', () => {
    const code = makeCode('AB', new Uint8Array(9));
    for (const text of ['', code.slice(1), `${code}0`, code.toLowerCase(), `Ä${code.slice(1)}`]) {
      expect(isCode(text)).toBe(false);
    }
  });

  it('is read through blanks, hyphens, small letters and a scanner’s prefix', () => {
    expect(readCode('\\000026ab12-cd34 ef56\n')).toBe('AB12CD34EF56');
  });
});

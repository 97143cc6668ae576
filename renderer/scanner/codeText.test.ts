import { describe, expect, it } from 'vitest';
import { makeCode } from '../../shared/model/code';
import { affixesIn, codeOfPicture } from './codeText';

const code = makeCode('K7', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]));
const nobody = () => false;

describe('a scanner that is tried out', () => {
  it('shows what it puts around a code', () => {
    expect(affixesIn(`+A${code}#`)).toEqual({ prefix: '+A', suffix: '#' });
    expect(affixesIn(code.toLowerCase())).toEqual({ prefix: '', suffix: '' });
    expect(affixesIn('+A123#')).toBeUndefined();
  });

  it('needs nothing for the marks that are understood anyway, nor for an address', () => {
    for (const text of [`]Q1${code}`, `\\000026${code}`, `https://example.org/${code}?lang=fi`]) {
      expect(affixesIn(text), text).toEqual({ prefix: '', suffix: '' });
    }
  });
});

describe('what a camera reads', () => {
  it('is the code, also that of an address or of another ticket seller', () => {
    expect(codeOfPicture(code, nobody)).toBe(code);
    expect(codeOfPicture(`]Q1${code}`, nobody)).toBe(code);
    expect(codeOfPicture(`https://example.org/t/${code}`, nobody)).toBe(code);
    expect(codeOfPicture('LIPPU-1', (one) => one === 'LIPPU1')).toBe('LIPPU1');
  });

  it('is told as it is, and not at length, when it is no code at all', () => {
    expect(codeOfPicture('WIFI:S:Nuijamies;;', nobody)).toBe('WIFI:S:Nuijamies;;');
    expect(codeOfPicture('a'.repeat(3_000), nobody)).toHaveLength(60);
  });
});

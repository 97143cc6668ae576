import { describe, expect, it } from 'vitest';
import { makeCode } from '../../../shared/model/code';
import { meantAsCode, ScanBurst } from './scanBurst';

const code = makeCode('K7', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]));
const unknown = (_code: string) => false;

/** Sends a text with `gap` ms between characters and Enter after it. */
function send(text: string, gap: number, isKnown = unknown): string | undefined {
  const burst = new ScanBurst();
  let at = 1_000;
  for (const character of text) burst.take(character, (at += gap));
  return burst.close(at + gap, isKnown)?.code;
}

describe('a barcode scanner as a keyboard', () => {
  it('is told from a person by its rhythm', () => {
    expect(send(code, 8)).toBe(code);
    expect(send(code, 220)).toBeUndefined();
  });

  it('is understood in lower case and with the prefix that some send', () => {
    expect(send(code.toLowerCase(), 5)).toBe(code);
    expect(send(`\\000001${code}`, 5)).toBe(code);
  });

  it('is understood when the code is one that only this event knows', () => {
    expect(send('LIPPUX', 5)).toBeUndefined();
    expect(send('LIPPUX', 5, (one) => one === 'LIPPUX')).toBe('LIPPUX');
  });

  it('is not suspected when a name is typed or pasted fast', () => {
    expect(send('Näkkäläjärvi', 2)).toBeUndefined();
    expect(send('korhonen', 2)).toBeUndefined();
  });

  it('is not heard when part of the code is missing', () => {
    expect(send(code.slice(2), 5)).toBeUndefined();
  });

  it('forgets what was typed slowly just before', () => {
    const burst = new ScanBurst();
    burst.take('x', 0);
    for (const [index, character] of [...code].entries()) burst.take(character, 500 + index * 5);
    expect(burst.close(500 + code.length * 5, unknown)).toEqual({ code, from: 0 });
  });

  it('is heard at the end of what a fast typist was typing, and where it began is known', () => {
    for (const prefix of ['', '\\000001']) {
      const burst = new ScanBurst();
      let at = 1_000;
      for (const character of `Jäänyt${prefix}${code}`) burst.take(character, (at += 20));
      expect(burst.close(at + 20, unknown)).toEqual({ code, from: 'Jäänyt'.length });
    }
  });
});

describe('a text that nobody answers to', () => {
  it('was meant as a code when it is letters and digits of a scanner', () => {
    for (const text of ['zz99zz99zz99', 'LIPPU123']) expect(meantAsCode(text)).toBe(true);
    for (const text of ['Korhonen', 'a1', 'Näk1234', 'aho@x9.fi']) {
      expect(meantAsCode(text)).toBe(false);
    }
  });
});

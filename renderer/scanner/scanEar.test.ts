import { describe, expect, it } from 'vitest';
import { makeCode } from '../../shared/model/code';
import { meantAsCode } from './codeText';
import { usCharacter } from './keystroke';
import { ScanEar } from './scanEar';
import type { Scan } from './scanEar';

const code = makeCode('K7', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]));
const other = makeCode('X3', new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2, 1]));
const affixes = { prefix: '', suffix: '' };

interface Sending {
  /** ms between characters. */
  gap?: number;
  known?: readonly string[];
  prefix?: string;
  suffix?: string;
  /** What the same keys give on this machine's layout, where it differs. */
  typed?: string;
}

/** Sends a text key by key. */
function hear(text: string, { gap = 8, known = [], typed = text, ...around }: Sending = {}) {
  const ear = new ScanEar((one) => known.includes(one));
  ear.affixes = { ...affixes, ...around };
  let at = 1_000;
  const scans: Scan[] = [];
  for (const [index, us] of [...text].entries()) {
    scans.push(...ear.take({ us, typed: typed[index] ?? '', at: (at += gap) }));
  }
  return { ear, at, scans };
}

/** The code that Enter closes. */
function send(text: string, sending: Sending = {}): string | undefined {
  const { ear, at } = hear(text, sending);
  return ear.close(at + (sending.gap ?? 8))[0]?.code;
}

describe('a barcode scanner as a keyboard', () => {
  it('is told from a person by its rhythm, a slow scanner from a fast typist', () => {
    expect(send(code, { gap: 8 })).toBe(code);
    expect(send(code, { gap: 30 })).toBe(code);
    expect(send(code, { gap: 60 })).toBeUndefined();
    expect(send(code, { gap: 220 })).toBeUndefined();
  });

  it('may stumble once', () => {
    const ear = new ScanEar(() => false);
    let at = 0;
    for (const [index, us] of [...code].entries()) {
      at += index === 5 ? 110 : 6;
      ear.take({ us, typed: us, at });
    }
    expect(ear.close(at + 6)).toMatchObject([{ code, from: 0 }]);
  });

  it('is understood in lower case, with Caps Lock down and with what scanners put before a code', () => {
    for (const mark of ['', '\\000001', '\\000026', ']Q1', ']C0', ']d2', ']Q2\\000026']) {
      expect(send(mark + code), mark).toBe(code);
      expect(send(mark + code.toLowerCase()), mark).toBe(code);
    }
    const turnedOver = [...code.toLowerCase()].join('');
    expect(send(code, { typed: turnedOver })).toBe(code);
  });

  it('is understood with the prefix and the suffix of this machine', () => {
    expect(send(`+A${code}#`, { prefix: '+A', suffix: '#' })).toBe(code);
    expect(send(`+A${code}#`)).not.toBe(code);
    const { ear, at } = hear(`Jäänyt+a${code}#`, { prefix: '+A', suffix: '#' });
    expect(ear.close(at)[0]?.from).toBe('Jäänyt'.length);
  });

  it('is understood when it believes in a US keyboard and the machine in a Nordic one', () => {
    // \ is ' and ] a dead key on a Finnish keyboard; : is Ö and / is -.
    expect(send(`\\000001${code}`, { typed: `'000001${code}` })).toBe(code);
    expect(hear(`\\000001${code}`, { typed: `'000001${code}` }).ear.idle()[0]?.from).toBe(0);
    expect(send(`]Q1${code}`, { typed: `\0Q1${code}` })).toBe(code);
    const address = `https://example.org/t/${code}`;
    const asTyped = address.replaceAll(':', 'Ö').replaceAll('/', '-');
    expect(send(address, { typed: asTyped })).toBe(code);
    expect(send(`~${code}`, { prefix: '~', typed: `½${code}` })).toBe(code);
  });

  it('is understood when the code stands in an address', () => {
    expect(send(`https://example.org/t/${code}`)).toBe(code);
    expect(send(`https://example.org/t?ticket=${code.toLowerCase()}&lang=fi`)).toBe(code);
  });

  it('is understood when the code is one that only this event knows', () => {
    expect(send('LIPPUX')).toBeUndefined();
    expect(send('LIPPUX', { known: ['LIPPUX'] })).toBe('LIPPUX');
    expect(hear('LIPPUX', { known: ['LIPPUX'] }).ear.idle()[0]?.code).toBe('LIPPUX');
  });

  it('is told when it has read something that nobody knows', () => {
    expect(send('6415600501811')).toBe('6415600501811');
    expect(send('6415600501811', { gap: 60 })).toBeUndefined();
    // Without Enter nothing tells where it ends.
    expect(hear('6415600501811').ear.idle()).toEqual([]);
  });

  it('is not suspected when a name, a phone number or a note is typed or pasted fast', () => {
    for (const text of ['Näkkäläjärvi', 'korhonen', '040 1234567', 'sali 12', 'a@b1.example']) {
      expect(send(text, { gap: 2 }), text).toBeUndefined();
    }
  });

  it('is heard when it sends no Enter, as soon as nothing more comes', () => {
    expect(hear(code).ear.idle()).toMatchObject([{ code, from: 0 }]);
    // A person goes on before that.
    const { ear, at } = hear(code);
    expect(ear.take({ us: 'a', typed: 'a', at: at + 90 })).toMatchObject([{ code }]);
    expect(ear.idle()).toEqual([]);
  });

  it('is waited for until its suffix has come', () => {
    expect(hear(code, { suffix: '#' }).ear.idle()).toEqual([]);
    expect(hear(code, { suffix: '#', known: [code] }).ear.idle()).toEqual([]);
    expect(hear(`${code}#`, { suffix: '#' }).ear.idle()).toMatchObject([{ code, from: 0 }]);
    expect(send(code, { suffix: '#' })).toBe(code);
  });

  it('is heard twice when it sends two codes one behind the other', () => {
    const { ear } = hear(`Jäänyt${code}${other}`);
    expect(ear.idle().map((scan) => scan.code)).toEqual([code, other]);
  });

  it('has its Enter, its second Enter and its line feed to itself', () => {
    const { ear, at } = hear(code);
    ear.close(at + 8);
    expect(ear.trails(at + 8)).toBe(true);
    expect(ear.trails(at + 20)).toBe(true);
    expect(ear.trails(at + 400)).toBe(false);
  });

  it('is not heard when part of the code is missing', () => {
    expect(send(code.slice(2, 11).replaceAll(/\d/g, 'A'))).toBeUndefined();
  });

  it('is heard at the end of what a fast typist was typing, and where it began is known', () => {
    for (const mark of ['', '\\000001']) {
      const { ear, at } = hear(`Jäänyt${mark}${code}`, { gap: 20 });
      expect(ear.close(at + 20)).toMatchObject([{ code, from: 'Jäänyt'.length }]);
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

describe('a key by its place', () => {
  it('gives what a US keyboard gives, whatever the layout of the machine', () => {
    expect(usCharacter('KeyK', false)).toBe('k');
    expect(usCharacter('KeyK', true)).toBe('K');
    expect(usCharacter('Semicolon', true)).toBe(':');
    expect(usCharacter('Slash', false)).toBe('/');
    expect(usCharacter('Digit3', true)).toBe('#');
    expect(usCharacter('Numpad3', true)).toBe('3');
    expect(usCharacter('Enter', false)).toBe('');
  });
});

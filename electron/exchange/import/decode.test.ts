import { describe, expect, it } from 'vitest';
import { decode } from './decode';

const text = 'Näkkäläjärvi;Åke;šžđŋ';

function utf16(swap: boolean): Uint8Array {
  const units = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return swap ? units.swap16() : units;
}

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', Buffer.from(text), text],
    ['utf-8', Buffer.from(`\uFEFF${text}`), text],
    ['utf-16le', utf16(false), text],
    ['utf-16be', utf16(true), text],
    ['windows-1252', Buffer.from('Åke M\x84\xe4kel\xe4 \x80', 'latin1'), 'Åke M„äkelä €'],
  ])('is told as %s', (encoding, bytes, expected) => {
    expect(decode(bytes)).toEqual({ text: expected, encoding });
  });
});

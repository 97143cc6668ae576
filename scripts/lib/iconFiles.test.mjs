import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from './root.mjs';

const file = (name) => readFileSync(at('resources/icons', name));
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** Width and height of a PNG stand in its first block. */
const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the icons', () => {
  it('of Windows are PNGs of seven sizes, each where the directory says', () => {
    const ico = file('nuija.ico');
    const count = ico.readUInt16LE(4);
    const sizes = Array.from({ length: count }, (_, i) => {
      const entry = 6 + 16 * i;
      const begin = ico.readUInt32LE(entry + 12);
      const png = ico.subarray(begin, begin + ico.readUInt32LE(entry + 8));
      expect(png.subarray(0, 8)).toEqual(PNG);
      expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND');
      expect(sizeOf(png)[0] % 256).toBe(ico.readUInt8(entry));
      return sizeOf(png)[0];
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('of macOS are PNGs of the sizes that their kinds promise', () => {
    const icns = file('nuija.icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const found = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      found[icns.toString('latin1', at, at + 4)] = sizeOf(icns.subarray(at + 8))[0];
    }
    expect(found).toEqual({
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    });
  });

  it.each([16, 32, 48, 64, 128, 256, 512])('of Linux are there in %i pixels', (size) => {
    expect(sizeOf(file(`linux/${size}x${size}.png`))).toEqual([size, size]);
  });
});

import { describe, expect, it } from 'vitest';
import { LARGEST_LOGO, LOGO_PATTERN, LONGEST_LOGO, logoIn, logoUrl, readLogo } from './logo';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const png = (width: number, height: number) => {
  const bytes = Uint8Array.from(atob(PNG), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
};
const interlaced = (bytes: Uint8Array) => {
  bytes[28] = 1;
  return bytes;
};
const lying = (bytes: Uint8Array) => {
  new DataView(bytes.buffer).setUint32(33, 0x4000_0000);
  return bytes;
};
/** A note in words, as cameras and drawing programs leave them, before the last part. */
const noted = (bytes: Uint8Array) => {
  const note = [0, 0, 0, 4, ...new TextEncoder().encode('tEXtAino'), 0, 0, 0, 0];
  return Uint8Array.from([...bytes.subarray(0, -12), ...note, ...bytes.subarray(-12)]);
};
const text = (content: string) => new TextEncoder().encode(content);
const jpeg = (width: number, height: number) =>
  Uint8Array.from(
    [
      [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
      [0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0],
      [0xff, 0xda, 0, 2, 0xff, 0xd9],
    ].flat(),
  );
/** A photograph of a camera that was held in one of eight ways, with where it was taken. */
const photo = (width: number, height: number, held: number, little = false) => {
  const tiff = new DataView(new ArrayBuffer(38));
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  tiff.setUint16(8, 2, little);
  tiff.setUint16(10, 0x8825, little);
  tiff.setUint16(22, 0x0112, little);
  tiff.setUint16(24, 3, little);
  tiff.setUint32(26, 1, little);
  tiff.setUint16(30, held, little);
  const body = [...text('Exif\0\0'), ...new Uint8Array(tiff.buffer), ...text('Kotikatu')];
  const plain = jpeg(width, height);
  const note = [0xff, 0xe1, 0, body.length + 2, ...body];
  return Uint8Array.from([...plain.subarray(0, 2), 0xff, ...note, ...plain.subarray(2)]);
};

describe('a logo', () => {
  it('is known by what is in the file', () => {
    expect(readLogo(png(30, 10)).logo).toMatchObject({ kind: 'png', ratio: 3 });
    expect(readLogo(jpeg(640, 480)).logo).toMatchObject({ kind: 'jpeg', ratio: 4 / 3 });
    expect(readLogo(text('<svg viewBox="0 0 4 2"><path d=""/></svg>')).logo).toMatchObject({
      kind: 'svg',
      ratio: 2,
    });
  });

  it.each([1, 2, 3, 4])('has the shape of a photograph that is stored upright (%i)', (held) => {
    expect(readLogo(photo(640, 480, held)).logo?.ratio).toBe(4 / 3);
  });

  it.each([5, 6, 7, 8])('has the shape as it is seen of one that is stored lying (%i)', (held) => {
    const { logo } = readLogo(photo(640, 480, held, held % 2 === 0));
    expect(logo?.ratio).toBe(3 / 4);
    const again = logo && readLogo(logo.bytes).logo;
    expect(again).toEqual(logo);
  });

  it('does not tell where a photograph was taken', () => {
    const { logo } = readLogo(photo(640, 480, 6));
    expect(new TextDecoder().decode(logo?.bytes)).not.toContain('Kotikatu');
  });

  it.each([
    ['a web page', text('<html><body>Hello</body></html>'), 'not-a-picture'],
    ['a PDF', text('%PDF-1.7'), 'not-a-picture'],
    ['nothing', new Uint8Array(), 'not-a-picture'],
    ['a PNG without an area', png(0, 5), 'damaged'],
    ['a PNG that breaks off', png(5, 5).subarray(0, 50), 'damaged'],
    ['a PNG whose first part says it is a gigabyte', lying(png(5, 5)), 'damaged'],
    ['an interlaced PNG', interlaced(png(5, 5)), 'png-kind'],
    ['a JPEG that breaks off', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'damaged'],
    ['a small file that unfolds into a wall', png(60_000, 60_000), 'too-many-pixels'],
    ['a large file', new Uint8Array(LARGEST_LOGO + 1), 'too-large'],
    [
      'an SVG that holds a photograph',
      text('<svg viewBox="0 0 1 1"><image/></svg>'),
      'svg-picture',
    ],
  ])('cannot be %s', (_, bytes, problem) => {
    expect(readLogo(bytes)).toEqual({ problem });
  });

  it('leaves the notes in a PNG behind', () => {
    expect(readLogo(noted(png(8, 4))).logo?.bytes).toEqual(png(8, 4));
  });

  it('is kept as a data URL and read back with the same care', () => {
    const url = logoUrl({ kind: 'png', bytes: png(8, 4) });
    expect(url).toMatch(LOGO_PATTERN);
    expect(logoIn(url)?.logo).toEqual({ kind: 'png', bytes: png(8, 4), ratio: 2 });
    expect(logoIn('')).toBeNull();
    const hostile = text('<svg viewBox="0 0 1 1"><script>alert(1)</script><path d="M0 0"/></svg>');
    const read = logoIn(logoUrl({ kind: 'svg', bytes: hostile }))?.logo;
    expect(new TextDecoder().decode(read?.bytes)).not.toContain('alert');
    expect(logoIn('data:image/png;base64,§')?.problem).toBe('damaged');
    expect(logoIn('data:text/html;base64,AAAA')?.problem).toBe('damaged');
  });

  it('fits as a data URL into what an event keeps, up to the last byte', () => {
    const url = logoUrl({ kind: 'svg', bytes: new Uint8Array(LARGEST_LOGO) });
    expect(url.length).toBeLessThanOrEqual(LONGEST_LOGO);
    expect(url).toMatch(LOGO_PATTERN);
  });
});

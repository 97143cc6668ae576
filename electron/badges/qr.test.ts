import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from 'lean-qr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { perPageOf } from '../../shared/badges/layout';
import { layoutNamed, listLayouts } from './layout';
import { qrPath } from './qr';
import { renderBadges } from './render';
import { frontSpot, places } from './sheet';
import { cropped } from './testing/ink';
import { manyPeople, OPTIONS } from './testing/people';
import { needsPoppler, noPoppler, picturesOf } from './testing/poppler';

describe('the drawing of a code', () => {
  it('covers exactly the dark modules, each once, with a third of the rectangles or fewer', () => {
    const code = generate('K7QX2M9RTA');
    const { size, rectangles } = qrPath('K7QX2M9RTA');
    const drawn = new Map<string, number>();
    for (const line of rectangles.split('\n')) {
      const [x = 0, y = 0, width = 0, height = 0] = line.split(' ').map(Number);
      for (let down = y; down < y + height; down += 1) {
        for (let across = x; across < x + width; across += 1) {
          const key = `${across} ${down}`;
          drawn.set(key, (drawn.get(key) ?? 0) + 1);
        }
      }
    }
    let dark = 0;
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        expect(drawn.get(`${x} ${y}`) ?? 0).toBe(code.get(x, y) ? 1 : 0);
        if (code.get(x, y)) dark += 1;
      }
    }
    expect(rectangles.split('\n').length).toBeLessThan(dark / 2);
  });
});

describe.skipIf(noPoppler)(needsPoppler('the code on a printed badge'), () => {
  beforeAll(() => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    const bytes = new Uint8Array(readFileSync(wasm));
    prepareZXingModule({ overrides: { wasmBinary: bytes.buffer } });
  });

  // The fronts of a sheet printed on both sides are those of the same sheet printed on one.
  const cases = listLayouts()
    .filter(({ name }) => !name.endsWith('-duplex'))
    .flatMap(({ name }) => [203, 300].map((dpi) => [name, dpi] as const));

  /** Few, or with `NUIJA_BADGES=whole` sheet after sheet. */
  const isWhole = process.env['NUIJA_BADGES'] === 'whole';
  const peopleOn = (perPage: number) =>
    manyPeople(isWhole ? Math.max(40, 3 * perPage) : Math.min(4, Math.max(2, perPage)));

  it.each(cases)(
    'is read from %s at %i dpi and says the code, nothing else',
    async (name, dpi) => {
      const layout = layoutNamed(name);
      const people = peopleOn(perPageOf(layout));
      const { pdf } = await renderBadges(people, { ...OPTIONS, layout: name });
      const pictures = picturesOf(pdf, dpi);
      const found = [];
      for (const place of places(layout, people.length)) {
        const picture = pictures[place.page];
        if (!picture) throw new Error(`page ${place.page + 1} is missing`);
        const crop = cropped(picture, frontSpot(layout, place), dpi);
        const codes = await readBarcodes(crop, { formats: ['QRCode'] });
        found.push(...codes.map(({ text }) => text));
      }
      expect(found).toEqual(people.map(({ code }) => code));
    },
    isWhole ? 3_600_000 : 120_000,
  );

  it('has nothing but white within four modules around it', async () => {
    const layout = layoutNamed('a4-90x55');
    const long = 'Kaakkois-Suomen sosiaalialan osaamiskeskus '.repeat(4).trim();
    const people = manyPeople(10).map((person) => ({ ...person, title: long, organisation: long }));
    const { pdf } = await renderBadges(people, OPTIONS);
    const dpi = 254;
    const [picture] = picturesOf(pdf, dpi);
    if (!picture) throw new Error('no page');
    const strip = (x: number, y: number, width: number, height: number) =>
      cropped(picture, { x, y, width, height }, dpi);
    for (const { x, y } of places(layout, 10)) {
      const side = 21 * layout.module;
      const quiet = 4 * layout.module;
      const left = x + layout.badge[0] - layout.safe - side;
      const top = y + layout.badge[1] - layout.safe - side;
      const around = [
        strip(left - quiet, top - quiet, side + 2 * quiet, quiet - 0.1),
        strip(left - quiet, top - quiet, quiet - 0.1, side + 2 * quiet),
        strip(left - quiet, top + side + 0.2, side + 2 * quiet, quiet - 0.2),
        strip(left + side + 0.2, top - quiet, quiet - 0.2, side + 2 * quiet),
      ];
      for (const { data } of around) expect(Math.min(...data)).toBe(255);
    }
  });
});

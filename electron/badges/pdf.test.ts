import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN, showing } from '../../shared/badges/design';
import type { BadgeOptions, RenderedBadges } from './badge';
import { MM } from './face';
import { layoutNamed, listLayouts } from './layout';
import { renderBadges } from './render';
import { backSpot, frontSpot, places } from './sheet';
import { inkInFrame, wordsOn, wordsOutside } from './testing/ink';
import { manyPeople, OPTIONS, PERSON } from './testing/people';
import { needsPoppler, noPoppler, picturesOf, reportOf, wordsOf } from './testing/poppler';
import type { Word } from './testing/poppler';

if (noPoppler) console.warn(`Badges are not looked at as PDF: ${noPoppler}.`);

/** People on each layout; all the layouts together make thousands. */
const isWhole = process.env['NUIJA_BADGES'] === 'whole';
const PEOPLE = isWhole ? 2_000 : 120;
/** Thousands of badges on a machine that has other things to do, ms. */
const PATIENCE = isWhole ? 3_600_000 : 120_000;
const DPI = 100;
const letters = (text: string) =>
  Array.from(text.normalize('NFKC').replace(/\s/gu, '')).toSorted().join('');

const BACK: NonNullable<BadgeOptions['back']> = {
  logo: false,
  sections: [
    {
      heading: 'Ohjelma',
      rows: [
        { time: '9.00', text: 'Avaus' },
        { time: '9.15', text: 'Palvelusetelit ja henkilökohtainen budjetointi Etelä-Karjalassa' },
      ],
    },
    { heading: 'Wi-Fi', rows: [{ time: '', text: 'Nuijamies-vieras / kulttuuritila' }] },
  ],
};

describe.skipIf(noPoppler).each(listLayouts().map(({ name }) => name))(
  needsPoppler('the PDF of %s'),
  (name) => {
    const layout = layoutNamed(name);
    const people = manyPeople(PEOPLE);
    const spots = [...places(layout, people.length)];
    const flipped = layout.back !== undefined && layout.back !== 'fold';
    const pageOf = (sheet: number) => (flipped ? 2 * sheet : sheet);
    let job: RenderedBadges;
    let words: Word[][];

    const fronts = () =>
      spots.map((place) => {
        const spot = frontSpot(layout, place);
        return { spot, words: wordsOn(words[pageOf(place.page)] ?? [], spot) };
      });

    beforeAll(async () => {
      job = await renderBadges(people, { ...OPTIONS, layout: name, back: BACK });
      words = wordsOf(job.pdf);
    }, PATIENCE);

    it('keeps every word inside the safe area of its badge', () => {
      const outside = fronts().flatMap((front) =>
        wordsOutside(front.words, front.spot, layout.safe),
      );
      expect(outside).toEqual([]);
    });

    it('prints every letter of every person, but for what a warning names', () => {
      const short = new Set(
        job.warnings.filter(({ kind }) => kind === 'cut-short').map(({ code }) => code),
      );
      const shared = short.has('') ? [] : [OPTIONS.eventName, OPTIONS.eventDate];
      const printed = fronts().map((front) => front.words.map(({ text }) => text));
      const wrong = people.flatMap((person, index) => {
        const { sectorLabel, role, roleLabel } = person;
        const expected = [
          ...shared,
          person.firstName,
          person.lastName,
          person.title,
          person.organisation,
          role === 'participant' ? '' : roleLabel,
          sectorLabel,
          sectorLabel.slice(0, 1),
        ];
        const found = printed[index] ?? [];
        if (short.has('') || short.has(person.code)) return [];
        const same = letters(found.join('')) === letters(expected.join(''));
        return same ? [] : [{ expected, found }];
      });
      expect(wrong).toEqual([]);
    });

    it('prints no letter smaller than can be read', () => {
      const small = Math.min(layout.smallest.text, layout.smallest.name);
      const found = fronts().flatMap((front) => front.words);
      // A word's box is as high as its font, 1.362 em; of a turned badge, as wide.
      const sizes = found.map(({ left, top, right, bottom }) => {
        return (layout.turn === 90 ? right - left : bottom - top) / 1.362;
      });
      expect(found.length).toBeGreaterThan(people.length);
      // The letter in the mark of a sector stands for its colour and is sized with it.
      const readable = sizes.filter((_, index) => (found[index]?.text.length ?? 0) > 1);
      expect(Math.min(...readable)).toBeGreaterThanOrEqual(small - 0.1);
    });

    it('puts no ink into the margins, neither bands nor marks nor codes', () => {
      const pictures = picturesOf(job.pdf, DPI, 6);
      for (const place of spots) {
        const picture = pictures[pageOf(place.page)];
        if (!picture) continue;
        expect(inkInFrame(picture, frontSpot(layout, place), layout.safe, DPI)).toEqual([]);
        if (!layout.back) continue;
        const behind = flipped ? pictures[pageOf(place.page) + 1] : picture;
        if (!behind) continue;
        expect(inkInFrame(behind, backSpot(layout, place), layout.safe, DPI)).toEqual([]);
      }
    });

    it('has a back behind each badge of two sides, and words nowhere else', () => {
      let told = 0;
      for (const place of spots) {
        if (!layout.back) break;
        const spot = backSpot(layout, place);
        const page = words[pageOf(place.page) + (flipped ? 1 : 0)] ?? [];
        const behind = wordsOn(page, spot);
        expect(behind.map(({ text }) => text).join(' ')).toContain('Avaus');
        expect(wordsOutside(behind, spot, layout.safe)).toEqual([]);
        told += behind.length;
      }
      const front = fronts().reduce((sum, one) => sum + one.words.length, 0);
      expect(front + told).toBe(words.flat().length);
    });

    it('has as many pages as it takes, none blank, each of exactly the size of the medium', () => {
      const sheets = Math.ceil(people.length / (layout.columns * layout.rows));
      expect(job.pages).toBe(flipped ? 2 * sheets : sheets);
      const report = reportOf('pdfinfo', job.pdf, ['-l', '-1']);
      expect(report).toMatch(new RegExp(`Pages: +${job.pages}\\n`, 'u'));
      const sizes = [...report.matchAll(/size: +([\d.]+) x ([\d.]+)/gu)];
      expect(sizes).toHaveLength(job.pages);
      for (const [, across, down] of sizes) {
        expect(Number(across)).toBeCloseTo(layout.page[0] * MM, 1);
        expect(Number(down)).toBeCloseTo(layout.page[1] * MM, 1);
      }
      expect(words.every((page) => page.length > 0)).toBe(true);
    });

    it('embeds a subset of both fonts and nothing else', () => {
      const fonts = reportOf('pdffonts', job.pdf).trim().split('\n').slice(2);
      expect(
        fonts.map((line) => line.split(/\s+/u)[0]?.replace(/^[A-Z]{6}\+/u, '')).toSorted(),
      ).toEqual(['NotoSans-Bold', 'NotoSans-Regular']);
      for (const line of fonts) expect(line).toMatch(/TrueType\s+Identity-H\s+yes yes yes/u);
    });
  },
);

describe.skipIf(noPoppler)(needsPoppler('names in other scripts'), () => {
  const names = [
    ['محمد', 'علي'],
    ['غفّار', 'الحاجّ'],
    ['Ali علي', 'بن عبد الله'],
    ['שלום', 'בן-דוד'],
    ['שָׁלוֹם', 'Cohen (כהן)'],
    ['علی\u200cرضا', 'حسینی'],
    ['Ha\u0308kkinen', 'Nguyễn Thị'],
    ['Ễ\u0312\u0308va', 'O\u0301\u0301din'],
    ['Ọ\u0301ládélé', 'Ṣẹ\u0301gun Q\u0326\u0323'],
    ['Екатерина', 'Αλεξάνδρα'],
  ] as const;
  const people = names.map(([firstName, lastName]) => ({
    ...PERSON,
    firstName,
    lastName,
    organisation: `${lastName} Oy`,
  }));

  it.each(['a4-90x55', 'dymo-99012', 'card-a6-fold'])(
    'stay inside the safe area of %s, with their fonts embedded',
    async (name) => {
      const layout = layoutNamed(name);
      const { pdf, warnings } = await renderBadges(people, { ...OPTIONS, layout: name });
      expect(warnings.filter(({ kind }) => kind === 'missing-glyph')).toEqual([]);
      const pictures = picturesOf(pdf, DPI);
      const words = wordsOf(pdf);
      for (const place of places(layout, people.length)) {
        const picture = pictures[place.page];
        if (!picture) throw new Error(`page ${place.page + 1} is missing`);
        const spot = frontSpot(layout, place);
        expect(inkInFrame(picture, spot, layout.safe, DPI)).toEqual([]);
        // The font of Arabic has boxes far beyond its ink, which is looked at above.
        const boxed = wordsOn(words[place.page] ?? [], spot).filter(
          ({ text }) => !/\p{Script=Arabic}/u.test(text),
        );
        expect(wordsOutside(boxed, spot, layout.safe)).toEqual([]);
      }
      const fonts = reportOf('pdffonts', pdf);
      for (const font of ['NotoSans-Bold', 'NotoSansArabic-Bold', 'NotoSansHebrew-Bold']) {
        expect(fonts).toMatch(new RegExp(`[A-Z]{6}\\+${font} .*yes yes yes`, 'u'));
      }
    },
  );

  it('come out in their order: who reads from the right finds the first name first', async () => {
    const { pdf } = await renderBadges(
      [{ ...PERSON, firstName: 'שלום בן', lastName: 'Ek', organisation: '' }],
      { ...OPTIONS, layout: 'card-a6' },
    );
    const [words = []] = wordsOf(pdf);
    // pdftotext -bbox tells the letters as they stand on paper.
    const onPaper = (text: string) => Array.from(text).toReversed().join('');
    const at = (text: string) => words.find((word) => word.text === onPaper(text))?.left ?? NaN;
    expect(at('שלום')).toBeGreaterThan(at('בן'));
  });
});

describe.skipIf(noPoppler)(needsPoppler("the printer's offset"), () => {
  it('moves every word, and is told when it pushes something off', async () => {
    const still = wordsOf((await renderBadges([PERSON], OPTIONS)).pdf).flat();
    const job = await renderBadges([PERSON], { ...OPTIONS, offset: [2, -1.5] });
    const moved = wordsOf(job.pdf).flat();
    expect(job.warnings).toEqual([]);
    expect(moved).toHaveLength(still.length);
    for (const [index, { text, left, top }] of moved.entries()) {
      expect(text).toBe(still[index]?.text);
      expect(left - (still[index]?.left ?? 0)).toBeCloseTo(2 * MM, 2);
      expect(top - (still[index]?.top ?? 0)).toBeCloseTo(-1.5 * MM, 2);
    }
    const { warnings } = await renderBadges([PERSON], { ...OPTIONS, offset: [18, 0] });
    expect(warnings).toMatchObject([{ kind: 'off-page', detail: '3.2 mm', code: '' }]);
  });
});

describe.skipIf(noPoppler)(needsPoppler('a half-used sheet'), () => {
  it('leaves the used places free', async () => {
    const { pdf } = await renderBadges([PERSON], { ...OPTIONS, start: 4 });
    const [words = []] = wordsOf(pdf);
    const layout = layoutNamed('a4-90x55');
    expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan((15 + 90) * MM);
    expect(Math.min(...words.map(({ top }) => top))).toBeGreaterThan((11 + layout.badge[1]) * MM);
  });
});

describe.skipIf(noPoppler)(needsPoppler('the logo'), () => {
  /** Stored standing, its lower half black; a note says that the camera was turned, so it is the left one. */
  const PHOTO = [
    '/9j/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MCh',
    'AODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAAgABAB',
    'AREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAPwCgAM/gP//Z',
  ].join('');

  it.each(['zebra-100x60', 'a4-90x55'])(
    'of a camera that was turned comes out upright and whole on %s',
    async (name) => {
      const { safe, badge } = layoutNamed(name);
      const { pdf, warnings } = await renderBadges([PERSON], {
        ...OPTIONS,
        layout: name,
        design: showing(DEFAULT_DESIGN, ['logo', 'firstName']),
        logo: `data:image/jpeg;base64,${PHOTO}`,
      });
      expect(warnings).toEqual([]);
      const [picture] = picturesOf(pdf, DPI, 1);
      const [spot] = [...places(layoutNamed(name), 1)];
      if (!picture || !spot) throw new Error('no page');
      const height = 0.14 * badge[1];
      const greyAt = (across: number, down: number) => {
        const [x, y] = [spot.x + safe + across * 2 * height, spot.y + safe + down * height];
        return picture.grey[
          Math.round((y * DPI) / 25.4) * picture.width + Math.round((x * DPI) / 25.4)
        ];
      };
      for (const down of [0.2, 0.8]) {
        for (const across of [0.1, 0.4]) expect(greyAt(across, down)).toBeLessThan(80);
        expect(greyAt(0.75, down)).toBeGreaterThan(180);
      }
    },
  );
});

describe.skipIf(noPoppler)(needsPoppler('what is shown'), () => {
  const plain = showing(DEFAULT_DESIGN, ['firstName', 'lastName']);

  it('prints the name alone when nothing else is wanted', async () => {
    const { pdf } = await renderBadges([{ ...PERSON, role: 'speaker' }], {
      ...OPTIONS,
      design: plain,
    });
    expect(
      wordsOf(pdf)
        .flat()
        .map(({ text }) => text),
    ).toEqual(['Aino', 'Häkkinen']);
  });

  it('prints the first name largest', async () => {
    const { pdf } = await renderBadges([PERSON], OPTIONS);
    const tallest = wordsOf(pdf)
      .flat()
      .toSorted((a, b) => b.bottom - b.top - (a.bottom - a.top));
    expect(tallest.slice(0, 2).map(({ text }) => text)).toEqual(['Aino', 'Häkkinen']);
  });

  it('never prints the last name larger than a first name that had to shrink', async () => {
    const person = { ...PERSON, firstName: 'Wolfeschlegelsteinhausenbergerdorff', lastName: 'Ek' };
    const { pdf } = await renderBadges([person], OPTIONS);
    const words = wordsOf(pdf).flat();
    const height = (text: string) => {
      const { top = 0, bottom = 0 } = words.find((word) => word.text === text) ?? {};
      return bottom - top;
    };
    expect(height('Ek')).toBeGreaterThan(0);
    expect(height('Ek')).toBeLessThanOrEqual(height(person.firstName));
  });
});

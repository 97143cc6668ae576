import { beforeAll, describe, expect, it } from 'vitest';
import type { RenderedBadges } from './badge';
import { MM } from './face';
import { footprint, layoutNamed, listLayouts } from './layout';
import { renderBadges } from './render';
import { places } from './sheet';
import { manyPeople, OPTIONS, PERSON } from './testing/people';
import { needsPoppler, noPoppler, picturesOf, reportOf, wordsOf } from './testing/poppler';
import type { Picture, Word } from './testing/poppler';

if (noPoppler) console.warn(`Badges are not looked at as PDF: ${noPoppler}.`);

/** Poppler writes positions with six digits, pdfkit with a few fewer. */
const TOLERANCE = 0.1;
const letters = (text: string) =>
  Array.from(text.normalize('NFKC').replace(/\s/gu, '')).toSorted().join('');

const DPI = 144;
const PX = DPI / 25.4;

/** Pixels that are not white and lie wholly in the frame `depth` mm wide inside the `area` (mm). */
function inkInFrame(
  { width, grey }: Picture,
  area: { left: number; top: number; right: number; bottom: number },
  depth: number,
): string[] {
  const [left, top, right, bottom] = [area.left, area.top, area.right, area.bottom].map(
    (mm) => mm * PX,
  );
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) {
    throw new Error('an area has four sides');
  }
  // Poppler sets letters on whole pixels, so one of them may be a pixel off.
  const frame = depth * PX - 1;
  const found: string[] = [];
  for (let y = Math.ceil(top); y + 1 <= bottom; y += 1) {
    const aside = y + 1 < top + frame || y > bottom - frame;
    for (let x = Math.ceil(left); x + 1 <= right; x += 1) {
      const outside = aside || x + 1 < left + frame || x > right - frame;
      if (outside && grey[y * width + x] !== 255) found.push(`${x} ${y}`);
    }
  }
  return found;
}

describe.skipIf(noPoppler).each(listLayouts().map(({ name }) => name))(
  needsPoppler('the PDF of %s'),
  (name) => {
    const layout = layoutNamed(name);
    const people = manyPeople(300);
    const spots = [...places(layout, people.length)];
    const [width, height] = footprint(layout).map((mm) => mm * MM);
    let job: RenderedBadges;
    let words: Word[][];

    const wordsOn = (index: number): Word[] => {
      const spot = spots[index];
      if (!spot || !width || !height) throw new Error(`no place for badge ${index}`);
      const [x, y] = [spot.x * MM, spot.y * MM];
      return (words[spot.page] ?? []).filter(({ left, right, top, bottom }) => {
        const [across, down] = [(left + right) / 2 - x, (top + bottom) / 2 - y];
        return across >= 0 && across < width && down >= 0 && down < height;
      });
    };

    beforeAll(async () => {
      job = await renderBadges(people, { ...OPTIONS, layout: name });
      words = wordsOf(job.pdf);
    });

    it('keeps every word inside the safe area of its badge', () => {
      const safe = layout.safe * MM - TOLERANCE;
      const outside = people.flatMap((_, index) => {
        const { x = 0, y = 0 } = spots[index] ?? {};
        return wordsOn(index).filter(
          ({ left, right, top, bottom }) =>
            left < x * MM + safe ||
            top < y * MM + safe ||
            right > x * MM + (width ?? 0) - safe ||
            bottom > y * MM + (height ?? 0) - safe,
        );
      });
      expect(outside).toEqual([]);
    });

    it('prints every letter of every person, but for what a warning names', () => {
      const short = new Set(
        job.warnings.filter(({ kind }) => kind === 'cut-short').map(({ code }) => code),
      );
      expect(short.size).toBeLessThan(people.length / 20);
      const wrong = people.flatMap((person, index) => {
        const { sectorLabel, role, roleLabel } = person;
        const expected = [
          OPTIONS.eventName,
          OPTIONS.eventDate,
          person.firstName,
          person.lastName,
          person.title,
          person.organisation,
          role === 'participant' ? '' : roleLabel,
          sectorLabel,
          sectorLabel.slice(0, 1),
        ];
        const printed = wordsOn(index).map(({ text }) => text);
        const same = letters(printed.join('')) === letters(expected.join(''));
        return same || short.has(person.code) ? [] : [{ expected, printed }];
      });
      expect(wrong).toEqual([]);
    });

    it('puts no ink into the margins, neither bands nor marks nor codes', () => {
      const perPage = layout.columns * layout.rows;
      const [across, down] = footprint(layout);
      for (const [page, picture] of picturesOf(job.pdf, DPI, 20).entries()) {
        for (const { x, y } of spots.slice(page * perPage, (page + 1) * perPage)) {
          const area = { left: x, top: y, right: x + across, bottom: y + down };
          expect(inkInFrame(picture, area, layout.safe)).toEqual([]);
        }
      }
    });

    it('has pages of exactly the size of the medium', () => {
      const [, across, down] =
        /Page size: +([\d.]+) x ([\d.]+)/u.exec(reportOf('pdfinfo', job.pdf)) ?? [];
      expect(Number(across)).toBeCloseTo(layout.page[0] * MM, 1);
      expect(Number(down)).toBeCloseTo(layout.page[1] * MM, 1);
      expect(reportOf('pdfinfo', job.pdf)).toMatch(new RegExp(`Pages: +${job.pages}\\n`, 'u'));
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

describe.skipIf(noPoppler)(needsPoppler('a half-used sheet'), () => {
  it('leaves the used places free', async () => {
    const { pdf } = await renderBadges([PERSON], { ...OPTIONS, start: 4 });
    const [words = []] = wordsOf(pdf);
    const layout = layoutNamed('a4-90x55');
    expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan((15 + 90) * MM);
    expect(Math.min(...words.map(({ top }) => top))).toBeGreaterThan((11 + layout.badge[1]) * MM);
  });
});

describe.skipIf(noPoppler)(needsPoppler('what is shown'), () => {
  const plain = {
    title: false,
    organisation: false,
    role: false,
    sector: false,
    qr: false,
    event: false,
  };

  it('prints the name alone when nothing else is wanted', async () => {
    const { pdf } = await renderBadges([{ ...PERSON, role: 'speaker' }], {
      ...OPTIONS,
      show: plain,
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

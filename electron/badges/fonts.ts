import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type GlyphRun } from 'fontkit';
import type { FontName } from './fit';

const FILES = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
} as const satisfies Record<FontName, string>;

const CACHED_RUNS = 20_000;

/** An opened font whose shaped words are remembered across documents. */
export interface BadgeFont {
  /** Goes to pdfkit in place of a file. */
  source: Pick<Font, 'layout'>;
  /** Advance width of `text` in pt at `sizePt`, exactly as pdfkit will set it. */
  width(text: string, sizePt: number): number;
  has(codePoint: number): boolean;
}

/** The whole TTF (Latin with Sámi and Vietnamese, Greek, Cyrillic) inside its npm package. */
export function fontPath(name: FontName): string {
  const resolve = createRequire(import.meta.url).resolve;
  return resolve(`@expo-google-fonts/noto-sans/${FILES[name]}`);
}

const opened = new Map<FontName, BadgeFont>();

/** Opens a font once per process (or worker thread). */
export function badgeFont(name: FontName): BadgeFont {
  const known = opened.get(name);
  if (known) return known;
  const font = rememberShaping(create(readFileSync(fontPath(name))));
  opened.set(name, font);
  return font;
}

/**
 * Shaping is what costs time, and people share organisations, titles and first names. pdfkit shapes
 * word by word (a word keeps its trailing space) and scales the positions it is given in place,
 * so it gets copies.
 */
function rememberShaping(font: Font): BadgeFont {
  const runs = new Map<string, GlyphRun>();
  const shape = (word: string): GlyphRun => {
    const known = runs.get(word);
    if (known) return known;
    if (runs.size >= CACHED_RUNS) runs.clear();
    const run = font.layout(word);
    runs.set(word, run);
    return run;
  };
  const layout = (word: string): GlyphRun => {
    const { glyphs, positions, advanceWidth } = shape(word);
    return { glyphs, positions: positions.map((position) => ({ ...position })), advanceWidth };
  };
  return {
    source: Object.create(font, { layout: { value: layout } }),
    width(text, sizePt) {
      let units = 0;
      for (let from = 0; from < text.length;) {
        const space = text.indexOf(' ', from);
        const to = space === -1 ? text.length : space + 1;
        units += shape(text.slice(from, to)).advanceWidth;
        from = to;
      }
      return (units / font.unitsPerEm) * sizePt;
    },
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}

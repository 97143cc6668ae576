import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphRun } from 'fontkit';
import type { FontName } from './fit';

/** The scripts there is a font for; `latin` is Noto Sans itself, with Greek and Cyrillic. */
export const SCRIPTS = ['latin', 'hebrew', 'arabic'] as const;
export type Script = (typeof SCRIPTS)[number];

const FILES = {
  latin: {
    regular: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
  hebrew: {
    regular: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
    bold: 'noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
  },
  arabic: {
    regular: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    bold: 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  },
} as const satisfies Record<Script, Record<FontName, string>>;

const CACHED_RUNS = 20_000;

/** An opened font whose shaped words are remembered across documents. */
export interface BadgeFont {
  /** Goes to pdfkit in place of a file. */
  source: { layout(text: string): object };
  /** Width of the ink and the advance of `text` in pt at `sizePt`, as pdfkit will set it. */
  width(text: string, sizePt: number): number;
  /** How far the first letter (a J, say) reaches left of where it is set, pt at `sizePt`. */
  overhang(text: string, sizePt: number): number;
  has(codePoint: number): boolean;
  /** How far marks that no letter is composed with are moved above and below where they are at home, per em. */
  markMoves(text: string): readonly [above: number, below: number];
}

/** The whole TTF (Latin with Sámi and Vietnamese, Greek, Cyrillic; or one script) inside its npm package. */
export function fontPath(name: FontName, script: Script = 'latin'): string {
  const resolve = createRequire(import.meta.url).resolve;
  return resolve(`@expo-google-fonts/${FILES[script][name]}`);
}

const opened = new Map<string, BadgeFont>();

/** Opens a font once per process (or worker thread), and only when a text needs its script. */
export function badgeFont(name: FontName, script: Script = 'latin'): BadgeFont {
  const key = `${name} ${script}`;
  const known = opened.get(key);
  if (known) return known;
  const font = rememberShaping(create(readFileSync(fontPath(name, script))), script !== 'latin');
  opened.set(key, font);
  return font;
}

/** The part of a shaped glyph that pdfkit writes. */
type SetGlyph = Pick<Glyph, 'id' | 'advanceWidth' | 'codePoints'>;
type SetRun = Omit<GlyphRun, 'glyphs'> & { glyphs: SetGlyph[] };

/**
 * Shaping is what costs time, and people share organisations, titles and first names. pdfkit shapes
 * word by word (a word keeps its trailing space) and scales the positions it is given in place,
 * so it gets copies. `shaped`: the first letter written is not the first one on paper.
 */
function rememberShaping(font: Font, shaped: boolean): BadgeFont {
  const { unitsPerEm } = font;
  const runs = new Map<string, SetRun>();
  const meant = new Map<number, SetGlyph>();
  const glyphMeant = (glyph: Glyph): SetGlyph => {
    const known = meant.get(glyph.id);
    if (known) return known;
    const { id, advanceWidth } = glyph;
    const told = { id, advanceWidth, codePoints: charactersOf(font, glyph) };
    meant.set(id, told);
    return told;
  };
  const shape = (word: string): SetRun => {
    const known = runs.get(word);
    if (known) return known;
    if (runs.size >= CACHED_RUNS) runs.clear();
    const { glyphs, positions, advanceWidth } = font.layout(word);
    const run = { glyphs: glyphs.map(glyphMeant), positions, advanceWidth };
    runs.set(word, run);
    return run;
  };
  const layout = (word: string): SetRun => {
    const { glyphs, positions, advanceWidth } = shape(word);
    return { glyphs, positions: positions.map((position) => ({ ...position })), advanceWidth };
  };
  const overhangs = new Map<string, [number, number]>();
  /** How far a letter's ink reaches beyond its own advance, left and right, in the font's units. */
  const overhangOf = (letter: string): [number, number] => {
    const known = overhangs.get(letter);
    if (known) return known;
    const { bbox, advanceWidth } = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
    const found: [number, number] = [
      Math.max(0, -bbox.minX),
      Math.max(0, bbox.maxX - advanceWidth),
    ];
    overhangs.set(letter, found);
    return found;
  };
  const edges = new Map<string, [number, number]>();
  /** The same of a shaped word: whose letter comes first on paper is for the shaping to say. */
  const edgesOf = (word: string): [number, number] => {
    const known = edges.get(word);
    if (known) return known;
    if (edges.size >= CACHED_RUNS) edges.clear();
    const { glyphs, positions, advanceWidth } = font.layout(word);
    let [pen, left, right] = [0, 0, 0];
    for (const [index, { bbox }] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0 } = positions[index] ?? {};
      if (bbox.maxX > bbox.minX) {
        left = Math.max(left, -(pen + xOffset + bbox.minX));
        right = Math.max(right, pen + xOffset + bbox.maxX - advanceWidth);
      }
      pen += xAdvance;
    }
    edges.set(word, [left, right]);
    return [left, right];
  };
  const edge = (text: string, side: 0 | 1) =>
    shaped
      ? edgesOf(text)[side]
      : overhangOf((side === 0 ? text.charAt(0) : text.at(-1)) ?? '')[side];
  return {
    source: Object.create(font, { layout: { value: layout } }),
    width(text, sizePt) {
      if (text === '') return 0;
      let units = edge(text, 0) + edge(text, 1);
      for (let from = 0; from < text.length;) {
        const space = text.indexOf(' ', from);
        const to = space === -1 ? text.length : space + 1;
        units += shape(text.slice(from, to)).advanceWidth;
        from = to;
      }
      return (units / unitsPerEm) * sizePt;
    },
    overhang: (text, sizePt) => (edge(text, 0) / unitsPerEm) * sizePt,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    markMoves(text) {
      const { positions } = font.layout(text);
      const moves = positions.map(({ yOffset = 0 }) => yOffset / unitsPerEm);
      return [Math.max(0, ...moves), Math.max(0, ...moves.map((move) => -move))];
    },
  };
}

/**
 * fontkit keeps one object per glyph with the characters it first stood for: after an "ọ", which is
 * drawn as o and a dot, every plain o would be copied out of the PDF as "ọ".
 */
function charactersOf(font: Font, { id, codePoints }: Glyph): number[] {
  const [only, more] = codePoints;
  if (more !== undefined) return codePoints;
  if (only !== undefined && font.glyphForCodePoint(only).id === id) return codePoints;
  const own = font.stringsForGlyph(id)[0]?.codePointAt(0);
  return own === undefined ? codePoints : [own];
}

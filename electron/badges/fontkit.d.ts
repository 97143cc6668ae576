/** The part of fontkit 2 that badges use; the package ships no types. */
declare module 'fontkit' {
  export interface GlyphPosition {
    xAdvance: number;
    yAdvance: number;
    xOffset: number;
    yOffset: number;
  }

  export interface Glyph {
    id: number;
    advanceWidth: number;
    codePoints: number[];
    /** Extent of the ink, in the font's units from the glyph's origin. */
    bbox: { minX: number; maxX: number; minY: number; maxY: number };
  }

  export interface GlyphRun {
    glyphs: Glyph[];
    positions: GlyphPosition[];
    advanceWidth: number;
  }

  export interface Font {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    capHeight: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    /** The characters the font's own table maps to a glyph. */
    stringsForGlyph(glyphId: number): string[];
    layout(text: string): GlyphRun;
  }

  export function create(data: Uint8Array): Font;
}

import type { SetBlock } from './fit';
import { badgeFont } from './fonts';

/** Noto Sans: highest and lowest a glyph reaches from the baseline, per em. */
export const ASCENT = 1.069;
export const DESCENT = 0.293;

/** From the baseline to what usually is the lowest and the highest ink (g, Å) of a neighbouring line. */
const BELOW = 0.25;
const ABOVE = 0.93;
/** Letters with stacked marks (Ễ, Ậ) reach higher. */
const ABOVE_STACKED = 1.08;
const STACKED = /[\u1ea0-\u1ef9]/u;
/** Arabic letters hang deeper: a bold ي reaches 0.463 em below the baseline, measured in its glyphs. */
const DEEPEST = 0.47;
const DEEP = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;

/** Hebrew, Arabic and the scripts of India have the marks of their letters within. */
const MARKED = /(?<![\u0590-\u0dff]\p{Mn}*)\p{Mn}/u;
/** A mark below a letter that has one already is deeper than any letter, by at most this, per em. */
const UNDER_DEEPEST = 0.03;
const rooms = new Map<string, readonly [above: number, below: number]>();

/** Room for marks that no letter is composed with, above and below the letters, per em: as the font places them. */
function markRoom(text: string): readonly [above: number, below: number] {
  if (!MARKED.test(text)) return [0, 0];
  const known = rooms.get(text);
  if (known) return known;
  if (rooms.size >= 2_000) rooms.clear();
  const [above, below] = badgeFont('bold').markMoves(text);
  const room = [above, below > 0 ? below + UNDER_DEEPEST : 0] as const;
  rooms.set(text, room);
  return room;
}

/** Distance from one baseline to the next, pt. */
export function advance(
  aboveSize: number,
  belowText: string,
  belowSize: number,
  aboveText = '',
): number {
  const below = (DEEP.test(aboveText) ? DEEPEST : BELOW) + markRoom(aboveText)[1];
  const above = (STACKED.test(belowText) ? ABOVE_STACKED : ABOVE) + markRoom(belowText)[0];
  return below * aboveSize + above * belowSize;
}

/** From the top of what a line needs to its baseline, per em: its letters, and marks of their own upon them. */
export function riseOf(text: string): number {
  return ASCENT + markRoom(text)[0];
}

/** Height of blocks set one under another, from the highest to the lowest a glyph may reach, pt. */
export function stackHeight(blocks: readonly Pick<SetBlock, 'lines' | 'size'>[]): number {
  let height = 0;
  let above: { size: number; text: string } | undefined;
  for (const { lines, size } of blocks) {
    for (const text of lines) {
      height += above ? advance(above.size, text, size, above.text) : riseOf(text) * size;
      above = { size, text };
    }
  }
  if (!above) return 0;
  const below = (DEEP.test(above.text) ? DEEPEST : DESCENT) + markRoom(above.text)[1];
  return height + below * above.size;
}

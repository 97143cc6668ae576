import type { SetBlock } from './fit';

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

/** A mark that no letter is composed with stands above or below the others, each by at most this, per em. */
const MARK = 0.26;
const MARKS = /(?<![\u0590-\u0dff]\p{Mn}*)\p{Mn}+/gu;

/** Room for marks of their own above and below the letters, per em; Hebrew, Arabic and the scripts of India have theirs within. */
function markRoom(text: string): number {
  let most = 0;
  for (const [run] of text.matchAll(MARKS)) most = Math.max(most, Array.from(run).length);
  return most * MARK;
}

/** Distance from one baseline to the next, pt. */
export function advance(
  aboveSize: number,
  belowText: string,
  belowSize: number,
  aboveText = '',
): number {
  const below = (DEEP.test(aboveText) ? DEEPEST : BELOW) + markRoom(aboveText);
  const above = (STACKED.test(belowText) ? ABOVE_STACKED : ABOVE) + markRoom(belowText);
  return below * aboveSize + above * belowSize;
}

/** Height of blocks set one under another, from the highest to the lowest a glyph may reach, pt. */
export function stackHeight(blocks: readonly Pick<SetBlock, 'lines' | 'size'>[]): number {
  let height = 0;
  let above: { size: number; text: string } | undefined;
  for (const { lines, size } of blocks) {
    for (const text of lines) {
      height += above
        ? advance(above.size, text, size, above.text)
        : (ASCENT + markRoom(text)) * size;
      above = { size, text };
    }
  }
  if (!above) return 0;
  const below = (DEEP.test(above.text) ? DEEPEST : DESCENT) + markRoom(above.text);
  return height + below * above.size;
}

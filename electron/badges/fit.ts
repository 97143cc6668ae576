/** The two cuts a badge is set in. */
export type FontName = 'regular' | 'bold';

/** Width of a text in pt at a size in pt; must grow in proportion to the size. */
export type Measure = (text: string, sizePt: number, font: FontName) => number;

/** One text that is to be set in a column. Sizes in pt. */
export interface Block {
  text: string;
  font: FontName;
  largest: number;
  smallest: number;
  /** Lines the text may take before its size gives way instead. */
  lines: number;
}

/** A text as it is set: its lines from top to bottom, at one size (pt). */
export interface SetBlock {
  lines: string[];
  size: number;
  font: FontName;
  /** Width of the letters as a part of their own, 0.85–1; 1 where it is left out. */
  stretch?: number;
  /** A word had to be broken because it is wider than the column at the smallest size. */
  broken: boolean;
  /** What found no room at all; empty unless even the smallest size was too large. */
  dropped: string;
}

/** Noto Sans: highest and lowest a glyph reaches from the baseline, per em. */
export const ASCENT = 1.069;
export const DESCENT = 0.293;

/** From the baseline to what usually is the lowest and the highest ink (g, Å) of a neighbouring line. */
const BELOW = 0.25;
const ABOVE = 0.93;
/** Letters with stacked marks (Ễ, Ậ) reach higher. */
const ABOVE_STACKED = 1.08;
const STACKED = /[\u1ea0-\u1ef9]/u;

/** A smaller size on fewer lines is preferred until it falls below this part of the largest. */
const COMFORTABLE = 0.82;
const STEP = 0.25;
const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });

/** Distance from one baseline to the next, pt. */
export function advance(aboveSize: number, belowText: string, belowSize: number): number {
  return BELOW * aboveSize + (STACKED.test(belowText) ? ABOVE_STACKED : ABOVE) * belowSize;
}

/** Height of blocks set one under another, from the highest to the lowest a glyph may reach, pt. */
export function stackHeight(blocks: readonly SetBlock[]): number {
  let height = 0;
  let above: number | undefined;
  for (const { lines, size } of blocks) {
    for (const line of lines) {
      height += above === undefined ? ASCENT * size : advance(above, line, size);
      above = size;
    }
  }
  return above === undefined ? 0 : height + DESCENT * above;
}

/**
 * Sets one text in a column: shrinks it within its limits, then breaks at spaces and after hyphens
 * and slashes, and only when a single word is wider than the column breaks inside it.
 */
export function fitBlock(block: Block, width: number, measure: Measure): SetBlock {
  const pieces = breakable(block.text);
  const atOne = (text: string) => measure(text, 1, block.font);
  const comfortable = Math.max(block.smallest, block.largest * COMFORTABLE);
  const room = width / block.smallest;
  const fewest = Math.ceil(atOne(pieces.join('')) / room);
  let best: { lines: string[]; size: number } | undefined;
  for (let count = 1; count <= Math.min(block.lines, pieces.length); count += 1) {
    // Too much for that many lines even at the smallest size, however it is broken.
    if (count < fewest) continue;
    const lines = evenLines(pieces, count, atOne);
    const widest = Math.max(...lines.map(atOne));
    const size = Math.min(block.largest, Math.floor(width / widest / STEP) * STEP);
    if (!best || size > best.size) best = { lines, size };
    if (best.size >= comfortable) break;
  }
  const { font, smallest } = block;
  if (pieces.length === 0)
    return { lines: [], size: block.largest, font, broken: false, dropped: '' };
  if (best && best.size >= smallest) return { ...best, font, broken: false, dropped: '' };
  return {
    lines: fillLines(pieces, room, atOne),
    size: smallest,
    font,
    broken: pieces.some((piece) => atOne(piece.trimEnd()) > room),
    dropped: '',
  };
}

/**
 * Sets texts one under another in a box (pt). All give way in proportion until they fit; at their
 * smallest sizes, and only then, lines are left out from the longest text and named in `dropped`.
 */
export function fitStack(
  blocks: readonly Block[],
  width: number,
  height: number,
  measure: Measure,
): SetBlock[] {
  let set: SetBlock[] = [];
  for (let scale = 1; scale > 0.2; scale -= 0.05) {
    set = blocks.map((block) => {
      const largest = Math.max(block.smallest, block.largest * scale);
      return fitBlock({ ...block, largest }, width, measure);
    });
    if (stackHeight(set) <= height) return set;
    if (set.every(({ size }, index) => size === blocks[index]?.smallest)) break;
  }
  return leaveOut(set, width, height, measure);
}

function leaveOut(
  set: readonly SetBlock[],
  width: number,
  height: number,
  measure: Measure,
): SetBlock[] {
  const short = set.map((block) => ({ ...block, lines: [...block.lines] }));
  while (stackHeight(short) > height) {
    const longest = short.reduce((a, b) => (b.lines.length >= a.lines.length ? b : a));
    const last = longest.lines.pop();
    if (last === undefined) break;
    longest.dropped = longest.dropped ? `${last} ${longest.dropped}` : last;
  }
  for (const block of short) {
    const end = block.lines.pop();
    if (end === undefined || !block.dropped) {
      if (end !== undefined) block.lines.push(end);
      continue;
    }
    const letters = split(end);
    while (letters.length > 0 && measure(`${letters.join('')}…`, block.size, block.font) > width) {
      block.dropped = `${letters.pop() ?? ''}${block.dropped}`;
    }
    block.lines.push(`${letters.join('')}…`);
  }
  return short;
}

/** The text in pieces between which a line may end; a space, hyphen or slash stays with what it follows. */
function breakable(text: string): string[] {
  return (
    text
      .trim()
      .match(/[^\s/-]*(?:[/-]+\s*|\s+|$)/gu)
      ?.filter(Boolean) ?? []
  );
}

function split(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Of all ways to set the pieces in exactly `count` lines, the one whose widest line is narrowest. */
function evenLines(
  pieces: readonly string[],
  count: number,
  width: (text: string) => number,
): string[] {
  if (count === 1) return [pieces.join('')];
  let best: string[] = [];
  let narrowest = Infinity;
  for (let head = 1; head <= pieces.length - (count - 1); head += 1) {
    const first = pieces.slice(0, head).join('').trimEnd();
    if (width(first) >= narrowest) break;
    const lines = [first, ...evenLines(pieces.slice(head), count - 1, width)];
    const widest = Math.max(...lines.map(width));
    if (widest < narrowest) {
      narrowest = widest;
      best = lines;
    }
  }
  return best.length > 0 ? best : [pieces.join('')];
}

/** Fills line after line; a piece wider than `room` is broken between letters. */
function fillLines(
  pieces: readonly string[],
  room: number,
  width: (text: string) => number,
): string[] {
  const lines: string[] = [];
  let line = '';
  const add = (part: string) => {
    if (line && width((line + part).trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  };
  for (const piece of pieces) {
    if (width(piece.trimEnd()) <= room) add(piece);
    else for (const letter of split(piece)) add(letter);
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

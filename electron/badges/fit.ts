import { stackHeight } from './heights';

export { advance, ASCENT, DESCENT, stackHeight } from './heights';

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
  /** The narrower cut: width of the letters as a part of their own, 0.85–1; 1 where it is left out. */
  stretch?: number;
  /** A word had to be broken because it is wider than the column at the smallest size. */
  broken: boolean;
  /** What found no room at all; empty unless even the smallest size was too large. */
  dropped: string;
}

/** The narrowest cut: letters this much of their own width still look like themselves. */
export const NARROWEST = 0.85;

/** A smaller size on fewer lines is preferred until it falls below this part of the largest. */
const COMFORTABLE = 0.82;
const STEP = 0.25;
const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });

/**
 * Sets one text in a column: shrinks it within its limits, then breaks at spaces and after hyphens
 * and slashes, then takes as many lines as it needs, then a narrower cut, and only when a single word
 * is wider than the column even then breaks inside it.
 */
export function fitBlock(block: Block, width: number, measure: Measure): SetBlock {
  const { font, smallest } = block;
  const pieces = breakable(block.text);
  if (pieces.length === 0) {
    return { lines: [], size: block.largest, font, broken: false, dropped: '' };
  }
  const atOne = (text: string) => measure(text, 1, font);
  const wished = onWishedLines(block, pieces, width, atOne);
  if (wished) return { ...wished, font, broken: false, dropped: '' };
  const room = width / smallest;
  const widest = Math.max(...pieces.map((piece) => atOne(piece.trimEnd())));
  if (widest <= room) {
    const lines = fillLines(pieces, room, atOne);
    return { lines, size: smallest, font, broken: false, dropped: '' };
  }
  const stretch = Math.max(NARROWEST, Math.floor((room / widest) * 100) / 100);
  const lines = fillLines(pieces, room / stretch, atOne);
  return { lines, size: smallest, font, stretch, broken: widest * stretch > room, dropped: '' };
}

/** The largest size at which the text fits on the lines it was given; undefined below the smallest. */
function onWishedLines(
  block: Block,
  pieces: readonly string[],
  width: number,
  atOne: (text: string) => number,
): Pick<SetBlock, 'lines' | 'size'> | undefined {
  const { largest, smallest } = block;
  const comfortable = Math.max(smallest, largest * COMFORTABLE);
  const fewest = Math.ceil(atOne(pieces.join('')) / (width / smallest) - 0.1);
  let best: Pick<SetBlock, 'lines' | 'size'> | undefined;
  for (let count = Math.max(1, fewest); count <= Math.min(block.lines, pieces.length); count += 1) {
    const lines = evenLines(pieces, count, atOne);
    const widest = Math.max(...lines.map(atOne));
    const size = Math.min(largest, Math.floor(width / widest / STEP) * STEP);
    if (!best || size > best.size) best = { lines, size };
    if (best.size >= comfortable) break;
  }
  return best && best.size >= smallest ? best : undefined;
}

/**
 * Sets texts one under another in a box (pt). All give way in proportion until they fit; at their
 * smallest sizes the narrower cut saves lines; and only when that is not enough either, lines are left
 * out from the longest text and named in `dropped`.
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
  const narrow = set.map((one, index) => narrower(one, blocks[index]?.text ?? '', width, measure));
  return stackHeight(narrow) <= height ? narrow : leaveOut(narrow, width, height, measure);
}

/** A text of several lines on fewer of them, as it comes in the narrowest cut. */
function narrower(set: SetBlock, text: string, width: number, measure: Measure): SetBlock {
  const atOne = (line: string) => measure(line, 1, set.font);
  const lines = fillLines(breakable(text), width / set.size / NARROWEST, atOne);
  return lines.length < set.lines.length ? { ...set, lines, stretch: NARROWEST } : set;
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
    if (!block.dropped) continue;
    const end = block.lines.pop();
    if (end === undefined) continue;
    const room = width / (block.stretch ?? 1);
    const letters = split(end);
    while (letters.length > 0 && measure(`${letters.join('')}…`, block.size, block.font) > room) {
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

/** Of the ways to set the pieces in `count` lines, one whose widest line is as narrow as can be. */
function evenLines(
  pieces: readonly string[],
  count: number,
  width: (text: string) => number,
): string[] {
  if (count === 1) return [pieces.join('')];
  const advances = pieces.map(width);
  const inks = pieces.map((piece) => width(piece.trimEnd()));
  let [tooNarrow, enough] = [0, advances.reduce((sum, advance) => sum + advance, 0)];
  let ends = endsOfLines(advances, inks, enough);
  for (let round = 0; round < 24; round += 1) {
    const middle = (tooNarrow + enough) / 2;
    const found = endsOfLines(advances, inks, middle);
    if (found && found.length <= count) [ends, enough] = [found, middle];
    else tooNarrow = middle;
  }
  return (ends ?? [pieces.length]).map((end, line, all) =>
    pieces
      .slice(line === 0 ? 0 : all[line - 1], end)
      .join('')
      .trimEnd(),
  );
}

/** Where lines of at most `room` end when each takes what it can; undefined when a piece is wider. */
function endsOfLines(
  advances: readonly number[],
  inks: readonly number[],
  room: number,
): number[] | undefined {
  const ends: number[] = [];
  let used = 0;
  for (const [index, ink] of inks.entries()) {
    if (ink > room) return undefined;
    if (index > 0 && used + ink > room) {
      ends.push(index);
      used = 0;
    }
    used += advances[index] ?? 0;
  }
  return [...ends, inks.length];
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

import bidiFactory, { type Bidi } from 'bidi-js';
import { badgeFont, SCRIPTS, type Script } from './fonts';

/** A part of a line that is set with one font; its letters in the order in which they are written. */
export interface Run {
  text: string;
  script: Script;
}

/** What Noto Sans does not have, and what may change the order of its neighbours. */
const OTHER_SCRIPT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });
let bidi: Bidi | undefined;

/** The first script whose fonts have all characters of a grapheme, so that a mark stays with its letter. */
export function scriptOf(grapheme: string): Script | undefined {
  const codePoints = Array.from(grapheme, (one) => one.codePointAt(0) ?? 0);
  return SCRIPTS.find((script) => {
    if (script !== 'latin' && !OTHER_SCRIPT.test(grapheme)) return false;
    const [regular, bold] = [badgeFont('regular', script), badgeFont('bold', script)];
    return codePoints.every((codePoint) => regular.has(codePoint) && bold.has(codePoint));
  });
}

/**
 * The runs of a line from left to right as they are seen: names in Hebrew or Arabic come out in the
 * right order, also among others (Unicode Bidirectional Algorithm; the line's direction is that of its
 * first strong letter). Within a run fontkit puts the glyphs of such a script in their order by itself.
 */
export function runsOf(line: string): Run[] {
  if (!OTHER_SCRIPT.test(line)) return [{ text: line, script: 'latin' }];
  bidi ??= bidiFactory();
  const embedding = bidi.getEmbeddingLevels(line);
  const mirrored = bidi.getMirroredCharactersMap(line, embedding.levels);
  const runs: (Run & { level: number })[] = [];
  for (const { segment, index } of graphemes.segment(line)) {
    const level = embedding.levels[index] ?? 0;
    const text = mirrored.get(index) ?? segment;
    const script = scriptOf(text) ?? 'latin';
    const last = runs.at(-1);
    if (last?.script !== script || last.level !== level) runs.push({ text, script, level });
    // A sign of Noto Sans between letters that run to the left takes its place among them.
    else if (script === 'latin' && level % 2 === 1) last.text = text + last.text;
    else last.text += text;
  }
  return inSight(runs).map(({ text, script }) => ({ text, script }));
}

/** Rule L2: from the deepest level up, whatever lies at it or deeper is turned round. */
function inSight<R extends { level: number }>(runs: R[]): R[] {
  let seen = runs;
  const deepest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = deepest; level >= 1; level -= 1) {
    const next: R[] = [];
    let turned: R[] = [];
    for (const run of seen) {
      if (run.level >= level) turned = [run, ...turned];
      else {
        next.push(...turned, run);
        turned = [];
      }
    }
    seen = [...next, ...turned];
  }
  return seen;
}

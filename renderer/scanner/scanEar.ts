import { readCode } from '../../shared/model/code';
import { bare, codeAtEnd, codeInAddress, looksScanned, NO_AFFIXES, SHORTEST } from './codeText';
import type { Affixes, Found } from './codeText';
import type { Keystroke } from './keystroke';

/**
 * Between a slow scanner, 30 ms a key, and a very fast typist, 60 ms a key: the mean gap of a scan is below.
 */
const PACE_MS = 45;
/** The mean gap of what is taken for a scan although no desk knows such a code. */
const STRICT_PACE_MS = 35;
/** A scanner that stumbles (a slow cable, a radio) still goes on within this time. */
const CHAIN_MS = 120;
/** Enter, Tab and a line feed this soon after a scan are the scanner's, not a person's. */
export const TRAIL_MS = 200;
/** A scanner that sends no Enter has ended when nothing has come for this time. */
export const IDLE_MS = 150;
/** Longer than any address on a badge. */
const LONGEST = 400;

/**
 * How a scan may have ended: another character came after a pause, nothing more has come for a while, Enter came
 * late, or Enter came at once. The further on, the more is taken for a scan.
 */
type Ending = 'sure' | 'still' | 'known' | 'any';

/** A scan that was heard. */
export interface Scan {
  code: string;
  /** What the scanner sent, as it was understood. */
  raw: string;
  /** How many of the keystrokes taken since the last `forget` came before it. */
  from: number;
  /** Instant of its last character, ms, monotonic. */
  at: number;
  /** Mean time between characters, ms. */
  pace: number;
}

/** Tells a scanner, which is a keyboard to the machine, from a person by its rhythm and by what it says. */
export class ScanEar {
  affixes: Affixes = NO_AFFIXES;
  #keys: Keystroke[] = [];
  #scannedAt = Number.NEGATIVE_INFINITY;
  readonly #isKnown: (code: string) => boolean;

  /** `isKnown`: whether a code of another make than Nuija's belongs to somebody here. */
  constructor(isKnown: (code: string) => boolean) {
    this.#isKnown = isKnown;
  }

  /** Keystrokes that may still turn out to be a scan. */
  get waiting(): number {
    return this.#keys.length;
  }

  /** Takes one character. The scans are those that ended before it, without Enter. */
  take(key: Keystroke): Scan[] {
    const gap = key.at - this.#lastAt;
    const scans = gap > PACE_MS ? this.#ended('sure') : [];
    if (gap > CHAIN_MS || this.#keys.length >= LONGEST) this.#keys = [];
    this.#keys.push(key);
    return scans;
  }

  /** Nothing has come for a while. */
  idle(): Scan[] {
    return this.#ended('still');
  }

  /** Enter or Tab at an instant. */
  close(at: number): Scan[] {
    const scans = at - this.#lastAt > CHAIN_MS ? this.#ended('known') : this.#ended('any');
    this.#keys = [];
    return scans;
  }

  /** Whether Enter, Tab or a line feed at this instant still belongs to the last scan. */
  trails(at: number): boolean {
    return at - this.#scannedAt <= TRAIL_MS;
  }

  /** Any other key: a person's. */
  forget(): void {
    this.#keys = [];
  }

  get #lastAt(): number {
    return this.#keys.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  }

  /** The scans at the end of what has come, in their order; what came before them is a person's. */
  #ended(how: Ending): Scan[] {
    const scans: Scan[] = [];
    let keys = this.#keys;
    for (let scan = this.#last(keys, how); scan; scan = this.#last(keys, 'sure')) {
      scans.unshift(scan);
      keys = keys.slice(0, scan.from);
    }
    const [last] = scans.slice(-1);
    if (last) {
      this.#scannedAt = last.at;
      this.#keys = [];
    }
    return scans;
  }

  #last(keys: Keystroke[], how: Ending): Scan | undefined {
    if (keys.length < SHORTEST) return undefined;
    // In the reading that also understands what the scanner has put before the code.
    const sure = (['typed', 'us'] as const)
      .filter((reading) => how === 'any' || this.#isWhole(textOf(keys, reading)))
      .map((reading) => this.#scanOf(keys, textOf(keys, reading), PACE_MS, codeAtEnd))
      .filter((scan) => scan !== undefined)
      .toSorted((a, b) => a.from - b.from);
    if (sure[0]) return sure[0];
    if (how === 'sure') return undefined;
    const run = runOf(keys);
    for (const reading of ['typed', 'us'] as const) {
      const text = textOf(run, reading);
      if (how === 'still' && !this.#isWhole(text)) continue;
      const scan = this.#scanOf(run, text, PACE_MS, (all) => this.#known(all));
      if (scan) return { ...scan, from: scan.from + keys.length - run.length };
    }
    if (how !== 'any') return undefined;
    for (const reading of ['us', 'typed'] as const) {
      const scan = this.#scanOf(run, textOf(run, reading), STRICT_PACE_MS, (text) =>
        this.#strange(text),
      );
      if (scan) return { ...scan, from: scan.from + keys.length - run.length };
    }
    return undefined;
  }

  /** Without Enter a scan has ended only once its suffix, where it has one, has come. */
  #isWhole(text: string): boolean {
    return text.toLowerCase().endsWith(this.affixes.suffix.toLowerCase());
  }

  #scanOf(
    keys: Keystroke[],
    text: string,
    pace: number,
    find: (text: string, affixes: Affixes) => Found | undefined,
  ): Scan | undefined {
    const found = find(text, this.affixes);
    if (!found) return undefined;
    const from = keys.length - found.length;
    const [first, last] = [keys[from], keys.at(-1)];
    if (!first || !last) return undefined;
    const mean = (last.at - first.at) / (found.length - 1);
    if (mean > pace) return undefined;
    return { code: found.code, raw: text.slice(from), from, at: last.at, pace: mean };
  }

  /** A code that somebody here has, though it is not of Nuija's making. */
  #known(text: string): Found | undefined {
    const rest = bare(text, this.affixes);
    const plain = readCode(rest);
    const isKnown = plain.length >= SHORTEST && this.#isKnown(plain);
    const code = isKnown ? plain : rest.includes('://') ? codeInAddress(rest, this.#isKnown) : '';
    return code ? { code, length: text.length } : undefined;
  }

  /** What only a scanner can have sent, though nobody knows it. */
  #strange(text: string): Found | undefined {
    const rest = bare(text, this.affixes);
    const marked = rest !== text && rest.length >= SHORTEST;
    if (!marked && !looksScanned(rest) && !/^https?:\/\/\S{6,}$/i.test(rest)) return undefined;
    return { code: readCode(rest), length: text.length };
  }
}

/** One character per keystroke, so that places in the text are places among the keys. */
function textOf(keys: readonly Keystroke[], reading: 'typed' | 'us'): string {
  return keys.map((key) => key[reading].slice(0, 1) || '\0').join('');
}

/** The keystrokes at the end that came without a pause. */
function runOf(keys: Keystroke[]): Keystroke[] {
  const start = keys.findLastIndex((key, at) => key.at - (keys[at - 1]?.at ?? key.at) > PACE_MS);
  return keys.slice(Math.max(0, start));
}

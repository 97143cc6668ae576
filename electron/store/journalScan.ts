import type { FileProblem, ProblemKind } from './problem';
import type { CommitFrom, Numbered } from './journalLine';
import { factCount, lineIsSound, lineJson, lineSeq } from './journalLine';

/** What a journal holds. Lengths in bytes. */
export interface JournalScan<C extends Numbered> {
  /** Commits after the asked number, following it without a gap. */
  commits: C[];
  /** Whether `commits` reach the end: false when damage stands between the asked number and the end. */
  complete: boolean;
  /** Number of the next fact; means something only when `complete`. */
  next: number;
  /** Number of the last fact seen, 0 in an empty journal. */
  last: number;
  /** How many facts stand in sound lines. */
  facts: number;
  lines: number;
  /** Length of the whole lines; what follows is a torn tail that was never acknowledged. */
  length: number;
  torn: boolean;
  problems: FileProblem[];
}

/** What the reader of a journal has to say: its name for problems, what it holds already, how to type a line. */
export interface ScanWish<C extends Numbered> {
  file: string;
  /** Number of the last fact that a snapshot holds already, 0 for none. */
  after: number;
  commitFrom: CommitFrom<C>;
}

const NEWLINE = 10;

/**
 * Reads a journal's bytes. Every line's checksum and its place in the sequence are checked, but only commits
 * after the number `after` are parsed. A damaged line is named and never stepped over: what comes behind it is
 * taken only where `after` covers the hole.
 */
export function scanJournal<C extends Numbered>(bytes: Buffer, wish: ScanWish<C>): JournalScan<C> {
  const scanner = new Scanner(bytes, wish);
  let line = 0;
  let at = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, at)) {
    scanner.line(++line, at, end);
    at = end + 1;
  }
  return scanner.end(line, at);
}

class Scanner<C extends Numbered> {
  readonly #bytes: Buffer;
  readonly #wish: ScanWish<C>;
  readonly #commits: C[] = [];
  readonly #problems: FileProblem[] = [];
  #complete = true;
  #reach: number;
  /** Number the next line must have; null behind damage. */
  #expected: number | null = 1;
  #last = 0;
  #facts = 0;
  /** Damaged lines since the last sound one. */
  #damaged = 0;
  /** A whole line of which only the number was read. */
  #skipped: { line: number; from: number; to: number; seq: number } | null = null;

  constructor(bytes: Buffer, wish: ScanWish<C>) {
    this.#bytes = bytes;
    this.#wish = wish;
    this.#reach = wish.after;
  }

  line(line: number, from: number, to: number): void {
    if (!lineIsSound(this.#bytes, from, to)) {
      this.#settleSkipped(null);
      this.#name(line, 'checksum', `line ${line} is not what was written`);
      this.#expected = null;
      this.#damaged++;
      return;
    }
    const seq = lineSeq(this.#bytes, from);
    this.#settleSkipped(seq);
    const follows =
      this.#expected === null ? seq > this.#last + this.#damaged : seq === this.#expected;
    if (!follows) {
      const due = this.#expected ?? this.#last + 1;
      this.#name(line, 'gap', `line ${line} begins with fact ${seq}; ${due} should come next`);
    }
    this.#damaged = 0;
    if (seq <= this.#wish.after) this.#skipped = { line, from, to, seq };
    else this.#parse(line, from, to, seq);
  }

  end(lines: number, length: number): JournalScan<C> {
    const { after } = this.#wish;
    const bytes = this.#bytes;
    this.#settleSkipped(null);
    const torn = length < bytes.length;
    if (torn && lineIsSound(bytes, length, bytes.length - 1)) {
      this.#name(lines + 1, 'checksum', `line ${lines + 1} has lost its line end`);
      this.#complete = false;
    }
    // One damaged last line is surely inside a snapshot that reaches past it; of several nobody can tell.
    if (this.#damaged > 1 || (this.#damaged === 1 && after <= this.#last)) this.#complete = false;
    if (this.#damaged === 0 && this.#last < after) {
      const detail = `the journal ends with fact ${this.#last}, the snapshot holds ${after}`;
      this.#problems.push({ file: this.#wish.file, what: 'behind', detail });
      this.#complete = false;
    }
    if (this.#last > this.#reach && this.#problems.length === 0) {
      this.#name(lines, 'gap', `no line begins with fact ${after + 1}, which the snapshot lacks`);
      this.#complete = false;
    }
    return {
      commits: this.#commits,
      complete: this.#complete,
      next: this.#reach + 1,
      last: this.#last,
      facts: this.#facts,
      lines,
      length,
      torn,
      problems: this.#problems,
    };
  }

  #parse(line: number, from: number, to: number, seq: number): void {
    try {
      const json = lineJson(this.#bytes, from, to);
      this.#counted(seq, factCount(json));
      if (seq !== this.#reach + 1) this.#complete = false;
      if (!this.#complete) return;
      this.#commits.push(this.#wish.commitFrom(json));
      this.#reach = this.#last;
    } catch (error) {
      this.#unreadable(line, error);
      this.#complete = false;
    }
  }

  /** How far the skipped line reaches: it is parsed only when the next line's number does not tell. */
  #settleSkipped(next: number | null): void {
    if (this.#skipped === null) return;
    const { line, from, to, seq } = this.#skipped;
    this.#skipped = null;
    try {
      const count = next === seq + 1 ? 1 : factCount(lineJson(this.#bytes, from, to));
      this.#counted(seq, count);
    } catch (error) {
      this.#unreadable(line, error);
    }
  }

  #counted(seq: number, count: number): void {
    this.#facts += count;
    this.#expected = seq + count;
    this.#last = this.#expected - 1;
  }

  #unreadable(line: number, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.#name(line, 'unreadable', `line ${line} cannot be read: ${why}`);
    this.#expected = null;
  }

  #name(line: number, what: ProblemKind, detail: string): void {
    this.#problems.push({ file: this.#wish.file, line, what, detail });
  }
}

import type { CommitFrom, Numbered, ParsedLine } from './journalLine';
import { lineCommit, lineNumbers, parseLine } from './journalLine';
import { journalPieces } from './journalPieces';
import type { Piece } from './journalPieces';
import type { FileProblem, ProblemKind } from './problem';
import type { Seal } from './seal';
import { StoreError } from './storeError';

/** Facts that no line holds, both ends included. */
export interface Hole {
  from: number;
  to: number;
}

/** What a journal holds. Lengths in bytes. */
export interface JournalScan<C extends Numbered> {
  /** Of the file's format; 1 when it has no head line. */
  version: number;
  /** The mark of its history; null when there is no head to tell. */
  history: string | null;
  /** Commits after the asked number, in order; between them may be holes. */
  commits: C[];
  /** Facts up to `next` that damage has taken and nobody has been told of yet. */
  holes: Hole[];
  /** Facts that an earlier repair has noted as lost. */
  lost: Hole[];
  /** Number of the next fact: behind the last one here and behind what the snapshot holds. */
  next: number;
  /** Number of the last fact kept, 0 in an empty journal. */
  last: number;
  /** How many facts stand in the lines that are kept. */
  facts: number;
  lines: number;
  /** Length of what is kept; what follows was never acknowledged, or is not whole. */
  length: number;
  /** Up to here all is surely on the disk: what follows may be known to the page cache alone. */
  sure: number;
  /** A last line that was not finished: nobody was told that it was saved. */
  torn: boolean;
  problems: FileProblem[];
}

/** What the reader of a journal has to say. */
export interface ScanWish<C extends Numbered> {
  /** The file's name, for problems. */
  file: string;
  /** Number of the last fact that a snapshot holds already, 0 for none. */
  after: number;
  /** How a line gets its type; null to count only, which needs no seal. */
  commitFrom: CommitFrom<C> | null;
  seal?: Seal | null;
}

/**
 * Reads a journal's bytes. Every line's checksum and its place in the sequence are checked, but only commits
 * after the number `after` are parsed. Damage is named. What stands behind it is taken where a later write
 * proves that the damaged one had been durable; a last write that is not whole is left out from its first
 * damaged line on, for it may never have been acknowledged and its later lines build on the missing one.
 * Throws StoreError 'locked' or 'tampered' where a seal does not fit.
 */
export function scanJournal<C extends Numbered>(bytes: Buffer, wish: ScanWish<C>): JournalScan<C> {
  const scanner = new Scanner(bytes, wish);
  for (const piece of journalPieces(bytes)) scanner.piece(piece);
  return scanner.end();
}

/** Damage of which it is not known yet whether its write had been durable, and what stood before it. */
interface Open extends Hole {
  cut: number;
  commits: number;
  last: number;
  facts: number;
}

class Scanner<C extends Numbered> {
  readonly #bytes: Buffer;
  readonly #wish: ScanWish<C>;
  readonly #commits: C[] = [];
  readonly #problems: FileProblem[] = [];
  readonly #holes: Hole[] = [];
  readonly #lost: Hole[] = [];
  #version = 1;
  #history: string | null = null;
  #last = 0;
  #facts = 0;
  #lines = 0;
  /** End of the last sound line. */
  #length = 0;
  /** Where the last write began. */
  #groupAt = 0;
  #torn = false;
  /** Where damage began that no sound line has followed yet. */
  #damagedAt: number | null = null;
  #open: Open[] = [];
  /** A line inside the snapshot, of which only the numbers were read. */
  #skipped: (Piece & { seq: number }) | null = null;

  constructor(bytes: Buffer, wish: ScanWish<C>) {
    this.#bytes = bytes;
    this.#wish = wish;
  }

  piece(piece: Piece): void {
    this.#lines = piece.line;
    if (piece.state === 'torn') {
      this.#torn = true;
      this.#lines--;
      return;
    }
    if (piece.state === 'damaged' || piece.repaired) {
      this.#name(piece.line, 'checksum', `line ${piece.line} is not what was written`);
    }
    if (piece.state === 'damaged') this.#damagedAt ??= this.#length;
    else this.#sound(piece);
  }

  #sound(piece: Piece): void {
    const { line, from, end } = piece;
    const { seq, group } = lineNumbers(this.#bytes, from);
    this.#settleSkipped(seq);
    if (seq === 0 && line === 1) {
      this.#head(piece);
    } else if (!(seq > this.#last)) {
      this.#name(
        line,
        'gap',
        `line ${line} begins with fact ${seq}; ${this.#last + 1} should come next`,
      );
    } else {
      this.#follow(line, seq, group);
      if (seq <= this.#wish.after) this.#skipped = { ...piece, seq };
      else this.#take(piece, seq);
    }
    if (seq === group) this.#groupAt = from;
    this.#damagedAt = null;
    this.#length = end;
  }

  /** Opens a hole where facts are missing before a line, and settles those that the line proves durable. */
  #follow(line: number, seq: number, group: number): void {
    if (seq > this.#last + 1) {
      if (this.#damagedAt === null) {
        const due = this.#last + 1;
        this.#name(line, 'gap', `line ${line} begins with fact ${seq}; ${due} should come next`);
      }
      this.#open.push({ from: this.#last + 1, to: seq - 1, ...this.#before() });
    }
    const settled = (open: Open) => open.to < group || open.to <= this.#wish.after;
    this.#holes.push(...this.#open.filter(settled).map(({ from, to }) => ({ from, to })));
    this.#open = this.#open.filter((open) => !settled(open));
  }

  #before() {
    const cut = this.#damagedAt ?? this.#length;
    return { cut, commits: this.#commits.length, last: this.#last, facts: this.#facts };
  }

  #head({ line, from, to }: Piece): void {
    try {
      const parsed = parseLine(this.#bytes, from, to);
      if (parsed.what !== 'head') throw new Error('it is no head');
      this.#version = parsed.version;
      this.#history = parsed.history;
    } catch (error) {
      this.#unreadable(line, error);
    }
  }

  #take(piece: Piece, seq: number): void {
    const parsed = this.#parse(piece, seq);
    const { commitFrom, seal = null } = this.#wish;
    if (!parsed || !commitFrom) return;
    if (parsed.what === 'lost') return this.#unheld(piece.line, seq);
    try {
      this.#commits.push(commitFrom(lineCommit(parsed, seal)));
    } catch (error) {
      if (!(error instanceof StoreError)) return this.#unreadable(piece.line, error);
      const where = `${this.#wish.file}: line ${piece.line}: ${error.message}`;
      throw new StoreError(error.code, where, this.#wish.file, error);
    }
  }

  /**
   * A repair writes a database that holds all but the lost facts, in one step with the line that says so. Where the
   * database does not reach there, it was put back, or the line was put in by somebody: a person is told.
   */
  #unheld(line: number, from: number): void {
    const detail = `line ${line} says that facts are lost, and the database does not reach there`;
    this.#name(line, 'gap', detail);
    this.#holes.push({ from, to: this.#last });
  }

  #parse({ line, from, to }: Piece, seq: number): Exclude<ParsedLine, { what: 'head' }> | null {
    try {
      const parsed = parseLine(this.#bytes, from, to);
      if (parsed.what === 'head') throw new Error('it is a second head');
      this.#last = seq + parsed.count - 1;
      if (parsed.what === 'lost') this.#lost.push({ from: seq, to: this.#last });
      else this.#facts += parsed.count;
      return parsed;
    } catch (error) {
      this.#unreadable(line, error);
      return null;
    }
  }

  /** How far the skipped line reaches: it is parsed only when the next line's number does not tell. */
  #settleSkipped(next: number | null): void {
    const skipped = this.#skipped;
    if (skipped === null) return;
    this.#skipped = null;
    if (next === skipped.seq + 1) {
      this.#last = skipped.seq;
      this.#facts++;
      return;
    }
    this.#parse(skipped, skipped.seq);
    const { after } = this.#wish;
    if (this.#last <= after) return;
    const detail = `no line begins with fact ${after + 1}, which the snapshot lacks`;
    this.#name(skipped.line, 'gap', detail);
    this.#holes.push({ from: after + 1, to: this.#last });
  }

  end(): JournalScan<C> {
    this.#settleSkipped(null);
    const [first] = this.#open;
    if (first) {
      this.#commits.length = first.commits;
      this.#length = first.cut;
      this.#last = first.last;
      this.#facts = first.facts;
    } else if (this.#damagedAt !== null) {
      this.#length = this.#damagedAt;
    }
    const { after, file } = this.#wish;
    if (this.#last < after) {
      const detail = `the journal ends with fact ${this.#last}, the snapshot holds ${after}`;
      if (this.#problems.length === 0) this.#problems.push({ file, what: 'behind', detail });
      this.#holes.push({ from: this.#last + 1, to: after });
    }
    return {
      version: this.#version,
      history: this.#history,
      commits: this.#commits,
      holes: this.#holes.filter((hole) => hole.from <= Math.max(this.#last, after)),
      lost: this.#lost.filter((hole) => hole.to <= Math.max(this.#last, after)),
      next: Math.max(this.#last, after) + 1,
      last: this.#last,
      facts: this.#facts,
      lines: this.#lines,
      length: this.#length,
      sure: this.#last > after ? Math.min(this.#groupAt, this.#length) : this.#length,
      torn: this.#torn,
      problems: this.#problems,
    };
  }

  #unreadable(line: number, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.#name(line, 'unreadable', `line ${line} cannot be read: ${why}`);
  }

  #name(line: number, what: ProblemKind, detail: string): void {
    this.#problems.push({ file: this.#wish.file, line, what, detail });
  }
}

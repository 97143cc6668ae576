import { lineIsSound, nextOpening } from './journalLine';

/** A stretch of a journal's bytes that is one line, or damage. */
export interface Piece {
  /** From 1. */
  line: number;
  from: number;
  /** End of the line's text, newline left out. */
  to: number;
  /** Where what follows begins. */
  end: number;
  /** `torn` stands last and has no newline: it was never finished. */
  state: 'sound' | 'damaged' | 'torn';
  /** A sound line whose newline is damaged, or that stands behind damage without one. */
  repaired: boolean;
}

const NEWLINE = 10;

/** A journal's lines in order. Where bytes are damaged, the sound lines among them are found all the same. */
export function* journalPieces(bytes: Buffer): Generator<Piece> {
  let line = 0;
  let at = 0;
  for (let to = bytes.indexOf(NEWLINE); to !== -1; to = bytes.indexOf(NEWLINE, at)) {
    line++;
    const end = to + 1;
    if (lineIsSound(bytes, at, to)) {
      yield { line, from: at, to, end, state: 'sound', repaired: false };
    } else {
      yield* amongDamage(bytes, line, at, to, end);
    }
    at = end;
  }
  if (at < bytes.length) yield* lastPiece(bytes, line + 1, at);
}

/** Lines that run into each other because the newline between them, or all before them, is damaged. */
function* amongDamage(
  bytes: Buffer,
  line: number,
  from: number,
  to: number,
  end: number,
): Generator<Piece> {
  for (let at = from; at < to;) {
    const next = nextOpening(bytes, at, to);
    const stop = next === -1 ? to : next;
    const text = [stop, stop - 1].find((each) => lineIsSound(bytes, at, each));
    const state = text === undefined ? 'damaged' : 'sound';
    const piece = { line, from: at, to: text ?? stop, state, repaired: true } as const;
    yield { ...piece, end: next === -1 ? end : stop };
    at = next === -1 ? to : next;
  }
}

/** A whole line of which only the newline is another byte was written to its end; all else is torn. */
function* lastPiece(bytes: Buffer, line: number, from: number): Generator<Piece> {
  const to = bytes.length - 1;
  const sound = lineIsSound(bytes, from, to);
  yield {
    line,
    from,
    to: sound ? to : bytes.length,
    end: bytes.length,
    state: sound ? 'sound' : 'torn',
    repaired: sound,
  };
}

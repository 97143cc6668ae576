import type { AnswerKind } from './answerKind';

/** A stretch of one pitch. */
export interface Note {
  /** Hz. */
  pitch: number;
  /** From the beginning of its answer, ms. */
  from: number;
  /** ms. */
  length: number;
}

const notes = (length: number, gap: number, ...pitches: number[]): readonly Note[] =>
  pitches.map((pitch, index) => ({ pitch, from: index * (length + gap), length }));

/**
 * The sound of each answer, told apart by rhythm and direction and not by pitch alone: rising is good, the same
 * twice is "again", falling and low is not.
 */
export const TONES: Record<AnswerKind, readonly Note[]> = {
  in: notes(80, 10, 880, 1_320),
  back: notes(60, 10, 660, 880, 1_100),
  again: notes(80, 50, 620, 620),
  several: notes(60, 10, 620, 780, 620),
  cancelled: notes(110, 10, 520, 350),
  otherEvent: notes(60, 25, 300, 300, 300),
  unknown: notes(240, 0, 230),
  refused: notes(240, 0, 180),
};

/** Silence between two answers, ms. */
const BREATH_MS = 60;
/** An answer that could be heard only after this time belongs to somebody who has gone, ms. */
const LATEST_MS = 700;

/** How long an answer sounds, ms. */
export function lengthOf(kind: AnswerKind): number {
  return Math.max(...TONES[kind].map((note) => note.from + note.length));
}

/**
 * When an answer of `now` may sound so that no two are heard at once; undefined when it would come too
 * late. `busyUntil` is the end of the last one; all in ms of one clock.
 */
export function startOf(now: number, busyUntil: number): number | undefined {
  const start = busyUntil > now ? busyUntil + BREATH_MS : now;
  return start - now > LATEST_MS ? undefined : start;
}

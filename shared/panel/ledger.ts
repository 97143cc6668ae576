import { AUDIENCE, NOBODY } from '../model/mark';
import type { Correction, Mark } from '../model/mark';
import type { Duration, Instant } from '../model/units';

/** One stretch of the panel's time in which one speaker, or nobody, held the floor. */
export interface Turn {
  /** The mark that begins it; '' for the silence before the first one. */
  mark: string;
  /** Seat id, 'moderator', 'audience', or '' for nobody. */
  speaker: string;
  /** In a pause: to whom the floor returns; else ''. */
  resume: string;
  from: Instant;
  to: Instant;
  ms: Duration;
  /** Goes on now. */
  running: boolean;
  corrected: boolean;
  /** The corrections that stand, the earliest first. */
  history: readonly Correction[];
  /** Given beyond the panel's limit of a turn; below 0 = less. */
  extraMs: Duration;
}

/**
 * The panel's time from start to end, or to now while it runs, cut at its marks: the stretches add
 * up to it to the millisecond by their making, whatever was corrected. `marks` in order of time;
 * what lies outside is clipped, so a mark may begin a turn of 0 ms. None before the panel has begun.
 */
export function turnsOf(
  marks: readonly Mark[],
  startedAt: Instant | null,
  endedAt: Instant | null,
  now: Instant,
): Turn[] {
  if (startedAt === null) return [];
  const end = Math.max(startedAt, endedAt ?? now);
  const within = (at: Instant) => Math.min(end, Math.max(startedAt, at));
  const turns: Turn[] = marks.map((mark, at) => {
    const from = within(mark.at);
    const to = within(marks[at + 1]?.at ?? end);
    const running = endedAt === null && at === marks.length - 1;
    const { id, speaker, resume, corrected, history, extraMs } = mark;
    const told = { corrected, history, extraMs };
    return { mark: id, speaker, resume, from, to, ms: to - from, running, ...told };
  });
  const first = turns[0]?.from ?? end;
  if (turns.length > 0 && first === startedAt) return turns;
  const silence = { mark: '', speaker: NOBODY, resume: '', from: startedAt, to: first };
  const running = endedAt === null && turns.length === 0;
  const told = { corrected: false, history: [], extraMs: 0 };
  return [{ ...silence, ms: first - startedAt, running, ...told }, ...turns];
}

/**
 * The place of the stretch with which the one at `at` goes on, or -1 where it begins anew: the one before it was
 * the same speaker's, or there were only pauses between them, after each of which the floor was to return (two in
 * a row are left where what was said between them was taken back). The audience asks again: another question.
 */
function goesOnFrom(turns: readonly Turn[], at: number): number {
  const speaker = turns[at]?.speaker ?? NOBODY;
  if (speaker === NOBODY) return -1;
  let from = at - 1;
  while (turns[from]?.speaker === NOBODY && turns[from]?.resume === speaker) from--;
  const asksAnew = speaker === AUDIENCE && from === at - 1;
  return turns[from]?.speaker === speaker && !asksAnew ? from : -1;
}

/**
 * The stretches of one speaker that make up the whole turn to which the stretch `at` belongs, without
 * the pauses between them.
 */
export function turnAround(turns: readonly Turn[], at: number): Turn[] {
  const here = turns[at];
  if (!here) return [];
  const around = [here];
  for (let n = goesOnFrom(turns, at); n >= 0; n = goesOnFrom(turns, n)) {
    around.unshift(...turns.slice(n, n + 1));
  }
  let last = at;
  for (const [n, turn] of turns.entries()) {
    if (n <= last || goesOnFrom(turns, n) !== last) continue;
    around.push(turn);
    last = n;
  }
  return around;
}

/** Every turn whole: its stretches in order, the pauses between them left out. Silence is no turn. */
export function wholeTurns(turns: readonly Turn[]): Turn[][] {
  const whole: Turn[][] = [];
  for (const [at, turn] of turns.entries()) {
    if (turn.speaker === NOBODY) continue;
    if (goesOnFrom(turns, at) >= 0) whole.at(-1)?.push(turn);
    else whole.push([turn]);
  }
  return whole;
}

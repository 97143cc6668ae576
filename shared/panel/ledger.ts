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
 * Whether a stretch goes on with what its speaker had begun: the one before it was the same
 * speaker's, or a pause after which the floor returned. The audience asks again: another question.
 */
export function goesOn(turns: readonly Turn[], at: number): boolean {
  const turn = turns[at];
  const before = turns[at - 1];
  if (!turn || !before || turn.speaker === NOBODY) return false;
  if (before.speaker === NOBODY) return before.resume === turn.speaker;
  return before.speaker === turn.speaker && turn.speaker !== AUDIENCE;
}

/**
 * The stretches of one speaker that make up the whole turn to which the stretch `at` belongs, without
 * the pauses between them.
 */
export function turnAround(turns: readonly Turn[], at: number): Turn[] {
  const here = turns[at];
  if (!here) return [];
  const before: Turn[] = [];
  for (let n = at; goesOn(turns, n);) {
    n = turns[n - 1]?.speaker === NOBODY ? n - 2 : n - 1;
    const turn = turns[n];
    if (turn?.speaker !== here.speaker) break;
    before.unshift(turn);
  }
  const after: Turn[] = [];
  for (let n = at; ;) {
    n = turns[n + 1]?.speaker === NOBODY ? n + 2 : n + 1;
    const turn = turns[n];
    if (turn?.speaker !== here.speaker || !goesOn(turns, n)) break;
    after.push(turn);
  }
  return [...before, here, ...after];
}

/** Every turn whole: its stretches in order, the pauses between them left out. Silence is no turn. */
export function wholeTurns(turns: readonly Turn[]): Turn[][] {
  const whole: Turn[][] = [];
  for (const [at, turn] of turns.entries()) {
    if (turn.speaker === NOBODY) continue;
    const last = whole.at(-1);
    if (last?.[0]?.speaker === turn.speaker && goesOn(turns, at)) last.push(turn);
    else whole.push([turn]);
  }
  return whole;
}

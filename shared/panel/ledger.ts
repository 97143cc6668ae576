import { NOBODY } from '../model/mark';
import type { Mark } from '../model/mark';
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
    const { id, speaker, resume, corrected } = mark;
    return { mark: id, speaker, resume, from, to, ms: to - from, running, corrected };
  });
  const first = turns[0]?.from ?? end;
  if (turns.length > 0 && first === startedAt) return turns;
  const silence = { mark: '', speaker: NOBODY, resume: '', from: startedAt, to: first };
  const running = endedAt === null && turns.length === 0;
  return [{ ...silence, ms: first - startedAt, running, corrected: false }, ...turns];
}

/**
 * Whether a stretch goes on with what its speaker had begun: the one before it was the same
 * speaker's, or a pause after which the floor returned.
 */
export function goesOn(turns: readonly Turn[], at: number): boolean {
  const turn = turns[at];
  const before = turns[at - 1];
  if (!turn || !before || turn.speaker === NOBODY) return false;
  return (before.speaker === NOBODY ? before.resume : before.speaker) === turn.speaker;
}

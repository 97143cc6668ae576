import { NOBODY } from '../model/mark';
import type { Panel } from '../model/session';
import { SECOND } from '../model/units';
import type { Duration, Instant } from '../model/units';
import { turnAround } from './ledger';
import type { Turn } from './ledger';

/** Who holds the floor now. */
export interface CurrentTurn {
  mark: string;
  speaker: string;
  /** When this stretch began. */
  since: Instant;
  /** Length of this stretch. */
  ms: Duration;
  /** Length of the whole turn, with what was spoken before pauses in it. */
  turnMs: Duration;
  /** What the turn may last, with what it was given beyond the panel's limit; 0 = no limit. Only seats have one. */
  limitMs: Duration;
  /** What it was given beyond the panel's limit; below 0 = less. */
  extraMs: Duration;
}

/** The turn that goes on at the end of the ledger; null when nobody speaks or the panel is over. */
export function currentTurn(
  turns: readonly Turn[],
  panel: Pick<Panel, 'seats' | 'turnLimitMs'>,
): CurrentTurn | null {
  const last = turns.at(-1);
  if (!last?.running || last.speaker === NOBODY) return null;
  const { mark, speaker, from, ms } = last;
  const stretches = turnAround(turns, turns.length - 1);
  const turnMs = stretches.reduce((sum, turn) => sum + turn.ms, 0);
  const limitMs = limitOf(stretches, panel);
  return { mark, speaker, since: from, ms, turnMs, limitMs, extraMs: extraOf(stretches) };
}

const extraOf = (stretches: readonly Turn[]) =>
  stretches.reduce((sum, turn) => sum + turn.extraMs, 0);

/**
 * What a whole turn may last: the panel's limit and what the turn was given beyond it, at least a
 * second; 0 = no limit, as for all who are not seats. A limit set anew holds for the running turn.
 */
export function limitOf(
  stretches: readonly Turn[],
  { seats, turnLimitMs }: Pick<Panel, 'seats' | 'turnLimitMs'>,
): Duration {
  const isSeat = seats.some((seat) => seat.id === stretches[0]?.speaker);
  return isSeat && turnLimitMs > 0 ? Math.max(SECOND, turnLimitMs + extraOf(stretches)) : 0;
}

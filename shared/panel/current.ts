import { NOBODY } from '../model/mark';
import type { Panel } from '../model/session';
import type { Duration, Instant } from '../model/units';
import { goesOn } from './ledger';
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
  /** What a turn may last, 0 = no limit; only seats have one. */
  limitMs: Duration;
}

/** The turn that goes on at the end of the ledger; null when nobody speaks or the panel is over. */
export function currentTurn(
  turns: readonly Turn[],
  panel: Pick<Panel, 'seats' | 'turnLimitMs'>,
): CurrentTurn | null {
  const last = turns.at(-1);
  if (!last?.running || last.speaker === NOBODY) return null;
  const { mark, speaker, from, ms } = last;
  const isSeat = panel.seats.some((seat) => seat.id === speaker);
  const limitMs = isSeat ? panel.turnLimitMs : 0;
  return { mark, speaker, since: from, ms, turnMs: wholeTurn(turns), limitMs };
}

/** Length of the last turn together with the stretches of it before pauses. */
function wholeTurn(turns: readonly Turn[]): Duration {
  const speaker = turns.at(-1)?.speaker;
  let ms = 0;
  for (let at = turns.length - 1; at >= 0; at--) {
    const turn = turns[at];
    if (!turn) break;
    if (turn.speaker === speaker) {
      ms += turn.ms;
      if (!goesOn(turns, at)) break;
    }
  }
  return ms;
}

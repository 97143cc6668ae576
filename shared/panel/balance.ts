import { apportion } from '../model/apportion';
import { AUDIENCE, MODERATOR, NOBODY } from '../model/mark';
import type { Panel, Seat, Session } from '../model/session';
import type { EventState } from '../model/state';
import type { Duration, Instant } from '../model/units';
import type { Day } from '../programme/day';
import { lengthOf } from '../programme/span';
import { jainIndex } from './fairness';
import { currentTurn } from './current';
import type { CurrentTurn } from './current';
import { turnsOf, wholeTurns } from './ledger';
import type { Turn } from './ledger';
import { marksOf } from './marks';

/** How one seat stands. */
export interface SeatBalance {
  seat: string;
  spokenMs: Duration;
  budgetMs: Duration;
  /** Below 0 = over the budget. */
  leftMs: Duration;
  /** Of all that the seats have spoken, 0–1. */
  share: number;
  turns: number;
  /** spoken / budget; null without a budget. */
  heard: number | null;
}

/** How a panel stands; all lengths in ms. */
export interface Balance {
  /** Time from the start to the end, or to now. */
  panelMs: Duration;
  /** What the panel should last. */
  lengthMs: Duration;
  /** What is shared among the seats. */
  availableMs: Duration;
  /** In seating order, dropped seats included. */
  perSeat: SeatBalance[];
  moderatorMs: Duration;
  audienceMs: Duration;
  /** How many times the audience was given the floor. */
  questions: number;
  silenceMs: Duration;
  /** What moderator, audience and silence have left of the reserve; below 0 = over it. */
  reserveLeftMs: Duration;
  current: CurrentTurn | null;
  /** To whom the floor returns after the pause; '' when there is none. */
  paused: string;
  /** Seat with the smallest spoken/budget among those not speaking; ties by seating order. */
  leastHeard: string | null;
  /** Jain's index over spoken/weight of those at the table. */
  jain: number;
}

/** The turns of a session, in order; none for one that has not begun. */
export function panelTurns(
  state: Pick<EventState, 'marks'>,
  session: Session,
  now: Instant,
): Turn[] {
  return turnsOf(marksOf(state, session.id), session.startedAt, session.endedAt, now);
}

/**
 * How the time of a panel is shared. available = length − reserve; budget = available × weight /
 * Σ weight, whole milliseconds that add up to available exactly; left = budget − spoken. A session
 * that is no panel counts as one without seats.
 */
export function balance(
  state: { event: Day; marks: EventState['marks'] },
  session: Session,
  now: Instant,
): Balance {
  const panel: PanelSettings = session.panel ?? NO_PANEL;
  const turns = panelTurns(state, session, now);
  const sums = new Map<string, Duration>();
  for (const { speaker, ms } of turns) sums.set(speaker, (sums.get(speaker) ?? 0) + ms);
  const spent = (speaker: string) => sums.get(speaker) ?? 0;
  const lengthMs = lengthOf(session, state.event);
  const availableMs = Math.max(0, lengthMs - panel.reserveMs);
  const current = currentTurn(turns, panel);
  const moderatorMs = spent(MODERATOR);
  const audienceMs = spent(AUDIENCE);
  const silenceMs = spent(NOBODY);
  const table = panel.seats.filter((seat) => !seat.dropped);
  return {
    panelMs: turns.reduce((sum, turn) => sum + turn.ms, 0),
    lengthMs,
    availableMs,
    perSeat: seatBalances(panel, turns, availableMs, spent),
    moderatorMs,
    audienceMs,
    questions: wholeTurns(turns).filter(([first]) => first?.speaker === AUDIENCE).length,
    silenceMs,
    reserveLeftMs: lengthMs - availableMs - moderatorMs - audienceMs - silenceMs,
    current,
    paused: turns.at(-1)?.running ? (turns.at(-1)?.resume ?? '') : '',
    leastHeard: leastHeard(table, current?.speaker ?? NOBODY, spent),
    jain: jainIndex(table.map((seat) => spent(seat.id) / seat.weight)),
  };
}

type PanelSettings = Pick<Panel, 'seats' | 'reserveMs' | 'turnLimitMs'>;

const NO_PANEL: PanelSettings = {
  seats: [],
  reserveMs: 0,
  turnLimitMs: 0,
};

function seatBalances(
  panel: Pick<Panel, 'seats'>,
  turns: readonly Turn[],
  availableMs: Duration,
  spent: (speaker: string) => Duration,
): SeatBalance[] {
  const budgets = apportion(
    availableMs,
    panel.seats.map((seat) => (seat.dropped ? 0 : seat.weight)),
  );
  const whole = wholeTurns(turns);
  const all = panel.seats.reduce((sum, seat) => sum + spent(seat.id), 0);
  return panel.seats.map((seat, at) => {
    const spokenMs = spent(seat.id);
    const budgetMs = budgets[at] ?? 0;
    return {
      seat: seat.id,
      spokenMs,
      budgetMs,
      leftMs: budgetMs - spokenMs,
      share: all > 0 ? spokenMs / all : 0,
      turns: whole.filter(([first]) => first?.speaker === seat.id).length,
      heard: budgetMs > 0 ? spokenMs / budgetMs : null,
    };
  });
}

/** Budgets follow the weights, so spoken/weight has the order of spoken/budget, without rounding. */
function leastHeard(
  table: readonly Seat[],
  speaking: string,
  spent: (speaker: string) => Duration,
): string | null {
  let least: { seat: string; heard: number } | null = null;
  for (const seat of table) {
    if (seat.id === speaking) continue;
    const heard = spent(seat.id) / seat.weight;
    if (!least || heard < least.heard) least = { seat: seat.id, heard };
  }
  return least?.seat ?? null;
}

import { AUDIENCE, MODERATOR, NOBODY } from '../model/mark';
import type { Sector } from '../model/participant';
import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import type { Duration, Instant } from '../model/units';
import type { Day } from '../programme/day';
import { balance, panelTurns } from './balance';
import { wholeTurns } from './ledger';
import type { Turn } from './ledger';

/** The turns of somebody in figures; lengths in ms. A turn is whole: pauses do not cut it in two. */
export interface Spoken {
  spokenMs: Duration;
  turns: number;
  longestMs: Duration;
  /** 0 without turns. */
  meanMs: Duration;
}

/** What one panelist spoke. */
export interface SpeakerReport extends Spoken {
  seat: string;
  name: string;
  title: string;
  organisation: string;
  /** Of the participant who sat there; '' where the seat is tied to none or it is not known. */
  sector: Sector;
  role: string;
  dropped: boolean;
  budgetMs: Duration;
  /** Of all that the panelists spoke, 0–1. */
  share: number;
  /** Spoken / budget; null without a budget. */
  ofBudget: number | null;
}

/** What those of one sector or one role spoke together. */
export interface GroupReport extends Spoken {
  /** The sector or the role; '' where it is not known. */
  key: string;
  people: number;
  share: number;
}

/** What became of a panel's time: spoken + moderator + audience + silence = panelMs, to the millisecond. */
export interface PanelReport {
  session: string;
  title: string;
  startedAt: Instant | null;
  /** The end, or now while it runs. */
  until: Instant;
  running: boolean;
  panelMs: Duration;
  /** What the panel should have lasted. */
  lengthMs: Duration;
  availableMs: Duration;
  spokenMs: Duration;
  /** In seating order; those who left the table too. */
  speakers: SpeakerReport[];
  bySector: GroupReport[];
  byRole: GroupReport[];
  moderator: Spoken;
  audience: Spoken;
  silenceMs: Duration;
  /** Jain's index over spoken/weight of those at the table at the end. */
  jain: number;
  /** How many corrections stand. */
  corrections: number;
  turns: readonly Turn[];
}

/** The figures of a panel, while it runs or afterwards. */
export function panelReport(
  state: { event: Day; marks: EventState['marks']; participants: EventState['participants'] },
  session: Session,
  now: Instant,
): PanelReport {
  const figures = balance(state, session, now);
  const turns = panelTurns(state, session, now);
  const whole = wholeTurns(turns);
  const spokenBy = (speakers: readonly string[]) =>
    spokenIn(whole.filter(([first]) => first && speakers.includes(first.speaker)));
  const seats = session.panel?.seats ?? [];
  const spokenMs = figures.perSeat.reduce((sum, seat) => sum + seat.spokenMs, 0);
  const speakers = seats.map((seat, at): SpeakerReport => {
    const person = state.participants.get(seat.participant);
    const own = figures.perSeat[at];
    return {
      seat: seat.id,
      name: seat.name,
      title: seat.title,
      organisation: seat.organisation,
      sector: person?.sector ?? '',
      role: person?.role ?? '',
      dropped: seat.dropped,
      budgetMs: own?.budgetMs ?? 0,
      share: own?.share ?? 0,
      ofBudget: own?.heard ?? null,
      ...spokenBy([seat.id]),
    };
  });
  const groups = (keyOf: (speaker: SpeakerReport) => string): GroupReport[] => {
    const keys = [...new Set(speakers.map(keyOf))].sort((a, b) => Number(!a) - Number(!b));
    return keys.map((key) => {
      const members = speakers.filter((speaker) => keyOf(speaker) === key);
      const spoken = spokenBy(members.map(({ seat }) => seat));
      const share = spokenMs > 0 ? spoken.spokenMs / spokenMs : 0;
      return { key, people: members.length, share, ...spoken };
    });
  };
  return {
    session: session.id,
    title: session.title,
    startedAt: session.startedAt,
    until: (session.startedAt ?? now) + figures.panelMs,
    running: session.startedAt !== null && session.endedAt === null,
    panelMs: figures.panelMs,
    lengthMs: figures.lengthMs,
    availableMs: figures.availableMs,
    spokenMs,
    speakers,
    bySector: groups(({ sector }) => sector),
    byRole: groups(({ role }) => role),
    moderator: spokenBy([MODERATOR]),
    audience: spokenBy([AUDIENCE]),
    silenceMs: figures.silenceMs,
    jain: figures.jain,
    corrections: turns.reduce((sum, turn) => sum + turn.history.length, 0),
    turns: turns.filter((turn) => turn.ms > 0 || turn.speaker !== NOBODY),
  };
}

function spokenIn(turns: ReadonlyArray<readonly Turn[]>): Spoken {
  const lengths = turns.map((stretches) => stretches.reduce((sum, { ms }) => sum + ms, 0));
  const spokenMs = lengths.reduce((sum, ms) => sum + ms, 0);
  return {
    spokenMs,
    turns: lengths.length,
    longestMs: Math.max(0, ...lengths),
    meanMs: lengths.length > 0 ? spokenMs / lengths.length : 0,
  };
}

import { EMPTY_PANEL, NO_SESSION_DETAILS } from '../../../shared/model/session';
import type {
  Panel,
  Seat,
  Session,
  SessionDetails,
  SessionKind,
} from '../../../shared/model/session';
import { MINUTE } from '../../../shared/model/units';
import type { DayMinute, Duration } from '../../../shared/model/units';
import { LAST_MINUTE } from '../../../shared/programme/day';
import type { Day } from '../../../shared/programme/day';
import { formatClock, readLength } from '../../../shared/programme/length';
import { inOrder, meet } from '../../../shared/programme/order';
import { readStart, readStretch } from '../../../shared/programme/stretch';
import { readTurnLimit, turnLimitText } from './turnLimit';

/** A session as it stands in the form: times and lengths are still as they were typed. */
export interface Draft {
  kind: SessionKind;
  title: string;
  room: string;
  start: string;
  length: string;
  shortest: string;
  fixed: boolean;
  speakers: Array<{ name: string; title: string }>;
  seats: Seat[];
  moderator: string;
  reserve: string;
  turnLimit: string;
  holdEnd: boolean;
}

/** The fields whose text means nothing as a time or a length. */
export type Unreadable = 'start' | 'length' | 'shortest' | 'reserve' | 'turnLimit';

/** A length as it is typed: `45`, from an hour on `1:30`; '' for none. */
export function lengthField(ms: Duration): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return minutes === 0 ? '' : String(minutes);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export function draftOf(session: SessionDetails): Draft {
  const panel = session.panel ?? EMPTY_PANEL;
  return {
    kind: session.kind,
    title: session.title,
    room: session.room,
    start: startField(session.plannedStart),
    length: lengthField(session.plannedMs),
    shortest: lengthField(session.shortestMs),
    fixed: session.fixed,
    speakers: session.speakers,
    seats: panel.seats,
    moderator: panel.moderator,
    reserve: lengthField(panel.reserveMs),
    turnLimit: turnLimitText(panel.turnLimitMs),
    holdEnd: panel.holdEnd,
  };
}

/** A start as it is typed: `9.05`; past midnight `25.30`, so that it is read back as it was. */
export function startField(minute: DayMinute): string {
  const days = Math.floor(minute / 1_440);
  if (days === 0) return formatClock(minute);
  return `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;
}

/** A new session in a room; without a start it follows the last one there. */
export function newDraft(room: string): Draft {
  return { ...draftOf({ ...NO_SESSION_DETAILS, room }), start: '' };
}

/** When what comes before a session in its room is planned to end; a new session comes after all. */
export function endBefore(
  sessions: Iterable<Session>,
  room: string,
  session: Session | null,
): DayMinute {
  const programme = inOrder(sessions);
  const at = programme.findIndex((one) => one.id === session?.id);
  const before = (at < 0 ? programme : programme.slice(0, at)).filter((one) => meet(one, { room }));
  const ends = before.map((one) => one.plannedStart + Math.ceil(one.plannedMs / MINUTE));
  return ends.length ? Math.min(LAST_MINUTE, Math.max(...ends)) : NO_SESSION_DETAILS.plannedStart;
}

/** What stands around the form: when the session before ends, and the event's day. */
export interface Around {
  follows: DayMinute;
  day?: Day;
  /** The panel as it is, for what the form does not ask. */
  panel?: Panel | null;
}

const NOTHING_BEFORE: Around = { follows: NO_SESSION_DETAILS.plannedStart };

/** From when and how long, as the form states it; null for what cannot be read. */
export function timesOf(
  { start, length }: Pick<Draft, 'start' | 'length'>,
  { follows, day }: Around = NOTHING_BEFORE,
): { start: DayMinute | null; length: Duration | null } {
  const stretch = readStretch(length, day);
  const stated = start.trim() === '' ? follows : readStart(start, follows);
  return { start: stretch?.plannedStart ?? stated, length: stretch?.plannedMs ?? null };
}

/** What the form states, or which of its fields cannot be read. `hands` are kept as they are now. */
export function readDraft(
  draft: Draft,
  hands: readonly string[],
  around: Around = NOTHING_BEFORE,
): { fields: SessionDetails } | { unreadable: Unreadable[] } {
  const optional = (text: string) => (text.trim() === '' ? 0 : readLength(text));
  const read = {
    ...timesOf(draft, around),
    shortest: optional(draft.shortest),
    reserve: optional(draft.reserve),
    turnLimit: readTurnLimit(draft.turnLimit),
  };
  const { start, length, shortest, reserve, turnLimit } = read;
  const unreadable = (['start', 'length', 'shortest', 'reserve', 'turnLimit'] as const).filter(
    (field) =>
      read[field] === null &&
      (draft.kind === 'panel' || (field !== 'reserve' && field !== 'turnLimit')),
  );
  if (unreadable.length || start === null || length === null || shortest === null) {
    return { unreadable };
  }
  const panel =
    draft.kind === 'panel'
      ? panelOf(
          draft,
          { reserveMs: reserve ?? 0, turnLimitMs: turnLimit ?? 0 },
          hands,
          around.panel,
        )
      : null;
  return {
    fields: {
      kind: draft.kind,
      title: draft.title.trim(),
      room: draft.room.trim(),
      plannedStart: start,
      plannedMs: length,
      shortestMs: shortest,
      fixed: draft.fixed,
      speakers: draft.speakers.filter((speaker) => speaker.name.trim() !== ''),
      panel,
    },
  };
}

function panelOf(
  draft: Draft,
  lengths: Pick<Panel, 'reserveMs' | 'turnLimitMs'>,
  hands: readonly string[],
  before: Panel | null = null,
): Panel {
  const seats = draft.seats.filter((seat) => seat.name.trim() !== '');
  const here = new Set(seats.filter((seat) => !seat.dropped).map((seat) => seat.id));
  return {
    ...(before ?? EMPTY_PANEL),
    ...lengths,
    seats,
    moderator: draft.moderator.trim(),
    holdEnd: draft.holdEnd,
    hands: hands.filter((seat) => here.has(seat)),
  };
}

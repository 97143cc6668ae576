import { EMPTY_PANEL, NO_SESSION_DETAILS } from '../../../shared/model/session';
import type {
  Panel,
  Seat,
  Session,
  SessionDetails,
  SessionKind,
} from '../../../shared/model/session';
import { MINUTE } from '../../../shared/model/units';
import type { Duration } from '../../../shared/model/units';
import { formatClock, readClock, readLength } from '../../../shared/programme/length';
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
    start: formatClock(session.plannedStart),
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

/** A new session begins where the last one of the day ends. */
export function draftAfter(last: Session | undefined): Draft {
  const plannedStart = last
    ? last.plannedStart + Math.ceil(last.plannedMs / MINUTE)
    : NO_SESSION_DETAILS.plannedStart;
  return draftOf({ ...NO_SESSION_DETAILS, plannedStart, room: last?.room ?? '' });
}

/** What the form states, or which of its fields cannot be read. `hands` are kept as they are now. */
export function readDraft(
  draft: Draft,
  hands: readonly string[],
): { fields: SessionDetails } | { unreadable: Unreadable[] } {
  const optional = (text: string) => (text.trim() === '' ? 0 : readLength(text));
  const read = {
    start: readClock(draft.start),
    length: readLength(draft.length),
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
  const panel = draft.kind === 'panel' ? panelOf(draft, reserve ?? 0, turnLimit ?? 0, hands) : null;
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
  reserveMs: Duration,
  turnLimitMs: Duration,
  hands: readonly string[],
): Panel {
  const seats = draft.seats.filter((seat) => seat.name.trim() !== '');
  const here = new Set(seats.filter((seat) => !seat.dropped).map((seat) => seat.id));
  return {
    seats,
    moderator: draft.moderator.trim(),
    reserveMs,
    turnLimitMs,
    holdEnd: draft.holdEnd,
    hands: hands.filter((seat) => here.has(seat)),
  };
}

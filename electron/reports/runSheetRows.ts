import type { Session } from '../../shared/model/session';
import { seated } from '../../shared/model/session';
import type { EventState } from '../../shared/model/state';
import { MINUTE } from '../../shared/model/units';
import type { Duration, Instant } from '../../shared/model/units';
import { dayNow, plannedSpan } from '../../shared/programme/day';
import { dateOf } from '../../shared/programme/instant';
import { roomsOf } from '../../shared/programme/order';
import { project } from '../../shared/programme/project';
import type { Projection } from '../../shared/programme/project';
import { clockIn, dayIn, sayIn } from './runSheetWords';
import type { Language, Say } from './runSheetWords';
import type { Sheet, SheetColumn, SheetRow } from './sheet';

export interface RunSheetOptions {
  language: Language;
  /** `plan` leaves a column free to write in; `actual` tells what has been and how far off it was. */
  kind: 'plan' | 'actual';
  now: Instant;
}

/** The programme of an event in words, for paper. Times are those of the event's own zone. */
export function runSheetOf(
  state: Pick<EventState, 'event' | 'sessions'>,
  { language, kind, now }: RunSheetOptions,
): Sheet {
  const { event } = state;
  const say = sayIn(language);
  const clock = clockIn(language, event.timeZone);
  const programme = project(state, now);
  const hasRooms = programme.some((one) => one.session.room !== '');
  const many = roomsOf(state.sessions).length > 1;
  const day = dayNow(event, state.sessions, now);
  const span = (from: Instant, to: Instant | null) =>
    `${clock(from)}–${to === null ? '' : clock(to)}`;
  const rowOf = (one: Projection): SheetRow => {
    const { session, actual } = one;
    const planned = plannedSpan(session, day);
    return {
      cells: [
        span(planned.from, planned.to),
        ...(kind === 'plan' ? [lengthIn(session.plannedMs)] : []),
        ...(kind === 'actual' ? [actualOf(one, say, span)] : []),
        '',
        ...(hasRooms ? [session.room || (many ? say('everyRoom') : '')] : []),
        ...(kind === 'actual' ? [differenceOf(one, say)] : []),
        ...(kind === 'plan' ? [actual.from === null ? '' : span(actual.from, actual.to)] : []),
      ],
      title: session.title || say('untitled'),
      details: detailsOf(session, say),
    };
  };
  return {
    title: say(kind),
    event: event.name,
    lines: [
      [dayIn(language, event.date), event.venue].filter(Boolean).join(' · '),
      say('made', { day: dayIn(language, dateOf(now, event.timeZone)), time: clock(now) }),
      ...(event.sample ? [say('sample')] : []),
    ],
    columns: columnsOf(kind, hasRooms, say),
    rows: withDays(
      programme,
      rowOf,
      (one) => dateOf(plannedSpan(one.session, day).from, event.timeZone),
      language,
    ),
    empty: say('empty'),
    closing: closingOf(programme, kind, say, clock),
  };
}

function columnsOf(kind: RunSheetOptions['kind'], hasRooms: boolean, say: Say): SheetColumn[] {
  const room = hasRooms ? [{ heading: say('column.room'), width: 70 }] : [];
  const planned = { heading: say('column.planned'), width: 84 };
  const session = { heading: say('column.session'), width: null };
  if (kind === 'plan') {
    return [
      planned,
      { heading: say('column.length'), width: 56 },
      session,
      ...room,
      { heading: say('column.note'), width: 88 },
    ];
  }
  return [
    planned,
    { heading: say('column.actual'), width: 84 },
    session,
    ...room,
    { heading: say('column.difference'), width: 92 },
  ];
}

/** A line before the first session of another day, where the programme goes past midnight. */
function withDays(
  programme: readonly Projection[],
  rowOf: (one: Projection) => SheetRow,
  dateOfOne: (one: Projection) => string,
  language: Language,
): SheetRow[] {
  const first = programme[0];
  let date = first ? dateOfOne(first) : '';
  return programme.flatMap((one) => {
    const row = rowOf(one);
    const own = dateOfOne(one);
    if (own === date) return [row];
    date = own;
    return [{ heading: dayIn(language, own), cells: [], title: '', details: [] }, row];
  });
}

/** `45 min`, `1 h`, `1 h 30 min`; seconds are not for paper. */
function lengthIn(ms: Duration): string {
  const minutes = Math.round(ms / MINUTE);
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '',
    minutes % 60 || minutes === 0 ? `${minutes % 60} min` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function actualOf(
  { actual, phase }: Projection,
  say: Say,
  span: (from: Instant, to: Instant | null) => string,
): string {
  if (actual.from === null) return say(phase === 'skipped' ? 'skipped' : 'notYet');
  return actual.to === null
    ? `${span(actual.from, null)} ${say('runs')}`
    : span(actual.from, actual.to);
}

/** By how many whole minutes it began and lasted otherwise than planned; nothing before it began. */
function differenceOf({ actual, planned, session }: Projection, say: Say): string {
  if (actual.from === null) return '';
  const signed = (key: string, ms: Duration) => {
    const minutes = Math.round(ms / MINUTE);
    if (minutes === 0) return '';
    return say(key, { sign: minutes > 0 ? '+' : '−', minutes: Math.abs(minutes) });
  };
  const lasted = actual.to === null ? 0 : actual.to - actual.from - session.plannedMs;
  const parts = [signed('begins', actual.from - planned.from), signed('lasts', lasted)];
  return parts.filter(Boolean).join(', ') || say('onTime');
}

function detailsOf(session: Session, say: Say): string[] {
  const word = say(`terms:sessionKind.${session.kind}`);
  const kind = word.charAt(0).toUpperCase() + word.slice(1);
  const person = (...parts: string[]) => parts.filter(Boolean).join(', ');
  const speakers = session.speakers.map(({ name, title }) => person(name, title));
  const { panel } = session;
  const seats = panel
    ? seated(panel).map(({ name, title, organisation }) => person(name, title || organisation))
    : [];
  return [
    [kind, session.fixed ? say('fixed') : ''].filter(Boolean).join(' · '),
    ...speakers,
    ...(panel?.moderator ? [say('moderator', { name: panel.moderator })] : []),
    ...seats,
  ];
}

function closingOf(
  programme: readonly Projection[],
  kind: RunSheetOptions['kind'],
  say: Say,
  clock: (at: Instant) => string,
): string {
  if (programme.length === 0) return '';
  const last = (instants: readonly Instant[]) => Math.max(...instants);
  const ended = programme.flatMap(({ actual }) => (actual.to === null ? [] : [actual.to]));
  const isOver = programme.every(({ phase }) => phase === 'ended' || phase === 'skipped');
  if (kind === 'actual' && isOver && ended.length)
    return say('ended', { time: clock(last(ended)) });
  const ends = programme
    .filter(({ phase }) => phase !== 'skipped')
    .map((one) => (kind === 'plan' ? one.planned.to : one.projected.to));
  return ends.length ? say('end', { time: clock(last(ends)) }) : '';
}

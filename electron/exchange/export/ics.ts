import type { EventState } from '../../../shared/model/state';
import { MINUTE } from '../../../shared/model/units';
import type { Instant } from '../../../shared/model/units';
import { instantOf } from '../../../shared/programme/instant';
import { inOrder } from '../../../shared/programme/order';
import { failure } from '../../desk/failure';
import { foldedLine, textValue } from './contentLine';
import { safeAddress } from './html';
import type { ExportWords } from './words';

/**
 * The programme as iCalendar (RFC 5545), one VEVENT a session, at planned times in UTC. Without a programme it is
 * the day of the event: a calendar that holds nothing is none (3.6), and calendars refuse it.
 */
export function programmeIcs(
  state: EventState,
  now: Instant,
  words: Pick<ExportWords, 'term'>,
): string {
  const { event } = state;
  const events = inOrder(state.sessions).flatMap((session) => {
    const from = instantOf(event.date, session.plannedStart, event.timeZone);
    const speakers = session.panel
      ? session.panel.seats.filter((seat) => !seat.dropped).map((seat) => seat.name)
      : session.speakers.map((speaker) => speaker.name);
    const place = [session.room, event.venue].filter(Boolean).join(', ');
    return [
      'BEGIN:VEVENT',
      `UID:${session.id}@${event.id}.nuija`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(from)}`,
      `DTEND:${utc(from + session.plannedMs)}`,
      `SUMMARY:${textValue(session.title || words.term(`sessionKind.${session.kind}`))}`,
      ...(speakers.length ? [`DESCRIPTION:${textValue(speakers.join(', '))}`] : []),
      ...(place ? [`LOCATION:${textValue(place)}`] : []),
      'END:VEVENT',
    ];
  });
  return calendar(event.name, events.length > 0 ? events : wholeDay(event, now));
}

const wholeDay = ({ id, name, date, venue }: EventState['event'], now: Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${id}.nuija`,
  `DTSTAMP:${utc(now)}`,
  `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
  `SUMMARY:${textValue(name)}`,
  ...(venue ? [`LOCATION:${textValue(venue)}`] : []),
  'END:VEVENT',
];

/**
 * The event that comes next, as iCalendar. Without a time of day it is a day; without an end it is a moment, as
 * RFC 5545 has it (3.6.1), and an end before its start is on the day after. Refused while no day is known.
 */
export function nextEventIcs({ event }: EventState, now: Instant): string {
  const { name, date, start, end, venue, url } = event.next;
  if (date === '') throw failure('export.noNext');
  const at = (time: string) => instantOf(date, minuteOf(time), event.timeZone);
  const from = start === '' ? null : at(start);
  const to = start === '' || end === '' ? null : at(end);
  const address = safeAddress(url);
  return calendar(name || event.name, [
    'BEGIN:VEVENT',
    `UID:next@${event.id}.nuija`,
    `DTSTAMP:${utc(now)}`,
    from === null ? `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}` : `DTSTART:${utc(from)}`,
    ...(from !== null && to !== null
      ? [`DTEND:${utc(to > from ? to : to + 24 * 60 * MINUTE)}`]
      : []),
    `SUMMARY:${textValue(name || event.name)}`,
    ...(venue ? [`LOCATION:${textValue(venue)}`] : []),
    ...(address ? [`URL:${address}`] : []),
    'END:VEVENT',
  ]);
}

function calendar(name: string, events: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nuija//Programme//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textValue(name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(foldedLine).join('\r\n')}\r\n`;
}

/** Minutes past midnight of `HH:MM`. */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function utc(instant: Instant): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

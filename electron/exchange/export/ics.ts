import type { EventState } from '../../../shared/model/state';
import type { Instant } from '../../../shared/model/units';
import { instantOf } from '../../../shared/programme/instant';
import { inOrder } from '../../../shared/programme/order';
import { foldedLine, textValue } from './contentLine';

/** The programme as iCalendar (RFC 5545), one VEVENT a session, at planned times in UTC. */
export function programmeIcs(state: EventState, now: Instant): string {
  const { event } = state;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nuija//Programme//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textValue(event.name)}`,
  ];
  for (const session of inOrder(state.sessions)) {
    const from = instantOf(event.date, session.plannedStart, event.timeZone);
    const speakers = session.panel
      ? session.panel.seats.filter((seat) => !seat.dropped).map((seat) => seat.name)
      : session.speakers.map((speaker) => speaker.name);
    const place = [session.room, event.venue].filter(Boolean).join(', ');
    lines.push(
      'BEGIN:VEVENT',
      `UID:${session.id}@${event.id}.nuija`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(from)}`,
      `DTEND:${utc(from + session.plannedMs)}`,
      `SUMMARY:${textValue(session.title || session.kind)}`,
      ...(speakers.length ? [`DESCRIPTION:${textValue(speakers.join(', '))}`] : []),
      ...(place ? [`LOCATION:${textValue(place)}`] : []),
      'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return `${lines.map(foldedLine).join('\r\n')}\r\n`;
}

function utc(instant: Instant): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

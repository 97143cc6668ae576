import { everyPart, type BackPart } from '../../shared/badges/back';
import type { BadgeDesign } from '../../shared/badges/design';
import type { EventState } from '../../shared/model/state';
import { plannedSpan } from '../../shared/programme/day';
import { inOrder } from '../../shared/programme/order';
import type { BadgeBack } from '../badges/badge';
import { clockIn } from '../reports/runSheetWords';
import { badgeWord, dateIn, termIn, type BadgeLanguage } from './badgeWords';

type Section = BadgeBack['sections'][number];

/** What stands on the back of an event's badges, in the words of one language. */
export function badgeBack(
  state: Pick<EventState, 'event' | 'sessions'>,
  design: BadgeDesign,
  language: BadgeLanguage,
): BadgeBack {
  const parts = everyPart(design.back).filter(({ shown }) => shown);
  const sections = parts
    .map(({ part }) => sectionOf(part, state, design, language))
    .filter(({ rows }) => rows.length > 0);
  return {
    sections,
    logo: parts.some(({ part }) => part === 'event') && state.event.badgeLogo !== '',
  };
}

function sectionOf(
  part: BackPart,
  state: Pick<EventState, 'event' | 'sessions'>,
  { back }: BadgeDesign,
  language: BadgeLanguage,
): Section {
  const { event } = state;
  switch (part) {
    case 'event': {
      const rows = [
        event.name,
        [dateIn(language, event.date), event.venue].filter(Boolean).join(' · '),
      ];
      return { heading: '', large: true, rows: plain(rows.join('\n')) };
    }
    case 'programme':
      return { heading: badgeWord(language, 'programme'), rows: programmeRows(state, language) };
    case 'wifi':
      return { heading: badgeWord(language, 'wifi'), rows: plain(back.wifi) };
    case 'contact': {
      const known = event.contacts.map(({ name, details }) =>
        [name, details].filter(Boolean).join(', '),
      );
      return {
        heading: badgeWord(language, 'contact'),
        rows: plain(back.contact || known.join('\n')),
      };
    }
    case 'text':
      return { heading: '', rows: plain(back.text) };
  }
}

const plain = (text: string): Section['rows'] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ time: '', text: line }));

/** What begins when, on the day of the event; where several rooms are used, with the room. */
function programmeRows(
  { event, sessions }: Pick<EventState, 'event' | 'sessions'>,
  language: BadgeLanguage,
): Section['rows'] {
  const clock = clockIn(language, event.timeZone);
  const rooms = new Set([...sessions].map(({ room }) => room).filter(Boolean));
  return inOrder(sessions).map((session) => {
    const kind = termIn(language, `sessionKind.${session.kind}`) ?? '';
    const title = session.title || kind.charAt(0).toLocaleUpperCase('fi') + kind.slice(1);
    const room = rooms.size > 1 && session.room ? ` (${session.room})` : '';
    return { time: clock(plannedSpan(session, event).from), text: `${title}${room}` };
  });
}

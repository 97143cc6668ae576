import { attendedBy, sharingContacts } from '../../../shared/exports/people';
import { csvText } from '../../../shared/csv/csv';
import { countOrganisations } from '../../../shared/figures/groups';
import { NONE } from '../../../shared/figures/words';
import { fullName, hasCome } from '../../../shared/model/participant';
import type { EventState } from '../../../shared/model/state';
import type { Instant } from '../../../shared/model/units';
import { clockTime, dateOf } from '../../../shared/programme/instant';
import type { Listing } from '../../reports/listing';
import type { SheetContent } from './workbook';
import type { ExportWords } from './words';

const CONTACT_FIELDS = ['name', 'title', 'organisation', 'email', 'phone'] as const;
/** How wide they are on paper, relative to each other. */
const CONTACT_SHARES = [20, 15, 21, 32, 17];

/** The participants' contact details for each other, of those who agreed: name, title, organisation, e-mail, phone. */
function contactRows({ participants }: EventState): string[][] {
  return sharingContacts(participants).map((person) => [
    fullName(person),
    person.title,
    person.organisation,
    person.email,
    person.phone,
  ]);
}

export function contactsListing(state: EventState, now: Instant, words: ExportWords): Listing {
  const rows = contactRows(state);
  return {
    ...headOf(state, now, words, 'contacts'),
    lead: words.say('contacts.lead', { count: rows.length }),
    columns: CONTACT_FIELDS.map((field, at) => ({
      heading: words.term(`field.${field}`),
      share: CONTACT_SHARES[at] ?? 1,
    })),
    rows,
  };
}

/** Headings are the names of the fields, as in the other CSV files. */
export function contactsCsv(state: EventState, delimiter: ';' | ','): string {
  return csvText([CONTACT_FIELDS, ...contactRows(state)], delimiter);
}

/** Who was there, for the funder: name, organisation, and when each came and went, nothing else. */
export function attendanceListing(state: EventState, now: Instant, words: ExportWords): Listing {
  const { date, timeZone } = state.event;
  const rows = attendedBy(state.participants);
  const at = (instant: Instant | null) => {
    if (instant === null) return NONE;
    const day = dateOf(instant, timeZone);
    return day === date ? words.clock(instant) : `${day} ${words.clock(instant)}`;
  };
  return {
    ...headOf(state, now, words, 'attendance'),
    lead: words.say('attendance.lead', {
      count: rows.length,
      organisations: countOrganisations([...state.participants].filter(hasCome)),
    }),
    columns: [
      { heading: words.term('field.name'), share: 36 },
      { heading: words.term('field.organisation'), share: 40 },
      { heading: words.say('attendance.in'), share: 12 },
      { heading: words.say('attendance.out'), share: 12 },
    ],
    rows: rows.map((one) => [one.name, one.organisation, at(one.in), at(one.out)]),
  };
}

/** The same as CSV, times as the clocks at the event showed them: `2026-03-18 08:52`. */
export function attendanceCsv(state: EventState, delimiter: ';' | ','): string {
  const { timeZone } = state.event;
  const at = (instant: Instant | null) => (instant === null ? '' : localTime(instant, timeZone));
  const rows = attendedBy(state.participants).map((one) => [
    one.name,
    one.organisation,
    at(one.in),
    at(one.out),
  ]);
  return csvText([['name', 'organisation', 'in', 'out'], ...rows], delimiter);
}

export function attendanceSheet(state: EventState, words: ExportWords): SheetContent {
  return {
    name: words.say('sheet.attendance'),
    headings: [
      words.say('column.name'),
      words.term('field.organisation'),
      words.say('attendance.in'),
      words.say('attendance.out'),
    ],
    rows: attendedBy(state.participants).map((one) => [
      one.name,
      one.organisation,
      new Date(one.in),
      one.out === null ? null : new Date(one.out),
    ]),
  };
}

function headOf(
  { event }: EventState,
  now: Instant,
  words: ExportWords,
  kind: 'contacts' | 'attendance',
): Omit<Listing, 'lead' | 'columns' | 'rows'> {
  const place = [event.venue, event.region].filter(Boolean).join(', ');
  const title = words.say(`${kind}.title`);
  return {
    language: words.language,
    title,
    event: event.name,
    lines: [
      [words.day(event.date), place].filter(Boolean).join(' · '),
      event.organisers.join(', '),
      words.say('made', { day: words.day(dateOf(now, event.timeZone)), at: words.clock(now) }),
    ].filter(Boolean),
    empty: words.say(`${kind}.empty`),
    foot: `${event.name} · ${title}`,
  };
}

function localTime(instant: Instant, timeZone: string): string {
  const { hours, minutes } = clockTime(instant, timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dateOf(instant, timeZone)} ${two(hours)}:${two(minutes)}`;
}

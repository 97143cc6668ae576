import type { ExportFormat } from '../../../shared/exports/formats';
import { attendedBy } from '../../../shared/exports/people';
import type { Commit } from '../../../shared/facts/commit';
import type { EventState } from '../../../shared/model/state';
import type { Instant } from '../../../shared/model/units';
import type { Language } from '../../reports/runSheetWords';
import type { Listing } from '../../reports/listing';
import type { DrawSheet } from '../../reports/sheet';
import { participantsCsv } from './csv';
import { nextEventIcs, programmeIcs } from './ics';
import { documentOf } from './json';
import { materialsHtml } from './materials';
import {
  attendanceCsv,
  attendanceListing,
  attendanceSheet,
  contactsCsv,
  contactsListing,
} from './peopleLists';
import { contactsVcf } from './vcf';
import { exportWords } from './words';

/** A finished export. `rows` counts participants, sessions of a programme, cards, or people of a list. */
export interface ExportFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
  rows: number;
}

interface Wanted {
  now: Instant;
  delimiter?: ';' | ',';
  /** Of what is read by people; Finnish where it is left out. */
  language?: Language;
  /** Sets lists on paper, off the main thread where the desk can. */
  drawSheet: DrawSheet;
}

const MIME = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  pdf: 'application/pdf',
  html: 'text/html',
} as const;

/** Writes an event in one of the formats of docs/formats.md. */
export async function makeExport(
  format: ExportFormat,
  state: EventState,
  commits: AsyncIterable<Commit>,
  { now, delimiter = ';', language = 'fi', drawSheet }: Wanted,
): Promise<ExportFile> {
  const words = exportWords(language, state.event.timeZone);
  const file = (
    kind: keyof typeof MIME,
    content: string | Uint8Array,
    rows: number,
    what = '',
  ) => ({
    name: fileName(state, what && words.say(`${what}.file`), kind === 'json' ? 'nuija' : kind),
    mime: MIME[kind],
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    rows,
  });
  const drawn = async (list: Listing, what: string) =>
    file('pdf', (await drawSheet({ list })).pdf, list.rows.length, what);
  const people = state.participants.size;
  const came = () => attendedBy(state.participants).length;
  switch (format) {
    case 'csv':
      return file('csv', participantsCsv(state, delimiter), people);
    case 'xlsx': {
      const { eventXlsx } = await import('./xlsx');
      return file('xlsx', await eventXlsx(state, now, words), people);
    }
    case 'json': {
      const document = documentOf(state, await gathered(commits), now);
      return file('json', `${JSON.stringify(document, null, 1)}\n`, people);
    }
    case 'ics':
      return file('ics', programmeIcs(state, now, words), state.sessions.size);
    case 'next-ics':
      return file('ics', nextEventIcs(state, now), 1, 'next');
    case 'vcf': {
      const { text, cards } = contactsVcf(state);
      return file('vcf', text, cards);
    }
    case 'contacts':
      return drawn(contactsListing(state, now, words), 'contacts');
    case 'contacts-csv': {
      const { rows } = contactsListing(state, now, words);
      return file('csv', contactsCsv(state, delimiter), rows.length, 'contacts');
    }
    case 'attendance':
      return drawn(attendanceListing(state, now, words), 'attendance');
    case 'attendance-csv':
      return file('csv', attendanceCsv(state, delimiter), came(), 'attendance');
    case 'attendance-xlsx': {
      const { workbook } = await import('./workbook');
      const book = await workbook([attendanceSheet(state, words)], state.event.timeZone);
      return file('xlsx', book, came(), 'attendance');
    }
    case 'materials':
      return file('html', materialsHtml(state, words), state.sessions.size, 'materials');
  }
}

async function gathered(commits: AsyncIterable<Commit>): Promise<Commit[]> {
  const all: Commit[] = [];
  for await (const commit of commits) all.push(commit);
  return all;
}

/**
 * Event name, day and what it is as a file name that every system takes. An exported event has an ending of its own,
 * by which the system knows whose file it is: a double click opens it in Nuija.
 */
function fileName({ event }: EventState, what: string, extension: string): string {
  const name = event.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${[name || 'event', event.date, what].filter(Boolean).join('-')}.${extension}`;
}

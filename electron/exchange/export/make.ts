import type { Commit } from '../../../shared/facts/commit';
import type { EventState } from '../../../shared/model/state';
import type { Instant } from '../../../shared/model/units';
import { participantsCsv } from './csv';
import { programmeIcs } from './ics';
import { documentOf } from './json';
import { contactsVcf } from './vcf';

export type ExportFormat = 'csv' | 'xlsx' | 'json' | 'ics' | 'vcf';

/** A finished export. `rows` counts participants, or sessions for ics, or cards for vcf. */
export interface ExportFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
  rows: number;
}

interface Wanted {
  now: Instant;
  delimiter?: ';' | ',';
}

/** Writes an event in one of the formats of docs/formats.md. */
export async function makeExport(
  format: ExportFormat,
  state: EventState,
  commits: AsyncIterable<Commit>,
  { now, delimiter = ';' }: Wanted,
): Promise<ExportFile> {
  const people = state.participants.size;
  switch (format) {
    case 'csv': {
      const bytes = utf8(participantsCsv(state, delimiter));
      return { name: fileName(state, 'csv'), mime: 'text/csv', bytes, rows: people };
    }
    case 'xlsx': {
      const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const { eventXlsx } = await import('./xlsx');
      const bytes = await eventXlsx(state, now);
      return { name: fileName(state, 'xlsx'), mime, bytes, rows: people };
    }
    case 'json': {
      const document = documentOf(state, await gathered(commits), now);
      const bytes = utf8(`${JSON.stringify(document, null, 1)}\n`);
      // By this ending the system knows whose file it is: a double click opens it in Nuija.
      return { name: fileName(state, 'nuija'), mime: 'application/json', bytes, rows: people };
    }
    case 'ics': {
      const bytes = utf8(programmeIcs(state, now));
      return {
        name: fileName(state, 'ics'),
        mime: 'text/calendar',
        bytes,
        rows: state.sessions.size,
      };
    }
    case 'vcf': {
      const { text, cards } = contactsVcf(state);
      return { name: fileName(state, 'vcf'), mime: 'text/vcard', bytes: utf8(text), rows: cards };
    }
  }
}

async function gathered(commits: AsyncIterable<Commit>): Promise<Commit[]> {
  const all: Commit[] = [];
  for await (const commit of commits) all.push(commit);
  return all;
}

/** Event name and day as a file name that every system takes. */
function fileName({ event }: EventState, extension: string): string {
  const name = event.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${name || 'event'}-${event.date}.${extension}`;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

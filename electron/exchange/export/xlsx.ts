import writeXlsxFile from 'write-excel-file/node';
import type { Sheet, SheetData } from 'write-excel-file/node';
import type { EventState } from '../../../shared/model/state';
import { MINUTE } from '../../../shared/model/units';
import type { Instant } from '../../../shared/model/units';
import { clockTime, instantOf } from '../../../shared/programme/instant';
import { inOrder } from '../../../shared/programme/order';
import { exportedTurns } from './json';
import { participantTable } from './table';
import type { Cell } from './table';

const TIME = 'd.m.yyyy h:mm';

/** Columns wider than this, in characters, are cut by the screen anyway. */
const WIDEST = 40;

/**
 * The event as a workbook: participants, programme (planned and actual), panel turns. Instants are
 * shown in the event's own time zone; text stays text, so that nothing is taken for a formula.
 */
export async function eventXlsx(state: EventState, now: Instant): Promise<Uint8Array> {
  const { headings, rows } = participantTable(state);
  const programme = programmeRows(state);
  const turns = turnRows(state, now);
  const book = [
    sheet('Participants', headings, rows, state),
    sheet('Programme', PROGRAMME, programme, state),
    sheet('Panel turns', TURNS, turns, state),
  ];
  return writeXlsxFile(book).toBuffer();
}

const PROGRAMME = [
  'kind',
  'title',
  'speakers',
  'room',
  'plannedFrom',
  'plannedMinutes',
  'startedAt',
  'endedAt',
];

function programmeRows(state: EventState): Cell[][] {
  const { date, timeZone } = state.event;
  return inOrder(state.sessions).map((session) => [
    session.kind,
    session.title,
    (session.panel?.seats ?? session.speakers).map((one) => one.name).join('; '),
    session.room,
    new Date(instantOf(date, session.plannedStart, timeZone)),
    session.plannedMs / MINUTE,
    session.startedAt === null ? null : new Date(session.startedAt),
    session.endedAt === null ? null : new Date(session.endedAt),
  ]);
}

const TURNS = ['panel', 'speaker', 'from', 'seconds'];

function turnRows(state: EventState, now: Instant): Cell[][] {
  return inOrder(state.sessions).flatMap((session) =>
    exportedTurns(state, session, now).map((turn) => [
      session.title,
      turn.speaker,
      new Date(turn.from),
      turn.ms / 1_000,
    ]),
  );
}

function sheet(
  name: string,
  headings: readonly string[],
  rows: readonly Cell[][],
  state: EventState,
): Sheet<never> {
  const { timeZone } = state.event;
  const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const data: SheetData = [head, ...rows.map((row) => row.map((cell) => cellOf(cell, timeZone)))];
  const columns = headings.map((heading, at) => ({
    width: Math.min(WIDEST, Math.max(heading.length, ...rows.map((row) => widthOf(row[at]))) + 2),
  }));
  return { sheet: name, data, columns, stickyRowsCount: 1 };
}

function cellOf(cell: Cell, timeZone: string) {
  if (cell === null || cell === '') return null;
  if (cell instanceof Date) {
    return { value: onTheClock(cell, timeZone), type: Date, format: TIME };
  }
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: cell, type: String };
}

/** A workbook knows no time zones: what the clock showed at the event, as if it were UTC. */
function onTheClock(instant: Date, timeZone: string): Date {
  const { hours, minutes } = clockTime(instant.getTime(), timeZone);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return new Date(`${day}T${two(hours)}:${two(minutes)}:00Z`);
}

function widthOf(cell: Cell | undefined): number {
  return cell instanceof Date ? TIME.length : String(cell ?? '').length;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/universal';
import { applyImport } from '../../../electron/desk/registrations';
import type { Row } from '../row';
import { msOf, spreadOf } from '../store/figures';
import { checkIn, makeHall } from '../store/hall';
import type { Hall } from '../store/hall';
import { asCsv, asWorkbook, registrations } from './registrations';

const ROWS = 10_000;
const ROUNDS = 7;
/** Of our time to the parser's. */
const REACH = 5;
/** Longest stretch that an import may keep a desk from its other work, ms. */
const LONGEST_STRETCH = 50;

const nobodyAsks = { signal: new AbortController().signal, at: () => {} };
const withoutBackup = async () => {};

/** Listens to how long the event loop is held up at a time, until it is asked. */
function holdUps(): { longest(): number } {
  let [last, longest] = [performance.now(), 0];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  return {
    longest: () => {
      look();
      clearInterval(timer);
      return longest;
    },
  };
}

/** People who come in while the import goes on, and how often one does, ms. */
const AT_THE_DOOR = 300;
const EVERY = 25;

/** Another desk at work: somebody is checked in at every turn. Ends with how long the slowest took, ms. */
function doorOf(hall: Hall): { end(): Promise<number> } {
  const taken: Array<Promise<number>> = [];
  const timer = setInterval(() => {
    const who = hall.people[taken.length];
    if (who !== undefined) taken.push(msOf(() => checkIn(hall, who)));
  }, EVERY);
  return {
    end: async () => {
      clearInterval(timer);
      return Math.max(0, ...(await Promise.all(taken)));
    },
  };
}

/** One import on the disk, from the bytes as they cross until all is durable. Those at the door stand in no file. */
async function importInto(hall: Hall, name: string, bytes: string): Promise<number> {
  return msOf(async () => {
    const done = await applyImport(
      hall.desk,
      { source: { name, bytes } },
      nobodyAsks,
      withoutBackup,
    );
    if (!done.outcome.ok) throw new Error(done.outcome.reason);
    // Made-up names may meet somebody at the door.
    if (done.added + done.updated !== ROWS)
      throw new Error(`${done.added} of ${ROWS} rows were imported`);
  });
}

/** The import alone, ms. */
async function importAlone(data: string, name: string, bytes: string): Promise<number> {
  const hall = await makeHall(data, AT_THE_DOOR);
  await wait(20);
  const took = await importInto(hall, name, bytes);
  await hall.desk.close();
  return took;
}

/** The import while people are checked in. */
async function importBesideDoor(data: string, name: string, bytes: string) {
  const hall = await makeHall(data, AT_THE_DOOR);
  await wait(20);
  const door = doorOf(hall);
  const held = holdUps();
  const took = await importInto(hall, name, bytes);
  const longest = held.longest();
  const slowest = await door.end();
  await hall.desk.close();
  return { took, longest, slowest };
}

/** Imports of 10,000 rows beside the parser alone, by turns, so that a busy moment hits both alike. */
export async function importRows(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'nuija-import-'));
  try {
    const table = registrations(ROWS, 20190327);
    const csv = asCsv(table);
    const text = csv.toString('utf8');
    const book = await asWorkbook(table);
    // To records by heading, as a program that takes registrations in would ask for them.
    const csvRows = await measured(
      data,
      'import-csv-10000',
      csv,
      'papaparse alone, to records',
      () => Papa.parse(text, { delimiter: ';', header: true }),
    );
    const bookBytes = Uint8Array.from(book).buffer;
    const xlsxRows = await measured(data, 'import-xlsx-10000', book, 'read-excel-file alone', () =>
      readExcelFile(bookBytes.slice(0)),
    );
    return [...csvRows, ...xlsxRows];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function measured(
  data: string,
  name: string,
  file: Buffer,
  parser: string,
  parse: () => unknown,
): Promise<Row[]> {
  const bytes = file.toString('base64');
  const ours: number[] = [];
  const alone: number[] = [];
  const besides: number[] = [];
  const stretches: number[] = [];
  const waits: number[] = [];
  await importAlone(data, name, bytes);
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await msOf(parse));
    ours.push(await importAlone(data, name, bytes));
    const { took, longest, slowest } = await importBesideDoor(data, name, bytes);
    besides.push(took);
    stretches.push(longest);
    waits.push(slowest);
  }
  const { median, p99 } = spreadOf(ours);
  const reference = spreadOf(alone).median;
  const stretch = spreadOf(stretches);
  const waited = spreadOf(waits);
  const beside = spreadOf(besides).median;
  return [
    {
      name,
      unit: 'ms',
      value: median,
      p99,
      reference: { name: parser, value: reference },
      ratio: median / reference,
      reach: `≤ ${REACH} × the parser alone, and durable`,
      holds: median <= REACH * reference,
    },
    {
      name: `${name}-hold-up`,
      unit: 'ms',
      value: stretch.median,
      p99: stretch.p99,
      reach: `event loop never held up > ${LONGEST_STRETCH} ms`,
      holds: stretch.median <= LONGEST_STRETCH,
    },
    {
      name: `${name}-check-in`,
      unit: 'ms',
      value: waited.median,
      p99: waited.p99,
      reference: { name: 'the import it waits for', value: beside },
      ratio: waited.median / beside,
      reach: 'the slowest check-in beside it waits no longer than the import takes',
      holds: waited.median <= beside,
    },
  ];
}

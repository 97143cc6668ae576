import { fdatasync, openSync, closeSync, readFileSync, write } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { stateToJson } from '../../../shared/model/state';
import type { StateJson } from '../../../shared/model/state';
import type { Row } from '../row';
import type { Spread } from './figures';
import { msOf, spreadOf } from './figures';
import type { Hall } from './hall';
import { checkIn, makeHall } from './hall';

const few = 300;
const many = 10_000;
const huge = 100_000;
/** Halls of 300 that are filled one after the other while one of 10,000 fills. */
const smallHalls = 5;
/** Check-ins before the first that counts, in which the code becomes fast. */
const warmUp = few;
const lowdbWrites = 15;
/** One takes about a second. */
const hugeLowdbWrites = 3;

/** What a check-in costs: ours, the bare append of the same line, lowdb's own file; in ms. */
interface Costs {
  people: number;
  ours: Spread;
  bare: Spread;
  lowdb: Spread;
}

/** Writes a line at the end of a file and syncs it, with the same callback API as the journal. */
function bareAppender(hall: Hall): { append(): Promise<void>; close(): void } {
  const journal = readFileSync(join(hall.folder, 'journal.jsonl'), 'utf8').trimEnd();
  const line = Buffer.from(`${journal.slice(journal.lastIndexOf('\n') + 1)}\n`);
  const fd = openSync(join(hall.folder, 'bare.jsonl'), 'w');
  let position = 0;
  return {
    append: () =>
      new Promise((resolve, reject) => {
        write(fd, line, 0, line.length, position, (failed) => {
          position += line.length;
          if (failed) reject(failed);
          else fdatasync(fd, (error) => (error ? reject(error) : resolve()));
        });
      }),
    close: () => closeSync(fd),
  };
}

/** What lowdb's own adapter takes to write the same database, people and all. */
async function lowdbCosts(hall: Hall, writes: number): Promise<number[]> {
  const file = new JSONFile<StateJson>(join(hall.folder, 'lowdb.json'));
  const low = new Low<StateJson>(file, stateToJson(hall.desk.state));
  const costs: number[] = [];
  for (const person of low.data.participants.slice(0, writes)) {
    person.status = 'present';
    costs.push(await msOf(() => low.write()));
  }
  return costs;
}

/** A hall that fills while others do, and what each check-in of it took. */
interface Filling {
  hall: Hall;
  guests: Iterator<string>;
  ours: number[];
}

async function fillingOf(data: string, people: number): Promise<Filling> {
  const hall = await makeHall(data, people);
  return { hall, guests: hall.people.values(), ours: [] };
}

async function checkInNext({ hall, guests, ours }: Filling): Promise<void> {
  const guest: string = guests.next().value ?? '';
  ours.push(await msOf(() => checkIn(hall, guest)));
}

/** All halls and the bare append by turns, so that whatever slows the machine slows them all. */
async function measure(data: string): Promise<{ small: Costs; large: Costs; vast: Costs }> {
  const large = await fillingOf(data, many);
  const vast = await fillingOf(data, huge);
  const ours: number[] = [];
  const lowdb: number[] = [];
  const bare: number[] = [];
  await checkIn(large.hall, large.guests.next().value ?? '');
  const reference = bareAppender(large.hall);
  for (let round = 0; round < smallHalls; round++) {
    const small = await fillingOf(data, few);
    for (let guest = 0; guest < few; guest++) {
      for (const filling of [small, large, vast]) {
        await checkInNext(filling);
        bare.push(await msOf(reference.append));
      }
    }
    ours.push(...small.ours);
    lowdb.push(...(await lowdbCosts(small.hall, lowdbWrites)));
    await small.hall.desk.close();
  }
  const largeLowdb = await lowdbCosts(large.hall, lowdbWrites);
  const vastLowdb = await lowdbCosts(vast.hall, hugeLowdbWrites);
  reference.close();
  await large.hall.desk.close();
  await vast.hall.desk.close();
  const costs = (people: number, own: number[], theirs: number[]): Costs => ({
    people,
    ours: spreadOf(own.slice(warmUp)),
    bare: spreadOf(bare.slice(3 * warmUp)),
    lowdb: spreadOf(theirs),
  });
  return {
    small: costs(few, ours, lowdb),
    large: costs(many, large.ours, largeLowdb),
    vast: costs(huge, vast.ours, vastLowdb),
  };
}

function rowsOf({ people, ours, bare, lowdb }: Costs, timesLowdb: number): Row[] {
  const hall = `${people.toLocaleString('en')} people`;
  const figure = { unit: 'ms', value: ours.median, p99: ours.p99 };
  return [
    {
      name: `durable check-in, ${hall}, beside the bare append`,
      ...figure,
      reference: { name: 'append + fdatasync of the same line', value: bare.median },
      ratio: ours.median / bare.median,
      reach: '≤ 2 ×',
      holds: ours.median <= 2 * bare.median,
    },
    {
      name: `durable check-in, ${hall}, beside lowdb's own file`,
      ...figure,
      reference: { name: 'lowdb JSONFile, not durable', value: lowdb.median },
      ratio: ours.median / lowdb.median,
      reach: `≤ 1/${timesLowdb}`,
      holds: ours.median * timesLowdb <= lowdb.median,
    },
  ];
}

/** One check-in after the other, each answered when it is durable. */
export async function checkInRows(data: string): Promise<Row[]> {
  const { small, large, vast } = await measure(data);
  return [
    ...rowsOf(small, 3),
    ...rowsOf(large, 50),
    ...rowsOf(vast, 50),
    {
      name: 'durable check-in, 10,000 people, beside 300',
      unit: 'ms',
      value: large.ours.median,
      p99: large.ours.p99,
      reference: { name: 'the same with 300 people', value: small.ours.median },
      ratio: large.ours.median / small.ours.median,
      reach: '≤ 1.3 ×',
      holds: large.ours.median <= 1.3 * small.ours.median,
    },
  ];
}

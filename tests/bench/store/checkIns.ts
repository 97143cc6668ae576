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

/** What a check-in costs in one hall: ours, the bare append of the same line, lowdb's own file; in ms. */
interface Costs {
  people: number;
  ours: Spread;
  bare: Spread;
  lowdb: Spread;
}

/** Writes the line at the end of a file and syncs it, with the same callback API as the journal. */
function appendBare(fd: number, line: Buffer, position: number): Promise<void> {
  return new Promise((resolve, reject) => {
    write(fd, line, 0, line.length, position, (failed) => {
      if (failed) reject(failed);
      else fdatasync(fd, (error) => (error ? reject(error) : resolve()));
    });
  });
}

/** Check-ins and bare appends by turns, so that whatever slows the disk slows both. */
async function besideBare(hall: Hall, who: readonly string[]): Promise<[number[], number[]]> {
  const journal = readFileSync(join(hall.folder, 'journal.jsonl'), 'utf8');
  const [first = ''] = who;
  await checkIn(hall, first);
  const after = readFileSync(join(hall.folder, 'journal.jsonl'), 'utf8');
  const line = Buffer.from(after.slice(journal.length));
  const fd = openSync(join(hall.folder, 'bare.jsonl'), 'w');
  const ours: number[] = [];
  const bare: number[] = [];
  for (const [at, person] of who.slice(1).entries()) {
    ours.push(await msOf(() => checkIn(hall, person)));
    bare.push(await msOf(() => appendBare(fd, line, at * line.length)));
  }
  closeSync(fd);
  return [ours, bare];
}

async function lowdbWrites(hall: Hall, times: number): Promise<number[]> {
  const low = new Low(
    new JSONFile<StateJson>(join(hall.folder, 'lowdb.json')),
    stateToJson(hall.desk.state),
  );
  const costs: number[] = [];
  for (const person of low.data.participants.slice(0, times)) {
    const write = () => {
      person.status = 'present';
      return low.write();
    };
    costs.push(await msOf(write));
  }
  return costs;
}

async function costsOf(data: string, people: number, checkIns: number, rounds: number) {
  const ours: number[] = [];
  const bare: number[] = [];
  const lowdb: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const hall = await makeHall(data, people);
    const [own, reference] = await besideBare(hall, hall.people.slice(0, checkIns));
    ours.push(...own);
    bare.push(...reference);
    lowdb.push(...(await lowdbWrites(hall, 20)));
    await hall.desk.close();
  }
  const costs: Costs = {
    people,
    ours: spreadOf(ours),
    bare: spreadOf(bare),
    lowdb: spreadOf(lowdb),
  };
  return costs;
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
  await costsOf(data, 300, 300, 1); // lets the code become fast and the disk awake
  const small = await costsOf(data, 300, 300, 5);
  const large = await costsOf(data, 10_000, 1_500, 1);
  return [
    ...rowsOf(small, 3),
    ...rowsOf(large, 50),
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

import { readFileSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../row';
import { msOf, spreadOf } from './figures';
import { checkIn, makeHall, openHall } from './hall';

const people = 10_000;
const rounds = 7;
const behindSnapshot = 499;

/** Parses the bytes that opening has to read, as one document per file and nothing else. */
function parseOnly(folder: string): () => void {
  const database = readFileSync(join(folder, 'db.json'), 'utf8');
  const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').trimEnd();
  const journal = `[${lines.replaceAll('\n', ',')}]`;
  return () => {
    JSON.parse(database);
    JSON.parse(journal);
  };
}

async function openedRow(name: string, data: string, folder: string, facts: number): Promise<Row> {
  const opened: number[] = [];
  const parsed: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const copy = join(data, `opened-${round}`);
    await cp(folder, copy, { recursive: true });
    const parse = parseOnly(copy);
    globalThis.gc?.();
    parsed.push(await msOf(parse));
    globalThis.gc?.();
    const open = async () => {
      const { store } = await openHall(copy);
      if (store.state.seq !== facts) throw new Error(`${store.state.seq} of ${facts} facts`);
      return store;
    };
    let store: Awaited<ReturnType<typeof open>> | undefined;
    opened.push(
      await msOf(async () => {
        store = await open();
      }),
    );
    await store?.close();
    rmSync(copy, { recursive: true });
  }
  const { median, p99 } = spreadOf(opened);
  const reference = spreadOf(parsed).median;
  return {
    name,
    unit: 'ms',
    value: median,
    p99,
    reference: { name: 'JSON.parse of the same bytes', value: reference },
    ratio: median / reference,
    reach: '≤ 4 ×',
    holds: median <= 4 * reference,
  };
}

/** Longest time that other work had to wait, in ms, while the work given was done. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

/** Opening an event of 10,000 people and 10,000 lines, and writing its database while it goes on. */
export async function openingRows(data: string): Promise<Row[]> {
  const hall = await makeHall(data, people);
  for (let at = 0; at < people - behindSnapshot; at += 50) {
    const who = hall.people.slice(at, Math.min(at + 50, people - behindSnapshot));
    await Promise.all(who.map((person) => checkIn(hall, person)));
  }
  await hall.desk.close();
  const again = await openHall(hall.folder);
  const late = { ...hall, ...again };
  for (const person of hall.people.slice(people - behindSnapshot)) await checkIn(late, person);
  // Copied while it is open: as a killed process leaves it.
  const killed = join(data, 'killed');
  await cp(hall.folder, killed, { recursive: true });
  const facts = again.store.state.seq + behindSnapshot;

  const waits: number[] = [];
  const idle: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const person = hall.people[round] ?? '';
    await again.desk.commit({ command: { type: 'participant.leave', who: person } });
    // Closing writes the database; the desk is opened again for the next round.
    globalThis.gc?.();
    let took = 0;
    waits.push(
      await longestWait(async () => {
        took = await msOf(() => again.desk.close());
      }),
    );
    idle.push(await longestWait(() => pause(took)));
    Object.assign(again, await openHall(hall.folder));
  }
  await again.desk.close();
  const longest = Math.max(...waits);
  const quit = await openedRow(
    'open an event after quitting, 10,000 people, 10,000 lines',
    data,
    hall.folder,
    facts + rounds,
  );
  return [
    quit,
    await openedRow(
      `open an event after a kill, ${behindSnapshot} lines behind the database`,
      data,
      killed,
      facts,
    ),
    {
      name: 'other work waits while a database of 10,000 people is written, longest',
      unit: 'ms',
      value: longest,
      reference: { name: 'the same time with nothing to do', value: Math.max(...idle) },
      reach: '≤ 50 ms',
      holds: longest <= 50,
    },
  ];
}

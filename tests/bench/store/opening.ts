import { readFileSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from '../row';
import { msOf } from './figures';
import { checkIn, makeHall, openHall } from './hall';

const lines = 10_000;
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

async function openedRow(
  name: string,
  data: string,
  { folder, facts, rounds }: { folder: string; facts: number; rounds: number },
): Promise<Row> {
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
  const value = Math.min(...opened);
  const reference = Math.min(...parsed);
  return {
    name,
    unit: 'ms',
    value,
    reference: { name: 'JSON.parse of the same bytes', value: reference },
    ratio: value / reference,
    reach: '≤ 4 ×',
    holds: value <= 4 * reference,
  };
}

/** Opening an event of so many people and 10,000 lines, after quitting and after a kill. */
export async function openingRows(data: string, people: number, rounds: number): Promise<Row[]> {
  const hall = await makeHall(data, people);
  for (let at = 0; at < lines - behindSnapshot; at += 50) {
    const who = hall.people.slice(at, Math.min(at + 50, lines - behindSnapshot));
    await Promise.all(who.map((person) => checkIn(hall, person)));
  }
  await hall.desk.close();
  const again = await openHall(hall.folder);
  const late = { ...hall, ...again };
  for (const person of hall.people.slice(lines - behindSnapshot, lines)) {
    await checkIn(late, person);
  }
  // Copied while it is open: as a killed process leaves it.
  const killed = join(data, 'killed');
  await cp(hall.folder, killed, { recursive: true });
  const facts = again.store.state.seq + behindSnapshot;
  await again.desk.close();
  const number = people.toLocaleString('en');
  const quit = `open an event after quitting, ${number} people, 10,000 lines`;
  const kill = `open an event after a kill, ${number} people, ${behindSnapshot} lines behind the database`;
  const rows = [
    await openedRow(quit, data, { folder: hall.folder, facts, rounds }),
    await openedRow(kill, data, { folder: killed, facts, rounds }),
  ];
  rmSync(killed, { recursive: true });
  return rows;
}

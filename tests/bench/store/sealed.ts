import { createSecretKey, randomBytes } from 'node:crypto';
import { aesSeal } from '../../../electron/store/sealAes';
import type { Row } from '../row';
import { msOf, spreadOf } from './figures';
import { checkIn, makeHall, openHall } from './hall';
import type { Hall } from './hall';

const people = 10_000;
const checkIns = 1_000;
const warmUp = 200;
const rounds = 7;

/** The same work plain and under a seal, by turns, so that whatever slows the machine slows both; in ms. */
async function byTurns(
  times: number,
  halls: readonly [Hall, Hall],
  work: (hall: Hall, time: number) => Promise<unknown>,
): Promise<{ plain: number[]; sealed: number[] }> {
  const plain: number[] = [];
  const sealed: number[] = [];
  for (let time = 0; time < times; time++) {
    plain.push(await msOf(() => work(halls[0], time)));
    sealed.push(await msOf(() => work(halls[1], time)));
  }
  return { plain, sealed };
}

function rowOf(name: string, { plain, sealed }: { plain: number[]; sealed: number[] }): Row {
  const { median, p99 } = spreadOf(sealed);
  const reference = spreadOf(plain).median;
  return {
    name,
    unit: 'ms',
    value: median,
    p99,
    reference: { name: 'the same without a passphrase', value: reference },
    ratio: median / reference,
    reach: '≤ 2 ×',
    holds: median <= 2 * reference,
  };
}

/** What a passphrase costs a desk at work: once it is given, scrypt is behind it. */
export async function sealedRows(data: string): Promise<Row[]> {
  const seal = aesSeal(createSecretKey(randomBytes(32)), 'bench');
  const halls: [Hall, Hall] = [await makeHall(data, people), await makeHall(data, people, seal)];
  const durable = await byTurns(checkIns + warmUp, halls, (hall, time) =>
    checkIn(hall, hall.people[time] ?? ''),
  );
  // Asked for by itself, a database is written and nothing else is done.
  const written = await byTurns(rounds, halls, ({ desk }) => desk.save());
  for (const hall of halls) await hall.desk.close();
  const opened = await byTurns(rounds, halls, async (hall) => {
    const { store } = await openHall(hall.folder, hall.seal);
    if (store.state.participants.size !== people) throw new Error('not all people are there');
    await store.close();
  });
  const late = (all: number[]) => all.slice(warmUp);
  return [
    rowOf('durable check-in under a passphrase, 10,000 people', {
      plain: late(durable.plain),
      sealed: late(durable.sealed),
    }),
    rowOf('open an event under a passphrase, 10,000 people', opened),
    rowOf('write the database under a passphrase, 10,000 people', written),
  ];
}

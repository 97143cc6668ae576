import type { Row } from '../row';
import { msOf } from './figures';
import type { Hall } from './hall';
import { checkIn, makeHall } from './hall';

const atOnce = 8;
const perRound = 400;
const rounds = 12;

/** Check-ins per second when `desks` each wait for their own answer before they ask again. */
async function perSecond(hall: Hall, who: readonly string[], desks: number): Promise<number> {
  const queue = who.values();
  const one = async () => {
    for (const person of queue) await checkIn(hall, person);
  };
  const ms = await msOf(() => Promise.all(Array.from({ length: desks }, one)));
  return (who.length / ms) * 1_000;
}

/** Eight desks that commit at once beside one that commits alone, by turns; the quietest round of each counts. */
export async function throughputRow(data: string): Promise<Row> {
  const hall = await makeHall(data, 2 * perRound * rounds);
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = round * 2 * perRound;
    const middle = from + perRound;
    alone.push(await perSecond(hall, hall.people.slice(from, middle), 1));
    together.push(await perSecond(hall, hall.people.slice(middle, middle + perRound), atOnce));
  }
  await hall.desk.close();
  const value = Math.max(...together);
  const reference = Math.max(...alone);
  return {
    name: `durable check-ins, ${atOnce} desks at once`,
    unit: 'per s',
    value,
    reference: { name: 'one desk at a time', value: reference },
    ratio: value / reference,
    reach: '≥ 4 ×',
    holds: value >= 4 * reference,
  };
}

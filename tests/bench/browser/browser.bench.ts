import { openHall } from './hall';
import {
  checkInsElsewhere,
  openReception,
  parseState,
  scrollThrough,
  typeNames,
} from './reception';
import { LONG_MS } from './spent';
import type { Row } from '../row';
import type { Hall } from './hall';

const small = 300;
const many = 10_000;
const rounds = 5;
const names = 24;
const turns = 60;
const checkIns = 64;
const perSecond = 8;
/** One frame at 60 Hz, in ms. */
const frame = 16;

interface Measured {
  /** Parsing the state alone, ms. */
  parse: number;
  /** From the start page to the first list, ms, in order. */
  opened: number[];
  /** Main-thread work of each keystroke, ms, in order. */
  keys: number[];
  /** Lengths of long tasks while scrolling, and while others check people in. */
  scrolling: number[];
  elsewhere: number[];
  /** Main-thread work of one check-in elsewhere, ms. */
  each: number;
}

async function measured(hall: Hall): Promise<Measured> {
  const parse = await parseState(hall);
  const opened: number[] = [];
  for (let round = 0; round < rounds; round++) opened.push(await openReception(hall));
  await typeNames(hall, 4);
  const keys = await typeNames(hall, names);
  const scrolling = await scrollThrough(hall, turns);
  const { long: elsewhere, each } = await checkInsElsewhere(hall, checkIns, perSecond);
  const inOrder = (times: number[]): number[] => times.toSorted((a, b) => a - b);
  return { parse, opened: inOrder(opened), keys: inOrder(keys), scrolling, elsewhere, each };
}

async function inHall(count: number): Promise<Measured> {
  const hall = await openHall(count);
  try {
    return await measured(hall);
  } finally {
    await hall.close();
  }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;

function beside(name: string, value: number, reference: number, reach: string, holds: boolean) {
  return {
    name,
    unit: 'ms',
    value,
    reference: { name: `${small} people`, value: reference },
    ratio: value / reference,
    reach,
    holds,
  };
}

function keystrokeRow(few: Measured, all: Measured): Row {
  const [value, reference] = [at(all.keys, 0.95), at(few.keys, 0.95)];
  return {
    ...beside(
      'keystroke-10000: scripting, style and layout of a keystroke, 10,000 people, 95th percentile',
      value,
      reference,
      `≤ ${frame} ms`,
      value <= frame,
    ),
    p99: at(all.keys, 0.99),
  };
}

function openRow(people: string, { opened, parse }: Measured, reach: number): Row {
  const value = at(opened, 0.5);
  return {
    name: `open-reception: from the start page to the first list, ${people} people`,
    unit: 'ms',
    value,
    reference: { name: 'JSON.parse of the same state', value: parse },
    ratio: value / parse,
    reach: `≤ ${reach} ms`,
    holds: value <= reach,
  };
}

function smoothRow(name: string, few: readonly number[], all: readonly number[]): Row {
  const [value, reference] = [Math.max(0, ...all), Math.max(0, ...few)];
  return {
    name: `${name}, 10,000 people, longest task over ${LONG_MS} ms of the main thread`,
    unit: 'ms',
    value,
    reference: { name: `${small} people`, value: reference },
    reach: 'none',
    holds: value === 0,
  };
}

/**
 * The reception in a real Chromium over the built program: typing, scrolling, opening, and looking on while another
 * desk checks people in. Needs Chromium; takes about two minutes.
 */
export async function browserRows(): Promise<Row[]> {
  const few = await inHall(small);
  const all = await inHall(many);
  return [
    keystrokeRow(few, all),
    openRow(String(small), few, 300),
    openRow('10,000', all, 1_000),
    smoothRow('scroll-10000: the whole list scrolled through', few.scrolling, all.scrolling),
    smoothRow(
      `check-ins-elsewhere: ${perSecond} check-ins a second at another desk`,
      few.elsewhere,
      all.elsewhere,
    ),
    beside(
      'check-in-elsewhere: main-thread work of one check-in at another desk, 10,000 people',
      all.each,
      few.each,
      '≤ 1.5 × that among 300',
      all.each <= 1.5 * few.each,
    ),
  ];
}

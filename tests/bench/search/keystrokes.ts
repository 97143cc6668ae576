import { fold } from '../../../shared/search/fold';
import type { Chance } from './chance';
import type { Engine } from './engines';
import type { Person } from './names';

/** How many hits a list shows. */
const shown = 20;

/** One slip of the finger somewhere in a text: a letter left out, put in, replaced, or swapped with the next. */
export function withSlip(text: string, draw: Chance): string {
  for (;;) {
    const at = draw.below(text.length);
    const letter = draw.pick([...'abcdefghijklmnopqrstuvwxyzåäö']);
    const [before, here, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    const slipped = draw.pick([
      before + after,
      before + letter + here + after,
      before + letter + after,
      before + after.charAt(0) + here + after.slice(1),
    ]);
    if (slipped !== text) return slipped;
  }
}

/**
 * What is in the search box after each key, for so many people looked for: `Last First`, `First Last`, without marks,
 * with a slip, by organisation, by code, in turn.
 */
export function keystrokes(people: readonly Person[], sought: number, draw: Chance): string[] {
  const typed: string[] = [];
  for (let number = 0; number < sought; number++) {
    const { firstName, lastName, organisation, code } = draw.pick(people);
    const ways = [
      `${lastName} ${firstName}`,
      `${firstName} ${lastName}`,
      fold(`${lastName} ${firstName}`),
      withSlip(`${firstName} ${lastName}`, draw),
      organisation,
      code,
    ];
    const whole = ways[number % ways.length] ?? lastName;
    for (let length = 1; length <= whole.length; length++) typed.push(whole.slice(0, length));
  }
  return typed;
}

/** Milliseconds per keystroke: the median and the 99th percentile. */
export interface Latency {
  median: number;
  p99: number;
}

/**
 * Times every query by itself, in so many rounds over all of them, after a round that is not counted. A query's time
 * is its median over the rounds, so that what else runs on the machine does not pass for the engine's own worst case.
 */
export function latency(engine: Engine, queries: readonly string[], rounds: number): Latency {
  for (const query of queries) engine.find(query, shown);
  const timed = queries.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    queries.forEach((query, at) => {
      const from = performance.now();
      engine.find(query, shown);
      timed[at]?.push(performance.now() - from);
    });
  }
  const times = timed.map((own) => quantile(own, 0.5));
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Infinity;
}

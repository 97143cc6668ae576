import { chance } from './chance';
import { fuse, microFuzzy, miniSearch, nuija } from './engines';
import { keystrokes, latency } from './keystrokes';
import { makePeople } from './names';
import { hiEvents, indico, pretix } from './otherDesks';
import { recall, searches, tasks } from './recall';
import type { Row } from '../row';
import type { Engine } from './engines';
import type { Latency } from './keystrokes';
import type { Person } from './names';

const seed = 20190327;
const many = 10_000;
const veryMany = 100_000;
const mostMs = { [many]: 3, [veryMany]: 10 } as const;

/** How many people are looked for, key by key; the slow engines get the first of the same keys. */
const sought = 300;
const keysForSlow = 40;
const rounds = 3;
const roundsForSlow = 1;
const recallSample = 2_000;
/** For programs that look through everyone for each query. */
const fewer = 300;

function besideReference(ours: Latency, name: string, reference: Latency): Row {
  return {
    name: `search per keystroke, 10,000 people, beside ${name}`,
    unit: 'ms',
    value: ours.median,
    p99: ours.p99,
    reference: { name: `${name}, median`, value: reference.median },
    ratio: ours.median / reference.median,
    reach: 'p99 ≤ 3 ms, median and p99 below the reference’s',
    holds: ours.p99 <= mostMs[many] && ours.median < reference.median && ours.p99 < reference.p99,
  };
}

function speedRows(people: readonly Person[], own: Engine, mini: Engine): Row[] {
  const queries = keystrokes(people, sought, chance(seed + 1));
  const ours = latency(own, queries, rounds);
  const reference = latency(mini, queries, rounds);
  const rows = [
    besideReference(ours, mini.name, reference),
    {
      name: 'search per keystroke, 10,000 people, 99th percentile',
      unit: 'ms',
      value: ours.p99,
      reference: { name: `${mini.name}, 99th percentile`, value: reference.p99 },
      ratio: ours.p99 / reference.p99,
      reach: '≤ 3 ms and below MiniSearch’s',
      holds: ours.p99 <= mostMs[many] && ours.p99 < reference.p99,
    },
  ];
  for (const slow of [fuse(people), microFuzzy(people)]) {
    rows.push(
      besideReference(ours, slow.name, latency(slow, queries.slice(0, keysForSlow), roundsForSlow)),
    );
  }
  return rows;
}

function recallRows(people: readonly Person[], own: Engine, others: readonly Engine[]): Row[] {
  return tasks(people, chance(seed + 2)).flatMap((task) => {
    const reach = task.target === 100 ? '100 %' : `≥ ${task.target} %`;
    return others.map((other) => {
      const wanted = searches(people, task, other.looksThroughAll ? fewer : recallSample);
      const value = recall(own, wanted);
      const reference = { name: other.name, value: recall(other, wanted) };
      return {
        name: `search recall in the first ten, 10,000 people: ${task.name}, beside ${other.name}`,
        unit: '%',
        value,
        reference,
        ...(reference.value > 0 ? { ratio: value / reference.value } : {}),
        reach: `${reach}, not below the reference’s`,
        holds: value >= task.target && value >= reference.value,
      };
    });
  });
}

function largeRow(): Row {
  const people = makePeople(veryMany, seed);
  const { median, p99 } = latency(
    nuija(people),
    keystrokes(people, sought, chance(seed + 3)),
    rounds,
  );
  return {
    name: 'search per keystroke, 100,000 people',
    unit: 'ms',
    value: median,
    p99,
    reach: 'p99 ≤ 10 ms',
    holds: p99 <= mostMs[veryMany],
  };
}

function buildTime(build: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now();
    build();
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[3] ?? Infinity;
}

/** Building the index, as when an event is opened. */
function buildRow(people: readonly Person[]): Row {
  const value = buildTime(() => nuija(people));
  const reference = { name: 'MiniSearch 7', value: buildTime(() => miniSearch(people)) };
  return {
    name: 'search index built, 10,000 people',
    unit: 'ms',
    value,
    reference,
    ratio: value / reference.value,
    reach: 'no longer than the reference takes',
    holds: value <= reference.value,
  };
}

/** The rows on participant search: speed beside three libraries, size, and what is found. Takes about a minute. */
export async function searchRows(): Promise<Row[]> {
  const people = makePeople(many, seed);
  const own = nuija(people);
  const mini = miniSearch(people);
  return [
    ...speedRows(people, own, mini),
    largeRow(),
    buildRow(people),
    ...recallRows(people, own, [mini, pretix(people), indico(people), hiEvents(people)]),
  ];
}

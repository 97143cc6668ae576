import { MINUTE } from '../model/units';
import type { Instant } from '../model/units';
import type { Arrivals } from './model';

/** Arrivals are counted per five minutes. */
export const ARRIVAL_STEP = 5 * MINUTE;

/** Longest curve that is drawn step by step, a day: check-ins of another day do not make it endless. */
const MOST_STEPS = 288;

/**
 * How check-ins were spread over time. Steps begin at whole five minutes, which are the same in every
 * time zone; those between the first and the last arrival are there even when nobody came in them.
 * When the check-ins are spread over more than a day, steps without arrivals are left out.
 */
export function arrivalsOf(instants: readonly Instant[]): Arrivals {
  const sorted = instants.toSorted((a, b) => a - b);
  const counts = new Map<number, number>();
  for (const at of sorted) {
    const step = Math.floor(at / ARRIVAL_STEP);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const seen = [...counts.keys()];
  const [first = 0, last = -1] = [seen[0], seen.at(-1)];
  const all = Array.from(
    { length: Math.min(MOST_STEPS + 1, last - first + 1) },
    (_, i) => first + i,
  );
  let total = 0;
  const steps = (all.length > MOST_STEPS ? seen : all).map((step) => {
    const count = counts.get(step) ?? 0;
    total += count;
    return { from: step * ARRIVAL_STEP, count, total };
  });
  const most = Math.max(0, ...counts.values());
  const fullest = steps.find(({ count }) => count === most);
  const half = sorted[Math.ceil(sorted.length / 2) - 1];
  return {
    stepMs: ARRIVAL_STEP,
    steps,
    peak: fullest && most > 0 ? { from: fullest.from, count: most } : null,
    halfAt: half ?? null,
  };
}

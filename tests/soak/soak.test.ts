import { expect, it } from 'vitest';
import { simulatedDay } from './day';
import type { Sample, Size } from './day';

const HOUR = 3_600;

/** `npm run test:soak` runs the whole day; otherwise a short one that does the same things. */
const whole = process.env['NUIJA_SOAK'] === 'whole';

const SHORT: Size = { seconds: 600, panels: 2, screens: 15, turn: 20, arrival: 30, sample: 30 };
const WHOLE: Size = {
  seconds: 8 * HOUR,
  panels: 6,
  screens: 300,
  turn: 60,
  arrival: 60,
  sample: HOUR / 4,
};

/** What each command may leave behind for good: a turn, a person, an answer remembered. kB. */
const PER_COMMAND = 4;

/** What the program itself may come to need while it runs in: far below a frame kept per screen and second. MB. */
const SLACK = 4;

/** Slope of a straight line through the samples (least squares), MB an hour. */
function slopeOf(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const hours = samples.map(({ second }) => second / HOUR);
  const values = samples.map(of);
  const [x, y] = [mean(hours), mean(values)];
  const above = hours.reduce((sum, hour, n) => sum + (hour - x) * ((values[n] ?? 0) - y), 0);
  return above / hours.reduce((sum, hour) => sum + (hour - x) ** 2, 0);
}

it(
  'a day of panels, receptions and stage screens leaves nothing in memory but what happened',
  async () => {
    const size = whole ? WHOLE : SHORT;
    const day = await simulatedDay(size);
    expect(day.frames).toBeGreaterThanOrEqual(size.seconds * size.screens);
    expect([...day.shown]).toEqual([day.expected]);
    expect(day.missing).toBe(0);
    expect(day.off).toBe(0);

    // The first quarter warms up: code is compiled, pools are filled.
    const warm = day.samples.filter(({ second }) => second >= size.seconds / 4);
    const heap = slopeOf(warm, (sample) => sample.heap);
    const buffers = slopeOf(warm, (sample) => sample.buffers);
    const first = warm[0];
    const last = warm.at(-1);
    if (whole) {
      for (const { second, heap: used, buffers: outside } of day.samples) {
        const at = (second / HOUR).toFixed(2);
        console.log(`${at} h: heap ${used.toFixed(1)} MB, buffers ${outside.toFixed(1)} MB`);
      }
      const slopes = `${heap.toFixed(2)} and ${buffers.toFixed(2)} MB an hour`;
      console.log(`${day.commands} commands, ${day.frames} frames; ${slopes}`);
    }
    const allowed = (day.commands * PER_COMMAND) / 1_024;
    expect((last?.heap ?? 0) - (first?.heap ?? 0)).toBeLessThan(allowed + SLACK);
    expect((last?.buffers ?? 0) - (first?.buffers ?? 0)).toBeLessThan(SLACK);
    if (whole) expect(heap).toBeLessThan(2);
  },
  whole ? 3_600_000 : 300_000,
);

/**
 * One line of the benchmark table. A figure stands next to its reference, both measured in the same run, because
 * absolute times differ from machine to machine.
 */
export interface Row {
  /** What was done, on how much. */
  name: string;
  /** The unit of `value`, `p99` and `reference.value`: `ms`, `µs`, `kB`, `%` … */
  unit: string;
  /** The median over the repetitions, or the figure itself where there is only one. */
  value: number;
  /** The 99th percentile over the same repetitions. */
  p99?: number;
  /** What it is compared with, and that one's figure for the same work. */
  reference?: { name: string; value: number };
  /** `value` divided by the reference's value. */
  ratio?: number;
  /** What is to be reached, in words. */
  reach: string;
  /** Whether it was reached in this run: computed from the figures, never stated. */
  holds: boolean;
}

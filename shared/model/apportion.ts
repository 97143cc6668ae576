/**
 * Shares a whole number out by weight in whole parts that add up to it exactly, by the largest
 * remainder (Hamilton's method); equal remainders go to the first. Weights are not negative; where
 * they are all 0 there is nothing to share by and every part is 0.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const remainder = (at: number) => (exact[at] ?? 0) - (parts[at] ?? 0);
  const byRemainder = weights
    .map((weight, at) => ({ weight, at }))
    .filter(({ weight }) => weight > 0)
    .map(({ at }) => at)
    .sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const at of byRemainder.slice(0, Math.max(0, left))) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

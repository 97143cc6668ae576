/**
 * Jain's fairness index, (Σx)² / (n · Σx²): 1 when all have the same, 1/n when one has everything.
 * 1 also where nobody has anything yet. R. Jain, D. Chiu, W. Hawe: "A Quantitative Measure of Fairness
 * and Discrimination for Resource Allocation in Shared Computer Systems", DEC-TR-301, 1984.
 */
export function jainIndex(amounts: readonly number[]): number {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  const squares = amounts.reduce((all, amount) => all + amount * amount, 0);
  return squares === 0 ? 1 : (sum * sum) / (amounts.length * squares);
}

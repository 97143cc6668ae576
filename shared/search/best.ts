/**
 * The first `limit` of many numbers in a given order, without sorting the others: a heap with the last of the kept
 * at its root. `order(a, b)` is below zero where `a` comes first and must be a total order.
 */
export function firstOf(
  count: number,
  at: (index: number) => number,
  limit: number,
  order: (a: number, b: number) => number,
): number[] {
  const kept: number[] = [];
  const size = Math.min(count, limit);
  if (size <= 0) return kept;
  for (let index = 0; index < size; index++) kept.push(at(index));
  for (let parent = (size >>> 1) - 1; parent >= 0; parent--) sink(kept, parent, order);
  for (let index = size; index < count; index++) {
    const next = at(index);
    if (order(next, kept[0] ?? next) >= 0) continue;
    kept[0] = next;
    sink(kept, 0, order);
  }
  return kept.sort(order);
}

function sink(heap: number[], from: number, order: (a: number, b: number) => number): void {
  const value = heap[from];
  if (value === undefined) return;
  let parent = from;
  for (;;) {
    let child = 2 * parent + 1;
    const left = heap[child];
    if (left === undefined) break;
    const right = heap[child + 1];
    let later = left;
    if (right !== undefined && order(right, left) > 0) {
      later = right;
      child++;
    }
    if (order(later, value) <= 0) break;
    heap[parent] = later;
    parent = child;
  }
  heap[parent] = value;
}

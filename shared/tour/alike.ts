import type { Figures } from '../figures/model';
import { fold } from '../search/fold';

/**
 * Events of the same name and day that were begun twice, each by itself: they share no fact, so nobody can put
 * them together, and both are counted until one is left out. Lists of at least two.
 */
export function alikeOf(figures: readonly Figures[]): Figures[][] {
  const byName = new Map<string, Figures[]>();
  for (const one of figures) {
    if (one.event.sample) continue;
    const key = `${one.event.date} ${fold(one.event.name).replaceAll(/\s+/gu, ' ').trim()}`;
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  return [...byName.values()].filter((list) => list.length > 1);
}

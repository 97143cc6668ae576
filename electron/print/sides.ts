import type { Edge } from '../../shared/print';
import type { RenderedBadges } from '../badges/badge';

type Flip = NonNullable<RenderedBadges['flip']>;

/**
 * How both sides of a sheet come onto paper: the printer turns it, along that edge, or a person does, with the
 * fronts printed first.
 */
export type SidesPlan = { by: 'printer'; edge: Edge } | { by: 'hand'; edge: Edge };

/**
 * The way for backs that are mirrored for one edge, on a printer that turns sheets along `turns`. The layout's own
 * edge is best; backs are mirrored for the other one where the printer knows only that. A printer that turns
 * nothing, or does not say, is taken for one that cannot: sheets with fronts on both sides are lost.
 */
export function planSides(wanted: Edge, turns: readonly Edge[]): SidesPlan {
  const [only] = turns;
  if (only === undefined) return { by: 'hand', edge: wanted };
  return { by: 'printer', edge: turns.includes(wanted) ? wanted : only };
}

/** An edge in the layout files' word, and back. */
export const flipOf = (edge: Edge): Flip => `flip-${edge}`;
export const edgeOf = (flip: Flip): Edge =>
  flip === 'flip-long-edge' ? 'long-edge' : 'short-edge';

import type { BadgeDesign, SizeStep } from '../../shared/badges/design';
import type { BadgeField } from './badge';
import type { Measure, SetBlock } from './fit';
import type { Ink } from './ink';
import type { Item } from './items';
import type { BadgeLayout } from './layout';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** What every badge of a job is composed with. */
export interface Frame {
  layout: BadgeLayout;
  design: Pick<BadgeDesign, 'elements' | 'roles' | 'sectors' | 'bandForAll'>;
  /** Already printable. */
  eventName: string;
  eventDate: string;
  /** Ink of bands without a colour of their own. */
  accent: Ink;
  /** Width of the logo divided by its height; undefined where there is none. */
  logoRatio: number | undefined;
  measure: Measure;
}

/** A text as it came out, so that what is missing can be told. */
export interface SetText {
  field: BadgeField;
  block: SetBlock;
}

/** Something composed at the origin; lengths in pt. */
export interface Piece {
  items: Item[];
  set: SetText[];
  width: number;
  height: number;
}

const FACTOR: Record<SizeStep, number> = { small: 0.78, normal: 1, large: 1.3 };

/** A size a step smaller or larger, never below the readable minimum. */
export function stepped(size: number, step: SizeStep, smallest: number): number {
  return Math.max(smallest, size * FACTOR[step]);
}

/** How wide a text that is set really is, pt. */
export function widthOf(block: SetBlock, measure: Measure): number {
  const { lines, size, font, stretch = 1 } = block;
  return stretch * Math.max(0, ...lines.map((line) => measure(line, size, font)));
}

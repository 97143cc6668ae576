import type { BadgePerson } from './badge';
import type { Ink } from './ink';

/** How a sector is told apart: by colour and, where there is no colour, by outline and letter. */
export interface SectorMark {
  shape: 'circle' | 'square' | 'diamond' | 'hexagon';
  colour: Ink;
}

/** White letters on these have a contrast of at least 4.5 : 1. */
export const SECTOR_MARKS: Record<Exclude<BadgePerson['sector'], ''>, SectorMark> = {
  private: { shape: 'circle', colour: [0.11, 0.37, 0.65] },
  public: { shape: 'square', colour: [0.06, 0.46, 0.37] },
  third: { shape: 'diamond', colour: [0.7, 0.3, 0.08] },
  other: { shape: 'hexagon', colour: [0.36, 0.4, 0.44] },
};

/** How wide an outline is, in parts of its height: those with corners are widened to look alike. */
export const BREADTH: Record<SectorMark['shape'], number> = {
  circle: 1,
  square: 1,
  diamond: 1.2,
  hexagon: 1.12,
};

/** Corners from the mark's upper left, across and down in parts of its side. */
export const CORNERS: Record<'diamond' | 'hexagon', readonly (readonly [number, number])[]> = {
  diamond: [
    [0.6, -0.1],
    [1.2, 0.5],
    [0.6, 1.1],
    [0, 0.5],
  ],
  hexagon: [
    [0.28, 0],
    [0.84, 0],
    [1.12, 0.5],
    [0.84, 1],
    [0.28, 1],
    [0, 0.5],
  ],
};

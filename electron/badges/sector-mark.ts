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

/** The corners of the outlines that have corners, in parts of the mark's side. */
export const CORNERS: Record<'diamond' | 'hexagon', readonly (readonly [number, number])[]> = {
  diamond: [
    [0.5, -0.1],
    [1.1, 0.5],
    [0.5, 1.1],
    [-0.1, 0.5],
  ],
  hexagon: [
    [0.25, 0.02],
    [0.75, 0.02],
    [1.04, 0.5],
    [0.75, 0.98],
    [0.25, 0.98],
    [-0.04, 0.5],
  ],
};

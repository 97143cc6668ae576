import type { FigureSection } from '../../shared/figures/section';

/** The report of an event, ready to be set on paper; plain data, so that it can go to another thread. */
export interface Report {
  language: 'fi' | 'sv' | 'en';
  /** What kind of document it is. */
  title: string;
  /** The event's name. */
  event: string;
  /** Under the name: day, place, organisers, when this was made. */
  lines: readonly string[];
  /** In sentences what the figures come to. */
  lead: string;
  /** The first figures: what, how many, and a share where there is one. */
  tiles: ReadonlyArray<{ name: string; value: string; share: string }>;
  sections: readonly FigureSection[];
  /** How a drawing is announced to who cannot see it; `{{heading}}` filled in. */
  drawings: readonly string[];
  /** At the foot of every page. */
  foot: string;
}

/** One part of the figures as a person meets it: in words, as a drawing, and as a table. */
export interface FigureSection {
  key: string;
  heading: string;
  /** What there is to see, in sentences. */
  says: string[];
  /** An SVG document; '' where there is nothing to draw. */
  chart: string;
  columns: string[];
  rows: string[][];
}

/** Colours of the sectors; the letter beside them says the same. */
export const SECTOR_INK: Readonly<Record<string, string>> = {
  private: '#1d5a96',
  public: '#0f6b56',
  third: '#8a3b12',
  other: '#4a5a63',
  '': '#5b6f7a',
};

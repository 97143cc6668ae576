import type { FeedbackForm } from './feedbackForm';
import type { Listing } from './listing';
import type { Report } from './report';

/** One row of a printed run sheet, every text as it is to be read. */
export interface SheetRow {
  /** A line over the whole width instead of cells: the day that begins here. */
  heading?: string;
  cells: readonly string[];
  /** In the widest column: what it is called, then what else is said of it. */
  title: string;
  details: readonly string[];
}

export interface SheetColumn {
  heading: string;
  /** pt; null for the one column that takes what is left and holds title and details. */
  width: number | null;
}

/** A run sheet in words, ready to be set on paper; plain data, so that it can go to another thread. */
export interface Sheet {
  title: string;
  /** The event's name. */
  event: string;
  /** Lines under the name: day, place, when this was made. */
  lines: readonly string[];
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  /** Said where there are no rows. */
  empty: string;
  /** Said behind the last row. */
  closing: string;
}

export interface DrawnSheet {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
}

/** What a desk draws on A4 pages. */
export type Drawable =
  | { sheet: Sheet }
  | { report: Report }
  | { form: FeedbackForm }
  | { list: Listing };

/** Draws it as a PDF; a desk does it off its main thread. */
export type DrawSheet = (what: Drawable) => Promise<DrawnSheet>;

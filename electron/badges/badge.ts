import type { BadgeDesign } from '../../shared/badges/design';
import type { CustomSize } from '../../shared/badges/customLayout';
import type { LayoutProblem } from '../../shared/badges/layout';

/** One person as a badge shows them; every word is already in the language of the badge. */
export interface BadgePerson {
  /** What the QR code holds, and nothing else does: no personal data. */
  code: string;
  firstName: string;
  lastName: string;
  title: string;
  organisation: string;
  /** The domain's role; `panelist`, `moderator`, `speaker` and `organiser` get a band. */
  role: string;
  roleLabel: string;
  sector: 'private' | 'public' | 'third' | 'other' | '';
  sectorLabel: string;
  /** In the mark beside the label; the label's first letter where it is left out. */
  sectorLetter?: string;
  /** What the person offers and looks for, as one line each. */
  offers?: string;
  needs?: string;
}

/** What is printed, and onto what. */
export interface BadgeOptions {
  /** Name of a layout, see `listLayouts`, or `custom`. */
  layout: string;
  /** What `custom` means. */
  custom?: CustomSize;
  /** The printer's own offset, mm to the right and down: all that is drawn moves by it. */
  offset?: [number, number];
  eventName: string;
  /** The date as it is to be read, e.g. `27.3.2019`. */
  eventDate: string;
  /** First free place on a half-used sheet, 1-based, counted along the rows. */
  start?: number;
  /** What is shown, in which order, how large and in which colours. */
  design: Pick<BadgeDesign, 'elements' | 'roles' | 'sectors' | 'bandForAll'>;
  /** The logo as a data URL, see `shared/badges/logo.ts`. */
  logo?: string;
  /** What stands on the back, where the layout has one. */
  back?: BadgeBack;
  /** One side alone, for a printer whose sheets a person turns; both where it is left out. */
  only?: 'fronts' | 'backs';
  /** The last sheet comes first, for a pile that lies so. */
  lastFirst?: boolean;
  /** Along which edge the sheet is turned, where a printer cannot do what the layout says. */
  flip?: 'flip-long-edge' | 'flip-short-edge';
  /** Hairlines where a sheet is to be cut. */
  cutMarks?: boolean;
  /** The event's colour as `#rrggbb`; the text on it turns black or white, whichever reads better. */
  accent?: string;
}

/** The back of every badge of a job; every word is already in the language of the badge. */
export interface BadgeBack {
  sections: {
    heading: string;
    /** Set larger: the name of the event. */
    large?: boolean;
    /** `time` is '' for what has none. */
    rows: { time: string; text: string }[];
  }[];
  logo: boolean;
}

/** The part of a badge a warning is about. */
export type BadgeField =
  | 'firstName'
  | 'lastName'
  | 'title'
  | 'organisation'
  | 'roleLabel'
  | 'sectorLabel'
  | 'eventName'
  | 'eventDate'
  | 'offers'
  | 'needs'
  | 'logo'
  | 'back'
  | 'offset'
  | 'code';

/**
 * Something a person should look at before handing the badge out:
 * - `too-long`: all of it is there, but a word had to be broken
 * - `cut-short`: it does not fit even at the smallest readable size; `detail` is what is missing
 * - `missing-glyph`: `detail` lists the characters that no bundled font has; the rest is printed
 * - `no-name`: there was no name to print; `detail` is the organisation that stands in its place
 * - `no-code`: there was nothing to print
 * - `bad-logo`: the logo cannot be drawn; the badges come without it
 * - `off-page`: the printer's offset pushes what matters to where it cannot print; `detail` is by how many mm
 */
export interface BadgeWarning {
  code: string;
  name: string;
  kind:
    | 'too-long'
    | 'cut-short'
    | 'missing-glyph'
    | 'no-name'
    | 'no-code'
    | 'bad-logo'
    | 'off-page';
  field: BadgeField;
  detail: string;
}

/** A print job under way, as whoever ordered it follows it. */
export interface DrawWork {
  /** Aborted when somebody gives it up. */
  readonly signal: AbortSignal;
  /** Hears how many of the badges are drawn. */
  at(done: number, of: number): void;
}

/** A finished print job. */
export interface RenderedBadges {
  pdf: Uint8Array<ArrayBuffer>;
  badges: number;
  pages: number;
  /** How many badges are on each sheet or label, in the order of the badges. */
  sheets: number[];
  /** How the sheets are turned for the backs, which are the even pages; null where there are none. */
  flip: 'flip-long-edge' | 'flip-short-edge' | null;
  warnings: BadgeWarning[];
}

export type BadgeRefusalReason =
  | 'nobody'
  | 'unknown-layout'
  | 'start-off-sheet'
  | 'bad-accent'
  | 'no-size'
  | 'given-up'
  | `size.${LayoutProblem['code']}`;

/** Why nothing was printed; `reason` and `values` let a screen say it in its own language. */
export class BadgeRefusal extends Error {
  override readonly name = 'BadgeRefusal';

  constructor(
    readonly reason: BadgeRefusalReason,
    message: string,
    readonly values: Record<string, string | number> = {},
  ) {
    super(message);
  }
}

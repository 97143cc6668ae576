import { z } from 'zod';
import { backSchema, footprint, geometryProblems } from './layout';
import type { BadgeLayout, LayoutProblem } from './layout';

const mm = (min: number, max: number) => z.number().min(min).max(max);
const margin = mm(0, 400);

/** The name under which a size of one's own is asked for. */
export const CUSTOM = 'custom';

/** A size of one's own, as a person measures it with a ruler; all lengths in mm. */
export const customSizeSchema = z.object({
  /** Width and height of the sheet or label as it feeds. */
  medium: z.tuple([mm(20, 1_200), mm(20, 1_200)]),
  /** Width and height of one side of a badge as it is read. */
  badge: z.tuple([mm(20, 450), mm(20, 450)]),
  columns: z.int().min(1).max(50),
  rows: z.int().min(1).max(50),
  left: margin,
  top: margin,
  gutter: z.tuple([margin, margin]),
  /** Degrees the badge is turned on the medium, clockwise. */
  turn: z.union([z.literal(0), z.literal(90)]).optional(),
  /** Stays free along the badge's edge; 4 mm, less on a small badge, where it is left out. */
  safe: mm(0, 50).optional(),
  /** What the printer cannot reach along the medium's edges; 4 mm for sheets and 1.5 mm for labels. */
  unprintable: mm(0, 50).optional(),
  /** How the second side comes about; one side where it is left out. */
  back: backSchema.optional(),
  ink: z.enum(['colour', 'black']).optional(),
});
export type CustomSize = z.infer<typeof customSizeSchema>;

export type CustomLayout =
  | { layout: BadgeLayout; problems?: undefined }
  | { layout?: undefined; problems: LayoutProblem[] };

/** No desktop sheet is this narrow: it is a roll of labels. */
const WIDEST_LABEL = 120;

/**
 * A layout from what a person typed, or what is wrong with it, field by field. Type sizes follow
 * from the badge's size in the proportions of the layouts that come with the program.
 */
export function customLayout(typed: unknown): CustomLayout {
  const parsed = customSizeSchema.safeParse(typed);
  if (!parsed.success) return { problems: parsed.error.issues.map(problemOf) };
  const size = parsed.data;
  const { medium, badge, columns, rows, left, top, gutter, turn = 0, back } = size;
  const roll = columns * rows === 1 && Math.min(...medium) <= WIDEST_LABEL;
  const edge = size.unprintable ?? (roll ? 1.5 : 4);
  const shorter = Math.min(badge[1], badge[0] * 0.62);
  const measured = { page: medium, badge, columns, rows, left, top, gutter, turn, ...asBack(back) };
  const layout: BadgeLayout = {
    ...measured,
    name: CUSTOM,
    label: { fi: 'Oma koko', sv: 'Egen storlek', en: 'A size of your own' },
    family: roll ? 'label' : 'sheet',
    safe: size.safe ?? safeFor(measured, edge, shorter),
    printable: { top: edge, right: edge, bottom: edge, left: edge },
    ink: size.ink ?? (roll ? 'black' : 'colour'),
    largest: {
      name: between(12, 0.62 * shorter, 72),
      text: between(7, 0.19 * shorter, 20),
      small: between(7, 0.135 * shorter, 14),
    },
    smallest: { name: shorter < 40 ? 10 : 12, text: shorter < 30 ? 6 : 7 },
    module: shorter < 40 ? 0.5 : 0.6,
    measures: 'standard',
    source: 'Measured by the person who typed it.',
  };
  const problems = geometryProblems(layout);
  return problems.length > 0 ? { problems } : { layout };
}

function asBack(back: BadgeLayout['back']): Pick<BadgeLayout, 'sides' | 'back'> {
  return back ? { sides: 2, back } : { sides: 1 };
}

const between = (least: number, value: number, most: number) =>
  Math.round(Math.min(most, Math.max(least, value)) * 2) / 2;

/** Room for cutting askew, and never less than what the printer leaves blank of an outer badge. */
function safeFor(
  layout: Pick<
    BadgeLayout,
    'page' | 'badge' | 'turn' | 'back' | 'columns' | 'rows' | 'left' | 'top' | 'gutter'
  >,
  edge: number,
  shorter: number,
): number {
  const [width, height] = footprint(layout);
  const { page, columns, rows, left, top, gutter } = layout;
  const right = page[0] - left - columns * width - (columns - 1) * gutter[0];
  const bottom = page[1] - top - rows * height - (rows - 1) * gutter[1];
  const blind = edge - Math.min(left, top, right, bottom);
  return Math.min(Math.max(shorter < 40 ? 2.5 : 4, blind), Math.max(4, edge));
}

function problemOf(issue: z.core.$ZodIssue): LayoutProblem {
  const field = issue.path.map(String).join('.');
  const { message } = issue;
  if (issue.code === 'too_small') {
    return { field, code: 'least', values: { field, min: Number(issue.minimum) }, message };
  }
  if (issue.code === 'too_big') {
    return { field, code: 'most', values: { field, max: Number(issue.maximum) }, message };
  }
  return { field, code: 'number', values: { field }, message };
}

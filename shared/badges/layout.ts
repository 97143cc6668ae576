import { z } from 'zod';

const length = z.number().positive();
const pair = z.tuple([length, length]);
const atLeastZero = z.number().nonnegative();

/**
 * How the second side comes about. `flip-long-edge` and `flip-short-edge`: on the back of the sheet,
 * as the duplex printer turns it, mirrored so that each back meets its front. `fold`: above the
 * front on the same page, upside down, to be folded backwards along the badge's upper edge.
 */
export const backSchema = z.enum(['flip-long-edge', 'flip-short-edge', 'fold']);

/** A badge layout file; lengths in mm, type sizes in pt. */
export const layoutSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]+$/),
    label: z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) }),
    /** A sheet to cut or tear, one label of a roll, or a card for a lanyard's pocket. */
    family: z.enum(['sheet', 'label', 'card']),
    /** Width and height of the medium as it feeds. */
    page: pair,
    /** A tape without end: the printer cuts it after the page's height. */
    endless: z.literal(true).optional(),
    /** Width and height of one side of one badge as it is read. */
    badge: pair,
    /** Degrees the badge is turned on the page, clockwise. */
    turn: z.union([z.literal(0), z.literal(90)]),
    columns: z.int().positive(),
    rows: z.int().positive(),
    left: atLeastZero,
    top: atLeastZero,
    /** Space between neighbours across and down; none after the last one. */
    gutter: z.tuple([atLeastZero, atLeastZero]),
    sides: z.union([z.literal(1), z.literal(2)]),
    /** Given where there are two sides, and only there. */
    back: backSchema.optional(),
    /** Distance from the badge's edge that stays free of anything that matters. */
    safe: atLeastZero,
    /** What the printer cannot reach along each edge of the page. */
    printable: z.strictObject({
      top: atLeastZero,
      right: atLeastZero,
      bottom: atLeastZero,
      left: atLeastZero,
    }),
    ink: z.enum(['colour', 'black']),
    /** Sizes the texts start from. */
    largest: z.strictObject({ name: length, text: length, small: length }),
    /** The readable minimum: nothing is printed smaller. */
    smallest: z.strictObject({ name: length, text: length }),
    /** Side of one QR module; at 0.4 mm a 203 dpi printer still has three dots for it. */
    module: z.number().min(0.4),
    /**
     * How sure the measures are: of a standard or nobody's sheet in particular; as a maker or its driver publishes
     * them; as others say of a maker's sheet; or others do not agree.
     */
    measures: z.enum(['standard', 'published', 'second-hand', 'disputed']),
    /** Where the measures come from, and what of them could not be verified. */
    source: z.string().min(1),
  })
  .superRefine((layout, ctx) => {
    for (const { field, message } of geometryProblems(layout)) {
      ctx.addIssue({ code: 'custom', path: field.split('.'), message });
    }
  });

export type BadgeLayout = z.infer<typeof layoutSchema>;

/** What is wrong with a layout's measures: of which field, and why. */
export interface LayoutProblem {
  field: string;
  /** With `values`, a key under `badges.size.` in the locales. */
  code: 'number' | 'least' | 'most' | 'too-wide' | 'too-high' | 'safe' | 'unreachable' | 'back';
  values: Record<string, string | number>;
  /** In English, for whoever writes a layout file. */
  message: string;
}

/** Width and height that a badge takes on the page, mm: both halves of one that is folded. */
export function footprint(layout: Pick<BadgeLayout, 'badge' | 'turn' | 'back'>): [number, number] {
  const [width, height] = layout.badge;
  const unfolded = layout.back === 'fold' ? 2 * height : height;
  return layout.turn === 90 ? [unfolded, width] : [width, unfolded];
}

/** Whether a person cuts it; labels are apart, and the sheets of makers are punched or perforated. */
export function isToBeCut({ family, measures }: Pick<BadgeLayout, 'family' | 'measures'>): boolean {
  return family !== 'label' && measures === 'standard';
}

/** Badges on one page. */
export function perPageOf(layout: Pick<BadgeLayout, 'columns' | 'rows'>): number {
  return layout.columns * layout.rows;
}

const spread = (count: number, each: number, gutter: number) => count * each + (count - 1) * gutter;
const tidy = (mm: number) => Math.round(mm * 100) / 100;
/** Makers round to tenths. */
const SLACK = 0.05;

/** Whether the badges fit the page, and the printer reaches all that matters on them. */
export function geometryProblems(
  layout: Pick<
    BadgeLayout,
    | 'page'
    | 'badge'
    | 'turn'
    | 'back'
    | 'sides'
    | 'columns'
    | 'rows'
    | 'left'
    | 'top'
    | 'gutter'
    | 'safe'
    | 'printable'
  >,
): LayoutProblem[] {
  const { page, columns, rows, left, top, gutter, safe, printable } = layout;
  const [width, height] = footprint(layout);
  const across = tidy(left + spread(columns, width, gutter[0]));
  const down = tidy(top + spread(rows, height, gutter[1]));
  const problems: LayoutProblem[] = [];
  if (across > page[0] + SLACK) {
    problems.push({
      field: 'columns',
      code: 'too-wide',
      values: { columns, needed: across, there: page[0] },
      message: `${columns} columns need ${across} mm, the page is ${page[0]} mm wide`,
    });
  }
  if (down > page[1] + SLACK) {
    problems.push({
      field: 'rows',
      code: 'too-high',
      values: { rows, needed: down, there: page[1] },
      message: `${rows} rows need ${down} mm, the page is ${page[1]} mm high`,
    });
  }
  if (safe * 2 >= Math.min(...layout.badge)) {
    problems.push({
      field: 'safe',
      code: 'safe',
      values: { safe },
      message: `a safe margin of ${safe} mm leaves nothing of the badge`,
    });
  }
  const blind = Math.max(
    printable.left - left,
    printable.top - top,
    printable.right - (page[0] - across),
    printable.bottom - (page[1] - down),
  );
  if (problems.length === 0 && blind > safe + SLACK) {
    problems.push({
      field: 'safe',
      code: 'unreachable',
      values: { needed: tidy(blind) },
      message: `the printer cannot reach the outer ${tidy(blind)} mm of a badge, the safe margin must be at least that`,
    });
  }
  if ((layout.sides === 2) !== (layout.back !== undefined)) {
    problems.push({
      field: 'back',
      code: 'back',
      values: {},
      message: 'is given where there are two sides, and only there',
    });
  }
  return problems;
}

import { z } from 'zod';
import { BadgeRefusal } from './badge';

const size = z.number().positive();
const pair = z.tuple([size, size]);
const atLeastZero = z.number().nonnegative();

/** A badge layout file; lengths in mm, type sizes in pt. */
const layoutSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]+$/),
    label: z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) }),
    kind: z.enum(['sheet', 'label']),
    /** Width and height of the medium as it feeds. */
    page: pair,
    /** Width and height of one badge as it is read. */
    badge: pair,
    /** Degrees the badge is turned on the page. */
    turn: z.union([z.literal(0), z.literal(90)]),
    columns: z.int().positive(),
    rows: z.int().positive(),
    left: atLeastZero,
    top: atLeastZero,
    /** Space between neighbours across and down; none after the last one. */
    gutter: z.tuple([atLeastZero, atLeastZero]),
    /** Distance from the badge's edge that stays free of anything that matters. */
    safe: atLeastZero,
    ink: z.enum(['colour', 'black']),
    /** Sizes the texts start from. */
    largest: z.strictObject({ name: size, text: size, small: size }),
    /** Sizes below which nothing is printed. */
    smallest: z.strictObject({ name: size, text: size }),
    /** Side of one QR module; at 0.4 mm a 203 dpi printer still has three dots for it. */
    module: z.number().min(0.4),
    /** Where the measures come from. */
    source: z.string().min(1),
  })
  .superRefine((layout, ctx) => {
    const [width, height] = footprint(layout);
    const across = layout.left + spread(layout.columns, width, layout.gutter[0]);
    const down = layout.top + spread(layout.rows, height, layout.gutter[1]);
    const over = (needed: number, there: number) => needed - there > 0.01;
    if (over(across, layout.page[0])) {
      ctx.addIssue({
        code: 'custom',
        path: ['columns'],
        message: `${layout.columns} columns need ${across} mm, the page is ${layout.page[0]} mm wide`,
      });
    }
    if (over(down, layout.page[1])) {
      ctx.addIssue({
        code: 'custom',
        path: ['rows'],
        message: `${layout.rows} rows need ${down} mm, the page is ${layout.page[1]} mm high`,
      });
    }
    if (layout.safe * 2 >= Math.min(...layout.badge)) {
      ctx.addIssue({
        code: 'custom',
        path: ['safe'],
        message: `a safe margin of ${layout.safe} mm leaves nothing of the badge`,
      });
    }
  });

export type BadgeLayout = z.infer<typeof layoutSchema>;

/** What a screen or the command line needs to offer a layout; lengths in mm. */
export interface LayoutSummary {
  name: string;
  label: { fi: string; sv: string; en: string };
  page: [number, number];
  badge: [number, number];
  perPage: number;
}

/** Width and height a badge takes on the page, mm. */
export function footprint(layout: Pick<BadgeLayout, 'badge' | 'turn'>): [number, number] {
  const [width, height] = layout.badge;
  return layout.turn === 90 ? [height, width] : [width, height];
}

function spread(count: number, length: number, gutter: number): number {
  return count * length + (count - 1) * gutter;
}

/**
 * Reads one layout file.
 * @throws Error that names the file and each wrong field.
 */
export function parseLayout(file: string, content: unknown): BadgeLayout {
  const parsed = layoutSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`,
  );
  throw new Error(`Badge layout ${file} cannot be used. ${problems.join('; ')}.`);
}

const files = import.meta.glob('../../resources/badges/*.json', { eager: true, import: 'default' });

const layouts = new Map(
  Object.entries(files).map(([path, content]) => {
    const layout = parseLayout(path.slice(path.lastIndexOf('/') + 1), content);
    return [layout.name, layout];
  }),
);

/** Every layout there is, in the order of their names. */
export function listLayouts(): LayoutSummary[] {
  return [...layouts.values()]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, label, page, badge, columns, rows }) => ({
      name,
      label,
      page,
      badge,
      perPage: columns * rows,
    }));
}

/**
 * The layout of that name.
 * @throws BadgeRefusal `unknown-layout`, with the names there are.
 */
export function layoutNamed(name: string): BadgeLayout {
  const layout = layouts.get(name);
  if (layout) return layout;
  const known = [...layouts.keys()].toSorted().join(', ');
  throw new BadgeRefusal(
    'unknown-layout',
    `There is no badge layout "${name}". Choose one of: ${known}.`,
    { name, known },
  );
}

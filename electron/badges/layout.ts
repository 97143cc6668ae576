import { CUSTOM, customLayout } from '../../shared/badges/customLayout';
import { layoutSchema, perPageOf } from '../../shared/badges/layout';
import type { BadgeLayout } from '../../shared/badges/layout';
import type { AnswerOf } from '../../shared/contract';
import { BadgeRefusal } from './badge';
import type { BadgeOptions } from './badge';

export { footprint, isToBeCut } from '../../shared/badges/layout';
export type { BadgeLayout } from '../../shared/badges/layout';

/** What a screen or the command line needs to offer a layout; lengths in mm. */
export type LayoutSummary = AnswerOf<'badges.layouts'>[number];

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

const FAMILIES: readonly BadgeLayout['family'][] = ['sheet', 'card', 'label'];

/** Every layout there is: sheets, cards for lanyards and labels, each in the order of their names. */
export function listLayouts(): LayoutSummary[] {
  const rank = ({ family }: BadgeLayout) => FAMILIES.indexOf(family);
  return [...layouts.values()]
    .toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
    .map(summaryOf);
}

function summaryOf(layout: BadgeLayout): LayoutSummary {
  const { name, label, family, page, endless = false, badge, turn, columns, rows } = layout;
  const { left, top, gutter, sides, back, ink, measures } = layout;
  const perPage = perPageOf(layout);
  const placed = { turn, columns, rows, left, top, gutter, perPage };
  return { name, label, family, page, endless, badge, ...placed, sides, back, ink, measures };
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

/**
 * The layout that is asked for, by its name or as a size of one's own.
 * @throws BadgeRefusal `unknown-layout`, `no-size`, or `size.…` for what is wrong with the size.
 */
export function layoutFor({
  layout,
  custom,
}: Pick<BadgeOptions, 'layout' | 'custom'>): BadgeLayout {
  if (layout !== CUSTOM) return layoutNamed(layout);
  if (!custom) throw new BadgeRefusal('no-size', 'Give the measures of the sheet or label in mm.');
  const made = customLayout(custom);
  if (made.layout) return made.layout;
  const [first] = made.problems;
  if (!first) throw new Error('A size that cannot be used has at least one problem.');
  throw new BadgeRefusal(`size.${first.code}`, `${first.field}: ${first.message}.`, {
    field: first.field,
    ...first.values,
  });
}

import { fullName } from '../../../shared/model/participant';
import type { ImportPlan, RejectedRow } from '../../../shared/intake/plan';

export const LINE_KINDS = ['added', 'updated', 'conflict', 'rejected', 'unchanged'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** One row of the file and what would happen to it. */
export interface PlanLine {
  /** As numbered in the file. */
  row: number;
  kind: LineKind;
  name: string;
  /** Whom a conflict is about; '' in other lines. */
  id: string;
  /** What is known of somebody new, in the order it is read. */
  values: Array<{ field: string; value: string }>;
  /** Old → new; of a conflict, what the desk keeps → what the file says. */
  changes: Array<{ field: string; from: string; to: string }>;
  rejected: RejectedRow | undefined;
}

/** The plan as lines in the file's order. */
export function planLines(plan: ImportPlan): PlanLine[] {
  const none = { id: '', values: [], changes: [], rejected: undefined };
  const lines: PlanLine[] = [];
  for (const { row, fields } of plan.added) {
    const name = fullName({ firstName: '', lastName: '', organisation: '', ...fields });
    const values = (['organisation', 'email', 'sector', 'role', 'diet'] as const).flatMap(
      (field) => {
        const value = fields[field] ?? '';
        return value === '' || value === name
          ? []
          : [{ field: String(field), value: String(value) }];
      },
    );
    lines.push({ ...none, row, kind: 'added', name, values });
  }
  for (const { row, name, changes } of plan.updated) {
    lines.push({ ...none, row, kind: 'updated', name, changes });
  }
  for (const { row, id, name, field, desk, file } of plan.conflicts) {
    lines.push({
      ...none,
      row,
      kind: 'conflict',
      name,
      id,
      changes: [{ field, from: desk, to: file }],
    });
  }
  for (const rejected of plan.rejected) {
    const name = String(rejected.params.name ?? '');
    lines.push({ ...none, row: rejected.row, kind: 'rejected', name, rejected });
  }
  for (const { row, name } of plan.same) lines.push({ ...none, row, kind: 'unchanged', name });
  return lines.toSorted((a, b) => a.row - b.row);
}

/** The lines of one kind; of all kinds those in which something would happen, unless nothing would. */
export function linesOf(lines: readonly PlanLine[], kind: LineKind | 'all'): readonly PlanLine[] {
  if (kind !== 'all') return lines.filter((line) => line.kind === kind);
  const telling = lines.filter((line) => line.kind !== 'unchanged');
  return telling.length > 0 ? telling : lines;
}

/** The lines in which every word stands somewhere: in the name, a value, a change or the row's number. */
export function linesWith(lines: readonly PlanLine[], words: string): readonly PlanLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return lines;
  return lines.filter((line) => {
    const text = textOf(line);
    return wanted.every((word) => text.includes(word));
  });
}

function textOf({ row, name, values, changes, rejected }: PlanLine): string {
  return [
    String(row),
    name,
    ...values.map(({ value }) => value),
    ...changes.flatMap(({ from, to }) => [from, to]),
    ...Object.values(rejected?.params ?? {}).map(String),
  ]
    .join('\n')
    .toLowerCase();
}

/** How many rows of each kind, in the order they are shown. */
export function kindsOf(plan: ImportPlan): Array<{ kind: LineKind; count: number }> {
  const counts: Record<LineKind, number> = {
    added: plan.added.length,
    updated: plan.updated.length,
    conflict: plan.conflicts.length,
    rejected: plan.rejected.length,
    unchanged: plan.unchanged,
  };
  return LINE_KINDS.map((kind) => ({ kind, count: counts[kind] }));
}

/** How many people the import would add or change, those included whom only a decision changes. */
export function peopleWritten(plan: ImportPlan, decided: Iterable<{ id: string }>): number {
  const changed = new Set(plan.updated.map(({ id }) => id));
  for (const { id } of decided) changed.add(id);
  return plan.added.length + changed.size;
}

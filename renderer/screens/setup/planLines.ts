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
  /** What is known of somebody new, in the order it is read. */
  values: Array<{ field: string; value: string }>;
  /** Old → new; of a conflict, what the desk keeps → what the file says. */
  changes: Array<{ field: string; from: string; to: string }>;
  rejected: RejectedRow | undefined;
}

/** The plan as lines in the file's order; what stays as it is has no line. */
export function planLines(plan: ImportPlan): PlanLine[] {
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
    lines.push({ row, kind: 'added', name, values, changes: [], rejected: undefined });
  }
  for (const { row, name, changes } of plan.updated) {
    lines.push({ row, kind: 'updated', name, values: [], changes, rejected: undefined });
  }
  for (const { row, name, field, desk, file } of plan.conflicts) {
    const changes = [{ field, from: desk, to: file }];
    lines.push({ row, kind: 'conflict', name, values: [], changes, rejected: undefined });
  }
  for (const rejected of plan.rejected) {
    const { row } = rejected;
    lines.push({ row, kind: 'rejected', name: '', values: [], changes: [], rejected });
  }
  return lines.toSorted((a, b) => a.row - b.row);
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

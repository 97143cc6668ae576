import type { ImportRow } from '../commands/command';
import type { EventState } from '../model/state';
import { checkRow } from './check';
import { matchRows } from './match';
import { merge, statementOf } from './merge';
import type { ImportPlan } from './plan';
import { tidyRow } from './tidy';

/**
 * What a registration file would change, row by row. Nobody is added twice, a blank never
 * overwrites, what was changed at a desk stands (and is listed as a conflict), and nobody's status
 * is touched. Bad rows are rejected with their reason, blank ones passed over; the others go in.
 */
export function reconcile(state: EventState, rows: readonly ImportRow[]): ImportPlan {
  const plan: ImportPlan = { added: [], updated: [], unchanged: 0, conflicts: [], rejected: [] };
  const good: ImportRow[] = [];
  /** A code copied to several rows belongs to the first. */
  const codes = new Set<string>();
  for (const stated of rows) {
    const row = tidyRow(stated);
    if (Object.keys(row.fields).length === 0) continue;
    const rejected = checkRow(row);
    if (rejected) plan.rejected.push(rejected);
    else good.push(row);
  }
  for (const someone of matchRows(state, good)) {
    const about = someone.rows.sort((a, b) => a - b).flatMap((at) => good[at] ?? []);
    const statement = statementOf(about);
    const [first] = about;
    if (!first) continue;
    if (someone.person === null) {
      const code = about.find((row) => row.code && !codes.has(row.code))?.code;
      if (code) codes.add(code);
      const row = { row: first.row, fields: statement.fields, ...(code ? { code } : {}) };
      plan.added.push({ row, fields: statement.fields });
      continue;
    }
    const { update, conflicts } = merge(someone.person, statement);
    if (update) plan.updated.push(update);
    plan.conflicts.push(...conflicts);
  }
  plan.unchanged = good.length - plan.added.length - plan.updated.length;
  return plan;
}

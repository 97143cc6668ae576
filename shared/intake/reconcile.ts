import type { ImportRow } from '../commands/command';
import type { Participant } from '../model/participant';
import { newParticipant } from '../model/participant';
import type { EventState } from '../model/state';
import { checkRow } from './check';
import { matchRows } from './match';
import { merge, statementOf } from './merge';
import type { Someone } from './people';
import type { ImportPlan } from './plan';
import { tidyRow } from './tidy';

/**
 * What a registration file would change, row by row. Nobody is added twice, a blank never
 * overwrites, what was changed at a desk stands (and is listed as a conflict), and nobody's status
 * is touched. Bad rows are rejected with their reason, blank ones passed over; the others go in.
 */
export function reconcile(state: EventState, rows: readonly ImportRow[]): ImportPlan {
  const earlier = plans.get(rows);
  if (earlier?.participants === state.participants) return earlier.plan;
  const plan = reconcileAnew(state, rows);
  plans.set(rows, { participants: state.participants, plan });
  return plan;
}

/** The plan a person was shown serves the command that follows, as long as nobody has changed since. */
const plans = new WeakMap<
  readonly ImportRow[],
  { participants: EventState['participants']; plan: ImportPlan }
>();

function reconcileAnew(state: EventState, rows: readonly ImportRow[]): ImportPlan {
  const rejected: ImportPlan['rejected'] = [];
  const good: ImportRow[] = [];
  for (const stated of rows) {
    const row = tidyRow(stated);
    if (Object.keys(row.fields).length === 0) continue;
    const why = checkRow(row);
    if (why) rejected.push(why);
    else good.push(row);
  }
  return { ...planFor([...state.participants], good), rejected };
}

/** Bound on the looks taken at rows that contradict each other; two are nearly always enough. */
const LOOKS = 8;

type Plan = Omit<ImportPlan, 'rejected'>;

/**
 * The plan under which every row finds its person again when the file is imported once more. A row
 * that would not (rows that contradict each other can do that) is a person of its own.
 */
function planFor(known: readonly Participant[], rows: readonly ImportRow[]): Plan {
  const apart = new Set<number>();
  for (let look = 1; ; look++) {
    const { people, certain } = matchRows(known, rows, apart);
    const plan = planOf(people, rows);
    if (certain) return plan;
    const again = matchRows(afterwards(known, plan), rows);
    const lost = again.people
      .filter((someone) => someone.person === null)
      .flatMap((some) => some.rows);
    const before = apart.size;
    for (const at of lost) apart.add(at);
    if (apart.size === before || look === LOOKS) return plan;
  }
}

function planOf(people: readonly Someone[], rows: readonly ImportRow[]): Plan {
  const plan: Plan = { added: [], updated: [], unchanged: 0, conflicts: [] };
  /** A code copied to several rows belongs to the first. */
  const codes = new Set<string>();
  for (const someone of people) {
    const about = someone.rows.flatMap((at) => rows[at] ?? []);
    const statement = statementOf(about, someone.person?.email);
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
  plan.unchanged = rows.length - plan.added.length - plan.updated.length;
  return plan;
}

/** Everybody as they would be after the plan; new ones come last, as their ids will. */
function afterwards(known: readonly Participant[], plan: Plan): Participant[] {
  const changed = new Map(plan.updated.map((update) => [update.id, update.fields]));
  const begun = plan.added.map(({ row, fields }, index) => {
    const id = `~${String(index).padStart(7, '0')}`;
    return newParticipant({ id, code: row.code ?? '', source: 'registration', rev: id }, fields);
  });
  return [...known.map((person) => ({ ...person, ...changed.get(person.id) })), ...begun];
}

import type { ImportRow } from '../commands/command';
import type { Details, Participant } from '../model/participant';
import { fullName, newParticipant } from '../model/participant';
import type { EventState } from '../model/state';
import { checkRow } from './check';
import { countedFor } from './joined';
import { matchRows } from './match';
import { merge, statementOf } from './merge';
import type { Someone } from './people';
import type { ImportPlan, RejectedRow } from './plan';
import { finish } from './steps';
import { standsFor } from './standing';
import type { Steps } from './steps';
import { takenOf } from './taken';
import type { IsTaken, Taken } from './taken';
import { tidyRow } from './tidy';

/**
 * What a registration file would change, row by row. Nobody is added twice, a blank never
 * overwrites, what was changed at a desk stands (and is listed as a conflict) unless a person
 * decided for the file, and nobody's status is touched. Bad rows are rejected with their reason,
 * blank ones passed over; the others go in.
 */
export function reconcile(
  { participants }: Pick<EventState, 'participants'>,
  rows: readonly ImportRow[],
  take?: Taken,
): ImportPlan {
  return finish(planInSteps({ participants }, rows, take));
}

/** The same plan in steps; at once where these rows were reconciled before and it stands. */
export function* planInSteps(
  { participants }: Pick<EventState, 'participants'>,
  rows: readonly ImportRow[],
  take?: Taken,
): Steps<ImportPlan> {
  const earlier = plans.get(rows);
  if (earlier && earlier.take === take && standsFor(earlier.participants, participants)) {
    return earlier.plan;
  }
  const { good, rejected } = yield* sortedOut(rows);
  const plan = { ...(yield* planFor([...participants], good, takenOf(take))), rejected };
  plans.set(rows, { participants, take, plan });
  return plan;
}

/**
 * As `planInSteps`, for rows that `sortedOut` has let through. The command that follows with these
 * rows finds it ready, as long as it stands.
 */
export function* reconcileInSteps(
  { participants }: Pick<EventState, 'participants'>,
  rows: readonly ImportRow[],
  take?: Taken,
): Steps<ImportPlan> {
  const plan = { ...(yield* planFor([...participants], rows, takenOf(take))), rejected: [] };
  plans.set(rows, { participants, take, plan });
  return plan;
}

const plans = new WeakMap<
  readonly ImportRow[],
  { participants: EventState['participants']; take: Taken | undefined; plan: ImportPlan }
>();

/** After so many rows other work gets its turn. */
const PAUSE = 1_000;

/** The rows made tidy: those that say something and can go in, and those that cannot. */
export function* sortedOut(
  rows: readonly ImportRow[],
): Steps<{ good: ImportRow[]; rejected: RejectedRow[] }> {
  const good: ImportRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const [at, stated] of rows.entries()) {
    const row = tidyRow(stated);
    if (at % PAUSE === 0) yield;
    if (isBlank(row)) continue;
    const why = checkRow(row);
    if (why) rejected.push(why);
    else good.push(row);
  }
  return { good, rejected };
}

function isBlank({ fields }: ImportRow): boolean {
  for (const _field in fields) return false;
  return true;
}

/** Bound on the looks taken at rows that contradict each other; two are nearly always enough. */
const LOOKS = 8;

type Plan = Omit<ImportPlan, 'rejected'>;

/**
 * The plan under which every row finds its person again when the file is imported once more. A row
 * that would not (rows that contradict each other can do that) is a person of its own.
 */
function* planFor(
  known: readonly Participant[],
  rows: readonly ImportRow[],
  isTaken: IsTaken,
): Steps<Plan> {
  const apart = new Set<number>();
  for (let look = 1; ; look++) {
    const { people, certain } = yield* matchRows(known, rows, apart);
    const plan = yield* planOf(people, rows, isTaken);
    if (certain) return plan;
    const again = yield* matchRows(afterwards(known, plan), rows);
    const lost = again.people
      .filter((someone) => someone.person === null)
      .flatMap((some) => some.rows);
    const before = apart.size;
    for (const at of lost) apart.add(at);
    if (apart.size === before || look === LOOKS) return plan;
  }
}

function* planOf(
  people: readonly Someone[],
  rows: readonly ImportRow[],
  isTaken: IsTaken,
): Steps<Plan> {
  const plan: Plan = { added: [], updated: [], unchanged: 0, same: [], conflicts: [] };
  /** A code copied to several rows belongs to the first. */
  const codes = new Set<string>();
  for (const [at, someone] of people.entries()) {
    if (at % PAUSE === 0) yield;
    const only = someone.rows.length === 1 ? rows[someone.rows[0] ?? 0] : undefined;
    if (only && someone.person === null && !only.code) {
      plan.added.push(only);
      continue;
    }
    const stated = someone.rows.flatMap((index) => rows[index] ?? []);
    const about = stated.map((row) => countedFor(someone.person, row));
    const statement = statementOf(about, someone.person?.email);
    const [first] = about;
    if (!first) continue;
    if (someone.person === null) {
      const code = about.find((row) => row.code && !codes.has(row.code))?.code;
      if (code) codes.add(code);
      const { row } = first;
      const { fields } = statement;
      plan.added.push(code ? { row, fields, code } : { row, fields });
      if (about.length > 1) keepSame(plan, about, row, statement.fields);
      continue;
    }
    const { update, conflicts } = merge(someone.person, statement, isTaken);
    if (update) plan.updated.push(update);
    plan.conflicts.push(...conflicts);
    keepSame(plan, about, update?.row, someone.person);
  }
  plan.unchanged = plan.same.length;
  return plan;
}

/** The rows of somebody but the one that has its say. */
function keepSame(
  plan: Plan,
  about: readonly ImportRow[],
  spoken: number | undefined,
  { firstName = '', lastName = '', organisation = '' }: Partial<Details>,
): void {
  const name = fullName({ firstName, lastName, organisation });
  for (const { row } of about) if (row !== spoken) plan.same.push({ row, name });
}

/** Everybody as they would be after the plan; new ones come last, as their ids will. */
function afterwards(known: readonly Participant[], plan: Plan): Participant[] {
  const changed = new Map(plan.updated.map((update) => [update.id, update.fields]));
  const begun = plan.added.map(({ code = '', fields }, index) => {
    const id = `~${String(index).padStart(7, '0')}`;
    return newParticipant({ id, code, source: 'registration', rev: id }, fields);
  });
  return [...known.map((person) => ({ ...person, ...changed.get(person.id) })), ...begun];
}

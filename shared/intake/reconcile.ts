import type { ImportRow } from '../commands/command';
import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import { checkRow } from './check';
import { entriesOf } from './entry';
import type { Entry } from './entry';
import { People } from './people';
import type { ImportPlan, RejectedRow } from './plan';
import { settledPlan } from './settle';
import { finish } from './steps';
import { standsFor } from './standing';
import type { Steps } from './steps';
import { strangersAmong } from './strangers';
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
  const entries = yield* entriesOf(good);
  const plan = { ...(yield* planFor([...participants], entries, takenOf(take))), rejected };
  plans.set(rows, { participants, take, plan });
  return plan;
}

/**
 * As `planInSteps`, for the `entriesOf` rows that `sortOut` has let through; they are used up by it. The command
 * that follows with these rows finds it ready, as long as it stands.
 */
export function* reconcileInSteps(
  { participants }: Pick<EventState, 'participants'>,
  { rows, entries }: { rows: readonly ImportRow[]; entries: readonly Entry[] },
  take?: Taken,
): Steps<ImportPlan> {
  const plan = { ...(yield* planFor([...participants], entries, takenOf(take))), rejected: [] };
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
function* sortedOut(rows: readonly ImportRow[]): Steps<Sorted> {
  const sorted: Sorted = { good: [], rejected: [] };
  for (const [at, stated] of rows.entries()) {
    sortOut(tidyRow(stated), sorted);
    if (at % PAUSE === 0) yield;
  }
  return sorted;
}

/** Rows that can go in, and why others cannot. */
export interface Sorted {
  good: ImportRow[];
  rejected: RejectedRow[];
}

/** Puts a tidy row where it belongs, if it says anything; `fits` as in `checkRow`. */
export function sortOut(row: ImportRow, sorted: Sorted, fits = false): void {
  if (isBlank(row)) return;
  const why = checkRow(row, fits);
  if (why) sorted.rejected.push(why);
  else sorted.good.push(row);
}

function isBlank({ fields }: ImportRow): boolean {
  for (const _field in fields) return false;
  return true;
}

/** Those about whom nobody else has anything to say are new as they stand; the others are looked for. */
function* planFor(
  known: readonly Participant[],
  entries: readonly Entry[],
  isTaken: IsTaken,
): Steps<Omit<ImportPlan, 'rejected'>> {
  const people = yield* People.of(known);
  const { strangers, others } = yield* strangersAmong(people, entries);
  const places = others.map(({ at }) => at);
  for (const [at, entry] of others.entries()) entry.at = at;
  const own = strangers.filter(({ externalId }) => externalId !== '').length;
  const { plan, begunBy } = yield* settledPlan({ known, people, entries: others, own, isTaken });
  const added = inFileOrder(
    strangers,
    plan.added,
    begunBy.map((at) => places[at] ?? 0),
  );
  return { ...plan, added };
}

/** Strangers and the others who are new, whose first rows stand at `begunAt`, as the file has them. */
function inFileOrder(
  strangers: readonly Entry[],
  begun: readonly ImportRow[],
  begunAt: readonly number[],
): ImportRow[] {
  const added: ImportRow[] = [];
  let next = 0;
  const take = (before: number) => {
    for (; next < begun.length && (begunAt[next] ?? 0) < before; next++) {
      const one = begun[next];
      if (one) added.push(one);
    }
  };
  for (const { at, row } of strangers) {
    take(at);
    added.push(row);
  }
  take(Infinity);
  return added;
}

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openEventStore } from '../../electron/store/eventStore';
import type { Subject } from '../../electron/store/simulated/life';
import { damages, plans } from '../../electron/store/simulated/plan';
import { tryPlan } from '../../electron/store/simulated/tryPlan';
import { clearMutants, mutant } from './mutants';
import { mutations } from './mutations';
import type { Mutation } from './mutations';

/** The same lots for the store as it is and for each of its mutants. */
const SEED = 20_261_122;
const AT_MOST = 4_000;
const TIME_LIMIT = 600_000;

/** What is tried for a mutation; two with the same key are tried alike. */
const keyOf = ({ troubles, damage }: Mutation) => JSON.stringify({ troubles, damage });

function tried({ troubles, damage }: Mutation, subject: Subject, numRuns: number) {
  const parameters = { seed: SEED, numRuns, endOnFailure: true };
  const bits = damage ? damages(damage) : fc.constant(undefined);
  const property = fc.asyncProperty(plans(troubles), bits, (plan, bit) =>
    tryPlan(plan, subject, bit),
  );
  return fc.check(property, parameters);
}

afterAll(clearMutants);

describe('each guard of the store is missed when it is gone', () => {
  /** The most runs that any mutation took to be found. */
  const taken = new Map<string, { mutation: Mutation; runs: number }>();

  test.each(mutations)(
    '$guard',
    async (mutation) => {
      const { guard, cuts, through } = mutation;
      const subject: Subject = cuts ? await mutant(guard, cuts) : { open: openEventStore };
      if (through) subject.through = through;
      const { failed, numRuns } = await tried(mutation, subject, AT_MOST);
      expect(failed, 'a run that shows it').toBe(true);
      const runs = Math.max(numRuns, taken.get(keyOf(mutation))?.runs ?? 0);
      taken.set(keyOf(mutation), { mutation, runs });
    },
    TIME_LIMIT,
  );

  test(
    'and the store as it is stands all of those runs',
    async () => {
      expect(taken.size).toBeGreaterThan(0);
      for (const { mutation, runs } of taken.values()) {
        const { counterexample, errorInstance } = await tried(
          mutation,
          { open: openEventStore },
          runs,
        );
        expect({ counterexample, errorInstance }).toEqual({
          counterexample: null,
          errorInstance: null,
        });
      }
    },
    TIME_LIMIT,
  );
});

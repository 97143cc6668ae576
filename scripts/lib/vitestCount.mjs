import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countOf } from './reports.mjs';

/**
 * A reporter for Vitest that writes what the run came to, as a {@link Count}, to the file named by
 * NUIJA_UNIT_REPORT. Vitest's own JSON leaves out why a test was skipped (`context.skip(reason)`),
 * and what went wrong outside any test: a file that does not load, a hook, a stray rejection.
 */
export default class VitestCount {
  onTestRunEnd(modules, strayErrors) {
    const tests = modules.flatMap((one) => [...one.children.allTests()]);
    const holders = modules.flatMap((one) => [one, ...one.children.allSuites()]);
    const inState = (state) => tests.filter((one) => one.result().state === state);
    const skips = inState('skipped').map((one) => ({
      title: one.fullName,
      reason: one.result().note,
    }));
    const outside = holders.filter((one) => one.errors().length > 0).length + strayErrors.length;
    const count = countOf({
      passed: inState('passed').length,
      failed: inState('failed').length + inState('pending').length + outside,
      skipped: skips.length,
      skips,
      secondTries: tests.filter((one) => one.diagnostic()?.flaky).map((one) => one.fullName),
    });
    const file = process.env.NUIJA_UNIT_REPORT;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(count));
  }
}

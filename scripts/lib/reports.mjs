import { readFileSync } from 'node:fs';

/**
 * What one part of the test run came to.
 * @typedef {{ passed: number, failed: number, skipped: number,
 *   skips: { title: string, reason?: string }[], secondTries: string[] }} Count `secondTries` names
 *   the tests that failed once and then passed
 */

/** @returns {Count} with nothing where nothing is given */
export const countOf = (given) => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  skips: [],
  secondTries: [],
  ...given,
});

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A runner that ended badly without a failed test to show for it counts as one failure. */
function withCrash(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * Counts a run of Vitest from what our reporter (vitestCount.mjs) wrote.
 * @param {string} file where the report is
 * @param {number} code the runner's exit code
 * @returns {Count}
 */
export function fromVitest(file, code) {
  return withCrash(countOf(read(file) ?? { failed: 1 }), code);
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/**
 * Counts Playwright's JSON report; a test that passed on a second try passed.
 * @param {string} file where the report is
 * @param {number} code the runner's exit code
 * @returns {Count}
 */
export function fromPlaywright(file, code) {
  const report = read(file);
  if (!report) return countOf({ failed: 1 });
  const tests = report.suites
    .flatMap(specsOf)
    .flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, ...test })));
  const skips = tests
    .filter((test) => test.status === 'skipped')
    .map(({ title, annotations }) => ({
      title,
      reason: annotations.find((one) => one.type === 'skip')?.description,
    }));
  const { expected, flaky, unexpected } = report.stats;
  const count = countOf({
    passed: expected + flaky,
    failed: unexpected,
    skipped: skips.length,
    skips,
    secondTries: tests.filter((test) => test.status === 'flaky').map(({ title }) => title),
  });
  return withCrash(count, code);
}

/** The sum of all parts, and the line that closes the run. */
export function lastLine(counts) {
  const sum = (key) => counts.reduce((all, one) => all + one[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  return { failed, line: `${passed} passed, ${failed} failed, ${skipped} skipped` };
}

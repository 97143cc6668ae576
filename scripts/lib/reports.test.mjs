import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countOf, fromPlaywright, fromVitest, lastLine } from './reports.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'nuija-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content) {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const browserReport = {
  stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 1 },
  suites: [
    {
      specs: [],
      suites: [
        {
          specs: [
            {
              title: 'opens a window',
              tests: [
                { status: 'skipped', annotations: [{ type: 'skip', description: 'no Electron' }] },
              ],
            },
            { title: 'finds a person', tests: [{ status: 'flaky', annotations: [] }] },
          ],
        },
      ],
    },
  ],
};

it('counts what our Vitest reporter wrote', () => {
  const count = {
    passed: 2,
    failed: 0,
    skipped: 1,
    skips: [{ title: 'a', reason: 'b' }],
    secondTries: ['c'],
  };
  expect(fromVitest(report(count), 0)).toEqual(count);
});

it('counts the browser tests, with the reason of each skipped one and the name of each tried twice', () => {
  expect(fromPlaywright(report(browserReport), 0)).toEqual({
    passed: 4,
    failed: 0,
    skipped: 1,
    skips: [{ title: 'opens a window', reason: 'no Electron' }],
    secondTries: ['finds a person'],
  });
});

it('counts a runner that left no report as one failure', () => {
  expect(fromVitest(path.join(folder, 'nowhere.json'), 0).failed).toBe(1);
  expect(fromPlaywright(report('{"half'), 0).failed).toBe(1);
});

it('counts a runner that ended badly without a failed test as one failure', () => {
  expect(fromPlaywright(report(browserReport), 1).failed).toBe(1);
  expect(fromVitest(report(countOf({ passed: 5 })), 1).failed).toBe(1);
});

it('closes with one line over all parts', () => {
  const parts = [countOf({ passed: 1 }), countOf({ passed: 4, failed: 2, skipped: 3 })];
  expect(lastLine(parts)).toEqual({ failed: 2, line: '5 passed, 2 failed, 3 skipped' });
});

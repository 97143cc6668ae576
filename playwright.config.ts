import { defineConfig } from '@playwright/test';

/** Only root has to leave Chromium's sandbox out: it refuses to start otherwise. */
const asRoot = process.getuid?.() === 0;

/** The main job end to end, in a real Chromium against the built program. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 180_000,
  // What a person would wait for on a machine that is busy with other things.
  expect: { timeout: 30_000 },
  // A test that passes only on the second try is reported as flaky; docs/architecture.md says why.
  retries: 1,
  // Every test has a desk of its own; two keep two cores busy.
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['line'],
    ['json', { outputFile: process.env.NUIJA_E2E_REPORT ?? 'test-results/playwright.json' }],
  ],
  use: {
    browserName: 'chromium',
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // A trace is worth its time only where a failure is looked into: add `--trace on` for that.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.NUIJA_CHROMIUM,
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});

import { defineConfig } from 'vitest/config';

/** Tests that drive a real Chromium. */
const browserTests = ['tests/desktop/**/*.test.ts', 'tests/contract/ipc.test.ts'];

/** Tests that put something else in the place of a module or of what is global, or measure the memory. */
const apartTests = [
  'electron/shell/quit.test.ts',
  'renderer/desk/socket.test.ts',
  'tests/contract/socket.test.ts',
  'tests/soak/**/*.test.ts',
];

export default defineConfig({
  test: {
    // As many as there are cores: half of the time a test waits for a disk or another process.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['tests/setup/seed.ts'],
    // What is waited for comes at once on a quiet machine, and may take long on a busy one.
    expect: { poll: { timeout: 60_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            '{shared,electron,renderer}/**/*.test.{ts,tsx}',
            'tests/{contract,faults}/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          exclude: [...browserTests, ...apartTests],
          // One file after the other in one process: what they have in common is read once.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apartTests } },
      // A second try is told by name at the end of the run; docs/architecture.md says why there is one.
      { extends: true, test: { name: 'desktop', include: browserTests, retry: 1 } },
    ],
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{shared,electron,renderer}/**/*.test.{ts,tsx}',
      'tests/{contract,faults,desktop}/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});

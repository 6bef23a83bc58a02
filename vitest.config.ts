import { defineConfig } from 'vitest/config';

const needsBrowser = 'tests/e2e/**/*.test.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      // A machine that does other things too takes many times as long; a test that hangs is still found.
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 20_000,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [needsBrowser, 'tests/server/**'],
        },
      },
      { extends: true, test: { name: 'server', include: ['tests/server/**/*.test.ts'], testTimeout: 40_000 } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [needsBrowser],
          // One browser at a time: two cores, and shortcuts go to the window in front.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

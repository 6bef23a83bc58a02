import { defineConfig } from 'vitest/config';

const needsBrowser = 'tests/e2e/**/*.test.ts';
/**
 * Of these, what has windows on a display, real shortcuts or Firefox, or takes all of a processor by itself. All others
 * do not mind each other.
 */
const byThemselves = [
  ...['browsers', 'clipping', 'documents', 'firefox*', 'picture', 'pointing', 'rules', 'toast'],
  'red-team/*',
].map((name) => `tests/e2e/${name}.test.ts`);
/** Screens and pages each by themselves, in browsers that no display shows. */
const needsPages = 'tests/pages/**/*.test.ts';
/** Rounds of many processes that are killed: by themselves, or they take the processors from everybody. */
const needsProcesses = 'tests/faults/**/*.test.ts';
/** Of PostgreSQL itself. */
const postgresOnly = [
  'tests/server/store/postgres*.test.ts',
  'tests/server/cli/copy.test.ts',
  'tests/server/servers/*.test.ts',
  'tests/server/cluster/*.test.ts',
];
/** What reads and writes the database in other ways than the store's own tests: it runs on both engines. */
const onBothEngines = [
  ...['push', 'pull', 'search', 'routes', 'strategy', 'verify', 'privacy', 'retention', 'sign-in'].map(
    (folder) => `tests/server/${folder}/**/*.test.ts`,
  ),
  ...['address-keys', 'figures-of-people', 'fuzz', 'kill', 'round-trip', 'topic-clocks', 'store/migrate'].map(
    (name) => `tests/server/${name}.test.ts`,
  ),
];

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
          exclude: [needsBrowser, needsPages, needsProcesses, 'tests/server/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          exclude: postgresOnly,
          globalSetup: 'tests/server/build-queue.ts',
          testTimeout: 40_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...postgresOnly, ...onBothEngines],
          env: { CLIPDESK_TEST_ENGINE: 'postgres' },
          globalSetup: ['tests/server/build-queue.ts', 'tests/server/cluster/global-setup.ts'],
          // Every commit waits for a disk that others wait for too.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'faults', include: [needsProcesses], testTimeout: 1_200_000 } },
      { extends: true, test: { name: 'pages', include: [needsPages], testTimeout: 120_000, hookTimeout: 180_000 } },
      {
        extends: true,
        test: {
          name: 'stories',
          include: [needsBrowser],
          exclude: byThemselves,
          globalSetup: 'tests/e2e/build-once.ts',
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: byThemselves,
          globalSetup: 'tests/e2e/build-once.ts',
          // One browser at a time: two cores, and shortcuts go to the window in front.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

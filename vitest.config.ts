import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Milliseconds: a lab or app test drives real hosts and a real window on a machine that may be busy with others. */
const labTimeoutMs = 60_000;
const appTimeoutMs = 120_000;

/** These tests share one network or one screen: one file after another, in a process of its own. */
const oneAtATime = { pool: 'forks', fileParallelism: false, maxWorkers: 1 } as const;

export default defineConfig({
  // The app tests run as a user that may not write to the checkout (build/test/as-nobody.mjs).
  ...(process.env.SONDE_TEST_CACHE === undefined ? {} : { cacheDir: process.env.SONDE_TEST_CACHE }),
  test: {
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/{shared,build,house}/**/*.test.ts'], testTimeout: 30_000 } },
      { extends: true, plugins: [svelte({ configFile: false })], test: { name: 'renderer', include: ['test/renderer/**/*.test.ts'] } },
      { extends: true, test: { name: 'integration', include: ['test/electron/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        extends: true,
        test: { name: 'lab', include: ['test/lab/**/*.test.ts'], testTimeout: labTimeoutMs, hookTimeout: labTimeoutMs, ...oneAtATime },
      },
      {
        extends: true,
        test: { name: 'app', include: ['test/app/**/*.test.ts'], testTimeout: appTimeoutMs, hookTimeout: appTimeoutMs, ...oneAtATime },
      },
    ],
  },
});

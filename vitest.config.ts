import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Milliseconds: a lab or app test drives real hosts and a real window on a machine that may be busy with others. */
const labTimeoutMs = 60_000;
const appTimeoutMs = 120_000;

/**
 * These tests share one network or one screen: one file after another, in a process of its own. What fails there is tried once more, since
 * a real window or server may be slow beyond all patience on a machine that is busy with others; the end of the run names it.
 */
const oneAtATime = { pool: 'forks', fileParallelism: false, maxWorkers: 1, retry: 1 } as const;

/** Milliseconds until what a test waits for must be so, where a test says nothing else; Vitest's own second is short on a busy machine. */
const patience = { poll: { timeout: 30_000 } };

const inWindow = { testTimeout: appTimeoutMs, hookTimeout: appTimeoutMs, expect: patience, ...oneAtATime };

/** These share the hosts of the screens and take half of the time that the app's tests do: beside the others, one after another. */
const throughScreens = ['test/app/{accessibility,languages,screens,shell}.test.ts'];

export default defineConfig({
  // The app tests run as a user that may not write to the checkout (build/test/as-nobody.mjs).
  ...(process.env.SONDE_TEST_CACHE === undefined ? {} : { cacheDir: process.env.SONDE_TEST_CACHE }),
  test: {
    pool: 'forks',
    // Every core: Vitest leaves one for itself, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/{shared,build,house}/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        plugins: [svelte({ configFile: false })],
        test: { name: 'renderer', include: ['test/renderer/**/*.test.ts'], testTimeout: 60_000, expect: patience },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['test/electron/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, expect: patience },
      },
      {
        extends: true,
        test: {
          name: 'lab',
          include: ['test/lab/**/*.test.ts'],
          testTimeout: labTimeoutMs,
          hookTimeout: labTimeoutMs,
          expect: patience,
          ...oneAtATime,
        },
      },
      {
        extends: true,
        test: { name: 'app', include: ['test/app/**/*.test.ts'], exclude: throughScreens, ...inWindow },
      },
      { extends: true, test: { name: 'screens', include: throughScreens, ...inWindow } },
      {
        extends: true,
        test: { name: 'package', include: ['test/package/**/*.test.ts'], ...inWindow },
      },
    ],
  },
});

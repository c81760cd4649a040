import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

import { warmUp } from './warm-up.ts';

/** Where the command line is built from and to. */
interface CommandLineBundle {
  readonly root: string;
  readonly outDir: string;
  readonly target: string;
}

/**
 * Builds the command line beside the app, as a bundle of its own: a check from a terminal is mostly start-up.
 *
 * 1. CommonJS: the loader of ES modules costs 3 ms where an empty script takes 20, and an ES import of node:fs loads all behind it.
 * 2. What every check needs is one file, and so is the history; the rest stays behind its `await import()`.
 * 3. The workers share no file with the rest: each of their threads would load that too.
 */
export function commandLineBundle(bundle: CommandLineBundle): Plugin {
  return {
    name: 'sonde:command-line-bundle',
    apply: 'build',
    closeBundle: async () => {
      await buildEntry(bundle, { cli: 'electron/cli.ts' });
      await buildEntry(bundle, { 'checks/sweep-worker': 'electron/checks/sweep-worker.ts' });
      await buildEntry(bundle, { 'transfer/transfer-worker': 'electron/transfer/transfer-worker.ts' });
      await warmUp(resolve(bundle.outDir, 'cli.cjs'));
    },
  };
}

async function buildEntry({ root, outDir, target }: CommandLineBundle, entry: Readonly<Record<string, string>>): Promise<void> {
  const input = Object.fromEntries(Object.entries(entry).map(([name, path]) => [name, resolve(root, path)]));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // As a string to parse: the table of ports as code takes twice as long.
    json: { stringify: true },
    ssr: { noExternal: true },
    plugins: [sqliteInside()],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target,
      sourcemap: true,
      rolldownOptions: {
        input,
        output: {
          format: 'cjs',
          // Names stay: they are what a stack trace shows. Comments and white space are half of what every start reads.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
          entryFileNames: '[name].cjs',
          chunkFileNames: 'command-line/[name]-[hash].cjs',
          codeSplitting: {
            groups: [
              { name: 'check', test: /cli[\\/]start-command-line/u, priority: 1 },
              { name: 'history', test: /cli[\\/]open-keeper/u },
            ],
          },
        },
      },
    },
  });
}

/**
 * Bundles the JavaScript of better-sqlite3, which in its fifteen files costs 4 ms, and leaves its library where npm put it.
 *
 * It looks for the library from its own folder, so that folder is named again, from where the bundle will be.
 */
function sqliteInside(): Plugin {
  return {
    name: 'sonde:sqlite-inside',
    transform: {
      filter: { id: /better-sqlite3[\\/]lib[\\/]binding\.js$/u },
      handler: (code) => ({
        code: code.replaceAll('__dirname', "path.join(__dirname, '../../../node_modules/better-sqlite3/lib')"),
        map: null,
      }),
    },
  };
}

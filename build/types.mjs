// npm run types: checks every environment against its own tsconfig, so that what one of them does not have cannot be used there.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode, rootFolder } from './runtime.mjs';

const modules = join(rootFolder, 'node_modules');
const typescript = join(modules, 'typescript', 'bin', 'tsc');
const svelteCheck = join(modules, 'svelte-check', 'bin', 'svelte-check');

const checks = [
  ...['shared', 'electron', 'test', 'build'].map((folder) => [typescript, '--project', folder]),
  [svelteCheck, '--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
];

const results = [];
for (const check of checks) results.push(await isClean(check));
process.exitCode = results.every(Boolean) ? 0 : 1;

/**
 * @param {readonly string[]} command
 * @returns {Promise<boolean>}
 */
function isClean(command) {
  const child = spawn(pinnedNode, command, { cwd: rootFolder, stdio: 'inherit' });
  return new Promise((finish) => {
    child.on('error', () => finish(false));
    child.on('close', (code) => finish(code === 0));
  });
}

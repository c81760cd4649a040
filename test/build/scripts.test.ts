import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pinnedNode, rootFolder } from '../../build/runtime.mjs';

function runScript(name: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
  return spawnSync(pinnedNode, [join(rootFolder, 'build', name), ...args], { encoding: 'utf8', env });
}

it.runIf(process.platform === 'linux').each(['start.mjs', 'dev.mjs'])('%s says without a display what to do instead', (script) => {
  const { status, stderr } = runScript(script, []);
  expect(status).toBe(1);
  expect(stderr).toContain('neither DISPLAY nor WAYLAND_DISPLAY is set');
  expect(stderr).toContain('xvfb-run -a npm start');
  expect(stderr).toContain('npx --no-install sonde check');
});

it('test.mjs refuses a step it does not know and names those it has', () => {
  const { status, stdout, stderr } = runScript('test.mjs', ['unit', 'everything']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe('Usage: npm test -- [types | lint | unit | integration | lab | screens | app | package] ...\n');
});

it('package.mjs refuses a system it does not know and names those it does', () => {
  const { status, stdout, stderr } = runScript('package.mjs', ['amiga']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe('Usage: npm run package -- [linux | windows | mac]\n');
});

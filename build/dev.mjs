// npm run dev: opens the window on a development server; a change in renderer/ shows at once, one in electron/ restarts the app.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepareLaunch } from './launch.mjs';
import { pinnedNode, rootFolder } from './runtime.mjs';
import { printFailure } from './setup/failure.mjs';

try {
  const { runtime, switches, environment } = prepareLaunch();
  const tool = join(rootFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const config = join(rootFolder, 'build', 'electron.vite.config.ts');
  const args = [
    tool,
    'dev',
    '--watch',
    '-c',
    config,
    ...(switches.includes('--no-sandbox') ? ['--noSandbox'] : []),
    ...process.argv.slice(2),
  ];
  const env = { ...environment, ELECTRON_EXEC_PATH: runtime.executable };
  spawn(pinnedNode, args, { cwd: rootFolder, env, stdio: 'inherit' }).on('close', (code) => process.exit(code ?? 1));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

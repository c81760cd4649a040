// npm start: builds the app if a source changed, and opens its window. Arguments go on to the app.
import { spawn } from 'node:child_process';
import { buildIfNeeded } from './bundle.mjs';
import { prepareLaunch } from './launch.mjs';
import { rootFolder } from './runtime.mjs';
import { printFailure } from './setup/failure.mjs';

try {
  const { runtime, switches, environment } = prepareLaunch();
  await buildIfNeeded();
  const app = spawn(runtime.executable, [...switches, rootFolder, ...process.argv.slice(2)], { env: environment, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => app.kill(signal));
  app.on('close', (code) => process.exit(code ?? 1));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

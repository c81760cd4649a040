import { hasDisplay } from './display.mjs';
import { findRuntime } from './runtime.mjs';
import { SetupFailure } from './setup/failure.mjs';

/**
 * What it takes to open a window from the checkout: the runtime, its switches, its environment. Fails when there is no runtime or no display.
 */
export function prepareLaunch() {
  const runtime = findRuntime();
  if (runtime === undefined) {
    throw new SetupFailure({
      what: 'The app cannot start.',
      why: 'There is no Electron runtime in this checkout yet.',
      remedy: 'Run "npm run setup" first.',
    });
  }
  if (!hasDisplay()) {
    throw new SetupFailure({
      what: 'The app cannot open its window.',
      why: 'There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.',
      remedy: 'Use a virtual one:     xvfb-run -a npm start\nor the command line:   npx --no-install sonde check example.com:80',
    });
  }
  return { runtime, switches: switchesForUser(), environment: environmentFor(runtime.folder) };
}

/** Chromium refuses to run as root with its sandbox. The packaged app keeps the sandbox and refuses root. */
function switchesForUser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  console.warn('Warning: running as root, so the renderer sandbox is off (--no-sandbox). For development only.');
  return ['--no-sandbox'];
}

/** @param {string} folder */
function environmentFor(folder) {
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder };
  // Editors built on Electron leave it set in their terminals, and it would turn the app into a plain Node.
  delete environment.ELECTRON_RUN_AS_NODE;
  return environment;
}

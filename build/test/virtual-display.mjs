import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findProgram } from '../setup/find-program.mjs';

/** Milliseconds: Xvfb takes 0.1 s; a busy machine more. */
const startTimeoutMs = 20_000;

/**
 * Starts a virtual screen for the user who will draw on it (X lets only the same user in). It stops with this process at the latest.
 *
 * @param {import('./nobody.mjs').User | undefined} user
 * @returns {Promise<{ readonly environment: NodeJS.ProcessEnv, readonly stop: () => void } | { readonly problem: string }>}
 */
export async function startVirtualDisplay(user) {
  const program = findProgram('Xvfb');
  if (program === undefined) return { problem: 'there is no display and no Xvfb ("npm run setup" says how to get it)' };
  // It picks a free display number and writes it to file descriptor 3.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], ...user });
  process.once('exit', () => child.kill());
  const errors = /** @type {string[]} */ ([]);
  child.stderr?.setEncoding('utf8').on('data', (text) => errors.push(text));
  const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const signal = AbortSignal.timeout(startTimeoutMs);
  const ended = once(child, 'close', { signal }).then(() => undefined);
  const number = await Promise.race([once(pipe, 'data', { signal }).then(([bytes]) => String(bytes).trim()), ended]).catch(() => undefined);
  if (number === undefined) return { problem: `Xvfb did not start: ${errors.join('').trim() || 'it said nothing'}` };
  const environment = { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' };
  return { environment, stop: () => child.kill() };
}

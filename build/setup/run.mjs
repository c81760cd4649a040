import { spawn } from 'node:child_process';

/** How much of a command's output a failure quotes: the end says why. */
const quotedLines = 15;

/**
 * @typedef {object} Finished
 * @property {boolean} ok
 * @property {string} stdout
 * @property {string} reason  the end of what it printed, or why it did not run; empty when ok
 */

/**
 * Runs a command to its end and keeps its output; never rejects.
 *
 * @param {readonly string[]} command  the program and its arguments; no shell
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, uid?: number, gid?: number }} [options]
 * @returns {Promise<Finished>}
 */
export function run([program = '', ...args], { timeoutMs, ...options } = {}) {
  return new Promise((finish) => {
    const child = spawn(program, args, { ...options, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const output = { stdout: '', all: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output.stdout += text;
      output.all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output.all += text;
    });
    child.on('error', (error) => finish({ ok: false, stdout: '', reason: error.message }));
    child.on('close', (code, signal) => {
      const ended = signal === null ? `it ended with exit code ${code}` : `it was ended by ${signal}`;
      finish({ ok: code === 0, stdout: output.stdout, reason: code === 0 ? '' : lastLines(output.all) || ended });
    });
  });
}

/** Without the stack of the error: where in npm it happened helps nobody here. @param {string} text */
function lastLines(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^(npm error)?\s+at /.test(line));
  return lines.slice(-quotedLines).join('\n');
}

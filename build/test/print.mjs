/**
 * Passes on what a program says and gives its exit code, 1 when it could not be started.
 *
 * @callback Print
 * @param {import('node:child_process').ChildProcess} child  with pipes for its output
 * @returns {Promise<number>}
 */

/**
 * Prints at once.
 *
 * @type {Print}
 */
export const printAtOnce = (child) => printTo(child, (stream, chunk) => process[stream].write(chunk));

/**
 * Holds what is said until `release`, so that two programs side by side do not speak at once.
 *
 * @returns {{ readonly print: Print, readonly release: () => void }}
 */
export function holdPrint() {
  /** @type {[stream: 'stdout' | 'stderr', chunk: Buffer][]} */
  const held = [];
  return {
    print: (child) => printTo(child, (stream, chunk) => held.push([stream, chunk])),
    release: () => {
      for (const [stream, chunk] of held.splice(0)) process[stream].write(chunk);
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {(stream: 'stdout' | 'stderr', chunk: Buffer) => unknown} say
 * @returns {Promise<number>}
 */
function printTo(child, say) {
  child.stdout?.on('data', (chunk) => say('stdout', chunk));
  child.stderr?.on('data', (chunk) => say('stderr', chunk));
  return new Promise((finish) => {
    child.on('error', (error) => {
      say('stderr', Buffer.from(`${error.message}\n`));
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

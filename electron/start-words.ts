import { createRequire } from 'node:module';
import { app } from 'electron';

/**
 * Starts the command line in the installed program, from the same file and in the same way as `node cli.cjs <words>`.
 *
 * Electron keeps SIGINT and SIGTERM to itself and asks to quit. The command line is told in Node's way, says what it knows by then, and ends
 * the program with its exit code; a second signal ends it at once.
 */
export function startWords(words: readonly string[], commandLineFile: string): void {
  app.dock?.hide();
  app.on('before-quit', (event) => {
    event.preventDefault();
    process.emit('SIGINT');
  });
  process.argv.splice(1, process.argv.length, commandLineFile, ...words);
  createRequire(import.meta.url)(commandLineFile);
}

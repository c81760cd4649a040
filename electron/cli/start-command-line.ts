import { homedir } from 'node:os';

import { english } from '../../shared/text/english.ts';
import { dataFolder } from '../store/data-folder.ts';
import { leave } from './leave.ts';
import { runCommandLine } from './run-command-line.ts';
import { openScreen } from './screen.ts';

/** What the command line needs from the root that starts it. */
export interface CommandLineStart {
  /** The words after the program's name. */
  readonly args: readonly string[];
  /** sweep-worker, where the build put it. */
  readonly sweepWorkerFile: URL;
  /** transfer-worker, where the build put it. */
  readonly transferWorkerFile: URL;
}

/**
 * Runs one command line and ends the process with its exit code.
 *
 * SIGINT and SIGTERM cancel what runs: what is known by then is shown, and the code is 130. A second one does not wait for that.
 */
export async function startCommandLine({ args, ...workerFiles }: CommandLineStart): Promise<void> {
  const stopped = new AbortController();
  const interrupt = (): void => {
    if (stopped.signal.aborted) leave(130);
    stopped.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);

  const screen = openScreen(() => stopped.abort());
  const folder = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
  const exitCode = await runCommandLine(args, { screen, words: english, dataFolder: folder, ...workerFiles }, stopped.signal);
  await screen.flushed();
  leave(screen.isLost() ? 1 : exitCode);
}

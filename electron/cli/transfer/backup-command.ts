import { resolve } from 'node:path';

import { formatBytes } from '../../../shared/text/format.ts';
import { formatShare } from '../../../shared/text/format-share.ts';
import type { Store } from '../../store/store.ts';
import { backUpHistory } from '../../transfer/back-up-history.ts';
import { withHistory } from '../open-history.ts';
import { parseFlags } from '../parse-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { backupFlags } from './backup-flags.ts';

/** `sonde backup`: copies the history to a file, verified, while it goes on being used. */
export async function backupCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen } = around;
  const parsed = parseFlags({ command: 'backup', flags: backupFlags, words: typed });
  if (parsed.kind === 'help') {
    const { backupHelp } = await import('./backup-help.ts');
    screen.resultText(backupHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') return refuse(parsed.problem, around);
  const [path, ...others] = parsed.words;
  if (path === undefined || path === '' || others.length > 0)
    return refuse('Name one file, for example: sonde backup sonde-history.sqlite', around);
  const { data, force } = parsed.values;
  const use = (store: Store): Promise<ExitCode> =>
    copy({ path: store.path, toPath: resolve(path), mayReplace: force === true }, around, signal);
  return withHistory({ dataFolder: typeof data === 'string' ? data : null, use }, around);
}

interface Copying {
  readonly path: string;
  readonly toPath: string;
  readonly mayReplace: boolean;
}

async function copy(copying: Copying, around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words, transferWorkerFile } = around;
  const { transfer, storeProblems, units } = words;
  const onProgress = (share: number): void => screen.progress(transfer.backingUp(formatShare(share, units)));
  const end = await backUpHistory({ ...copying, workerFile: transferWorkerFile, onProgress }, signal);
  screen.progress(null);
  switch (end.kind) {
    case 'backed_up':
      screen.result([[transfer.backedUp(formatBytes(end.sizeBytes, units), copying.toPath)]]);
      return 0;
    case 'exists':
      return refuse(transfer.exists(copying.toPath), around);
    case 'is_history':
      return refuse(transfer.isHistory, around);
    case 'unreadable':
      return refuse(storeProblems[end.problem.kind](end.problem), around);
    case 'not_written':
      return refuse(transfer.fileNotWritten(end.problem), around);
    case 'stopped':
      screen.message([[transfer.stopped]]);
      return 130;
  }
}

function refuse(problem: string, { screen }: Surroundings): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return 2;
}

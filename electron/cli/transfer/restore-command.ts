import { resolve } from 'node:path';

import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { formatShare } from '../../../shared/text/format-share.ts';
import { countChecks } from '../../store/checks/count-checks.ts';
import type { Store } from '../../store/store.ts';
import { restoreHistory } from '../../transfer/restore-history.ts';
import { withHistory } from '../open-history.ts';
import { parseFlags } from '../parse-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { restoreFlags } from './restore-flags.ts';

/** `sonde restore`: puts a backup in place of the history, and keeps what was there. */
export async function restoreCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen } = around;
  const parsed = parseFlags({ command: 'restore', flags: restoreFlags, words: typed });
  if (parsed.kind === 'help') {
    const { restoreHelp } = await import('./restore-help.ts');
    screen.resultText(restoreHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') return refuse(parsed.problem, around);
  const [path, ...others] = parsed.words;
  if (path === undefined || path === '' || others.length > 0)
    return refuse('Name one file, for example: sonde restore sonde-history.sqlite', around);
  const { data, force } = parsed.values;
  const use = async (store: Store): Promise<ExitCode> =>
    force === true || isEmpty(store)
      ? putBack({ path: store.path, fromPath: resolve(path), unwritable: store.unwritable }, around, signal)
      : refuseToReplace(store, around);
  const useDamaged = async (damaged: string): Promise<ExitCode> =>
    force === true
      ? putBack({ path: damaged, fromPath: resolve(path), unwritable: null }, around, signal)
      : refuse(around.words.repair.restoreReplacesDamaged, around);
  return withHistory({ dataFolder: typeof data === 'string' ? data : null, mayBegin: true, use, useDamaged }, around);
}

interface PuttingBack {
  readonly path: string;
  readonly fromPath: string;
  /** Why the history cannot be written, or null. */
  readonly unwritable: StoreProblem | null;
}

async function putBack({ path, fromPath, unwritable }: PuttingBack, around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words, transferWorkerFile } = around;
  const { transfer, storeProblems, units } = words;
  if (unwritable !== null) return refuse(storeProblems[unwritable.kind](unwritable), around);
  const onProgress = (share: number): void => screen.progress(transfer.restoring(formatShare(share, units)));
  const wish = { path, fromPath, nowMs: Date.now(), workerFile: transferWorkerFile, onProgress };
  const end = await restoreHistory(wish, signal);
  screen.progress(null);
  switch (end.kind) {
    case 'replaced':
      screen.result([[words.repair.restored(end.quarantine)]]);
      return 0;
    case 'restored':
      screen.result([[transfer.restored(end.keptPath)]]);
      return 0;
    case 'is_history':
      return refuse(transfer.isHistory, around);
    case 'unusable':
    case 'not_restored':
      return refuse(storeProblems[end.problem.kind](end.problem), around);
    case 'stopped':
      screen.message([[transfer.stopped]]);
      return 130;
  }
}

/** One that cannot be counted may hold something. */
function isEmpty(store: Store): boolean {
  const count = countChecks(store);
  return count.kind === 'read' && count.value === 0;
}

function refuseToReplace(store: Store, around: Surroundings): ExitCode {
  const { transfer, storeProblems, units } = around.words;
  const count = countChecks(store);
  if (count.kind === 'unreadable') return refuse(storeProblems[count.problem.kind](count.problem), around);
  return refuse(transfer.restoreReplaces(formatCount(count.value, units)), around);
}

function refuse(problem: string, { screen }: Surroundings): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return 2;
}

import { existsSync } from 'node:fs';

import { assertNever } from '../../../shared/check/assert-never.ts';
import { describeRepair } from '../../../shared/text/describe-repair.ts';
import { formatShare } from '../../../shared/text/format-share.ts';
import { historyFile } from '../../store/file/history-file.ts';
import { repairHistory, type Repaired } from '../../transfer/repair-history.ts';
import { parseFlags } from '../parse-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { repairFlags } from './repair-flags.ts';

/** `sonde repair`: makes a damaged history usable again, and keeps what was damaged. */
export async function repairCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words } = around;
  const parsed = parseFlags({ command: 'repair', flags: repairFlags, words: typed });
  if (parsed.kind === 'help') {
    const { repairHelp } = await import('./repair-help.ts');
    screen.resultText(repairHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') return refuse(parsed.problem, around);
  if (parsed.words.length > 0) return refuse('A repair takes no file: name the folder of the history with --data.', around);
  const { data, yes, json } = parsed.values;
  const folder = typeof data === 'string' ? data : around.dataFolder;
  const path = historyFile(folder);
  if (!existsSync(path) && !existsSync(`${path}-wal`)) return refuse(words.transfer.noHistory(folder), around);
  if (yes !== true && !(await isAgreed(path, around, signal))) return signal.aborted ? 130 : 2;
  const onProgress = (share: number): void => screen.progress(words.repair.repairing(formatShare(share, words.units)));
  const end = await repairHistory({ path, nowMs: Date.now(), workerFile: around.transferWorkerFile, onProgress }, signal);
  screen.progress(null);
  if (json === true) screen.resultText(`${JSON.stringify(end)}\n`);
  return json === true ? exitCodeOf(end) : tell(end, around);
}

async function isAgreed(path: string, { screen, words }: Surroundings, signal: AbortSignal): Promise<boolean> {
  const { repair, terminal } = words;
  if (!screen.canAsk()) {
    screen.message([[`sonde: ${repair.needsYes}`]]);
    return false;
  }
  const { ask } = await import('../ask.ts');
  const isYes = terminal.yes.includes((await ask(repair.asks(path), signal)).trim().toLowerCase());
  if (!isYes) screen.message([[repair.notRepaired]]);
  return isYes;
}

function tell(end: Repaired, around: Surroundings): ExitCode {
  const { screen, words } = around;
  switch (end.kind) {
    case 'repaired':
      screen.result(describeRepair(end, words).map((sentence) => [sentence]));
      break;
    case 'sound':
      screen.result([[words.repair.sound]]);
      break;
    case 'refused':
    case 'not_repaired':
      return refuse(`${words.storeProblems[end.problem.kind](end.problem)} ${words.repair.notRepaired}`, around);
    case 'stopped':
      screen.message([[words.transfer.stopped]]);
      break;
    default:
      return assertNever(end);
  }
  return exitCodeOf(end);
}

function exitCodeOf(end: Repaired): ExitCode {
  if (end.kind === 'stopped') return 130;
  if (end.kind === 'sound') return 0;
  if (end.kind !== 'repaired') return 2;
  return end.counts?.lostCount === 0 ? 0 : 1;
}

function refuse(problem: string, { screen }: Surroundings): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return 2;
}

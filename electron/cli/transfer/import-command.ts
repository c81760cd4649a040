import { resolve } from 'node:path';

import { formatCount } from '../../../shared/text/format.ts';
import { formatDateTime } from '../../../shared/text/format-moment.ts';
import { formatShare } from '../../../shared/text/format-share.ts';
import { describeOutcomeCounts } from '../../../shared/text/describe-outcome-counts.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { ImportCounts } from '../../store/checks/import-tally.ts';
import { importFile } from '../../transfer/import-file.ts';
import { parseFlags } from '../parse-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { importFlags } from './import-flags.ts';

/** `sonde import`: takes checks from a file into the history, all of them or none. */
export async function importCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen } = around;
  const parsed = parseFlags({ command: 'import', flags: importFlags, words: typed });
  if (parsed.kind === 'help') {
    const { importHelp } = await import('./import-help.ts');
    screen.resultText(importHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') return refuse(parsed.problem, around);
  const [path, ...others] = parsed.words;
  if (path === undefined || others.length > 0) return refuse('Name one file, for example: sonde import history.jsonl', around);
  const { values } = parsed;
  const vantage = typeof values.from === 'string' ? values.from.trim() : null;
  if (vantage !== null && (vantage === '' || vantage.length > LONGEST_VANTAGE)) return refuse('--from: a short name is wanted.', around);
  const folder = typeof values.data === 'string' ? values.data : around.dataFolder;
  return takeIn({ path, folder, vantage, isPreview: values['dry-run'] === true }, around, signal);
}

/** As long as a check may name its vantage. */
const LONGEST_VANTAGE = 200;

interface Taking {
  readonly path: string;
  readonly folder: string;
  readonly vantage: string | null;
  readonly isPreview: boolean;
}

async function takeIn({ path, folder, ...order }: Taking, around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words, transferWorkerFile } = around;
  const { transfer, storeProblems, units } = words;
  const onProgress = (share: number): void => screen.progress(transfer.importing(formatShare(share, units)));
  const file = { path: resolve(path), folder: resolve(folder), ...order };
  const end = await importFile({ file, workerFile: transferWorkerFile, onProgress }, signal);
  screen.progress(null);
  switch (end.kind) {
    case 'taken':
      screen.result(describeCounts(end.counts, order.isPreview, words).map((sentence) => [sentence]));
      return 0;
    case 'bad_line': {
      const { lineNumber, why, detail } = end.problem;
      return refuse(transfer.badLine(formatCount(lineNumber, units), transfer.badLines[why], detail), around);
    }
    case 'file_unreadable':
      return refuse(transfer.fileNotRead(end.problem.path, end.problem.detail), around);
    case 'not_taken':
    case 'store_unusable':
      return refuse(storeProblems[end.problem.kind](end.problem), around);
    case 'stopped':
      screen.message([[transfer.stopped]]);
      return 130;
  }
}

function describeCounts(counts: ImportCounts, isPreview: boolean, words: Words): readonly string[] {
  const { transfer, units } = words;
  const { newCheckCount, knownCheckCount, newHostCount, hostCount, labelledHostCount, outcomeCounts, earliestMs, latestMs } = counts;
  const count = (value: number): string => formatCount(value, units);
  return [
    (isPreview ? transfer.wouldImport : transfer.imported)(count(newCheckCount), count(hostCount)),
    ...(newHostCount === 0 ? [] : [transfer.newHosts(count(newHostCount))]),
    ...(labelledHostCount === 0 ? [] : [transfer.labelsOf(count(labelledHostCount))]),
    ...(knownCheckCount === 0 ? [] : [transfer.alreadyThere(count(knownCheckCount))]),
    ...(earliestMs === null || latestMs === null ? [] : [transfer.period(formatDateTime(earliestMs), formatDateTime(latestMs))]),
    ...(outcomeCounts.size === 0 ? [] : [describeOutcomeCounts(outcomeCounts, words)]),
  ];
}

function refuse(problem: string, { screen }: Surroundings): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return 2;
}

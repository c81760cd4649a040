import { formatCount } from '../../../shared/text/format.ts';
import { loadGuidance } from '../../../shared/text/guidance/load-guidance.ts';
import { writeReport, type ReportFormat } from '../../../shared/report/write-report.ts';
import type { Store } from '../../store/store.ts';
import { exportChecks, type ExportFormat } from '../../transfer/export-checks.ts';
import { exportToFile } from '../../transfer/export-to-file.ts';
import { gatherReport, type ReportGathered } from '../../transfer/gather-report.ts';
import { writeFile } from '../../transfer/write-file.ts';
import { findChosenHost } from '../history/find-chosen-host.ts';
import { withHistory } from '../open-history.ts';
import { parseFlags } from '../parse-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { describeEnd, type TransferEnd } from './describe-end.ts';
import { exportFlags } from './export-flags.ts';
import { readExport, type ExportRequest } from './read-export.ts';

/** `sonde export`: checks of the history as a file or on stdout, or a report about them. */
export async function exportCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen } = around;
  const parsed = parseFlags({ command: 'export', flags: exportFlags, words: typed });
  if (parsed.kind === 'help') {
    const { exportHelp } = await import('./export-help.ts');
    screen.resultText(exportHelp);
    return 0;
  }
  const reading = parsed.kind === 'wrong' ? parsed : readExport(parsed.words, parsed.values, Date.now());
  if (reading.kind === 'wrong') return tell({ kind: 'wrong', problem: reading.problem }, around);
  const { request } = reading;
  const use = async (store: Store): Promise<ExitCode> => {
    const host = findChosenHost(store, request.choice, around.words);
    if (host.kind === 'not_found') return tell({ kind: 'nothing', problem: host.problem }, around);
    const end = await writeOut({ store, request, hostId: host.hostId, ...around }, signal);
    screen.progress(null);
    return tell(end, around);
  };
  return withHistory({ dataFolder: request.choice.dataFolder, use }, around);
}

interface Exporting extends Surroundings {
  readonly store: Store;
  readonly request: ExportRequest;
  readonly hostId: number | null;
}

async function writeOut(exporting: Exporting, signal: AbortSignal): Promise<TransferEnd> {
  const { format } = exporting.request;
  return format === 'csv' || format === 'json_lines' ? writeChecks(exporting, format, signal) : writeOutReport(exporting, format, signal);
}

async function writeChecks(exporting: Exporting, format: ExportFormat, signal: AbortSignal): Promise<TransferEnd> {
  const { store, request, hostId, screen, words } = exporting;
  const wanted = { format, checks: { hostId, filter: request.choice.filter }, redaction: request.redaction };
  const { path, mayReplace } = request;
  if (path === null) return printChecks(exporting, wanted, signal);
  const onProgress = (count: number): void => screen.progress(words.transfer.exporting(formatCount(count, words.units)));
  return exportToFile(store, { wanted, path, mayReplace, onProgress }, signal);
}

async function printChecks(
  { store, screen }: Exporting,
  wanted: Parameters<typeof exportChecks>[1],
  signal: AbortSignal,
): Promise<TransferEnd> {
  let checkCount = 0;
  let damagedCount = 0;
  for await (const part of exportChecks(store, wanted, signal)) {
    if (part.kind === 'unreadable') return part;
    checkCount += part.checkCount;
    damagedCount += part.damagedCount;
    screen.resultText(part.text);
    // Whoever reads slowly must not make this process large.
    await screen.flushed();
  }
  return signal.aborted ? { kind: 'stopped' } : { kind: 'printed', checkCount, damagedCount };
}

async function writeOutReport(exporting: Exporting, format: ReportFormat, signal: AbortSignal): Promise<TransferEnd> {
  const { request, screen, words } = exporting;
  const { path, mayReplace } = request;
  const gathered = await gather(exporting, signal);
  screen.progress(null);
  if (gathered.kind !== 'gathered') return gathered;
  const { report } = gathered;
  const checkCount = report.subjects.reduce((sum, { checks, olderCheckCount }) => sum + checks.length + olderCheckCount, 0);
  const parts = writeReport(report, format, words);
  if (path === null) {
    for (const part of parts) screen.resultText(part);
    return { kind: 'printed', checkCount, damagedCount: 0 };
  }
  const written = await writeFile({ path, mayReplace, parts }, signal);
  return written.kind === 'written' ? { kind: 'exported', path, checkCount, damagedCount: 0 } : written;
}

async function gather({ store, request, hostId, screen, words }: Exporting, signal: AbortSignal): Promise<ReportGathered> {
  const { choice, question, scope, redaction } = request;
  const { default: manifest } = await import('../../../package.json', { with: { type: 'json' } });
  let readCount = 0;
  const onRead = (count: number): void => {
    readCount += count;
    screen.progress(words.transfer.reading(formatCount(readCount, words.units)));
  };
  const asked = { checks: { hostId, filter: choice.filter }, question, scope, redaction };
  const catalogue = await loadGuidance(words);
  return gatherReport(store, { ...asked, catalogue, version: manifest.version, nowMs: Date.now(), onRead }, signal);
}

function tell(end: TransferEnd, { screen, words }: Surroundings): ExitCode {
  const { sentences, exitCode } = describeEnd(end, words);
  for (const sentence of sentences) screen.message([[sentence]]);
  return exitCode;
}

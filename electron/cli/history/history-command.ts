import type { CheckRow } from '../../../shared/history/check-row.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { readCheck } from '../../store/checks/read-check.ts';
import type { Store } from '../../store/store.ts';
import { walkChecks } from '../../transfer/walk-checks.ts';
import { withHistory } from '../open-history.ts';
import { parseFlags } from '../parse-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { findChosenHost } from './find-chosen-host.ts';
import { formatRows } from './format-row.ts';
import { historyFlags } from './history-flags.ts';
import { readChoice, type Choice } from './read-choice.ts';

/** `sonde history`: the checks that were kept, newest first. */
export async function historyCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen } = around;
  const parsed = parseFlags({ command: 'history', flags: historyFlags, words: typed });
  if (parsed.kind === 'help') {
    const { historyHelp } = await import('./history-help.ts');
    screen.resultText(historyHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') return refuse(parsed.problem, around);
  const reading = readChoice(parsed.words, parsed.values, Date.now());
  if (reading.kind === 'wrong') return refuse(reading.problem, around);
  const limit = readLimit(parsed.values.limit);
  if (limit === null) return refuse(`--limit ${String(parsed.values.limit)}: a whole number is wanted.`, around);
  const { choice } = reading;
  const use = (store: Store): Promise<ExitCode> => list({ store, choice, limit, isJson: parsed.values.json === true }, around, signal);
  return withHistory({ dataFolder: choice.dataFolder, use }, around);
}

/** A screen or two. */
const DEFAULT_LIMIT = 50;

/** Infinity for 0; null when it is no number. */
function readLimit(value: string | boolean | undefined): number | null {
  if (typeof value !== 'string') return DEFAULT_LIMIT;
  if (!/^\d{1,9}$/u.test(value)) return null;
  return Number(value) === 0 ? Infinity : Number(value);
}

interface Listing {
  readonly store: Store;
  readonly choice: Choice;
  readonly limit: number;
  readonly isJson: boolean;
}

async function list({ store, choice, limit, isJson }: Listing, around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words } = around;
  const host = findChosenHost(store, choice, words);
  if (host.kind === 'not_found') return refuse(host.problem, around, 1);
  let count = 0;
  for await (const part of walkChecks(store, { hostId: host.hostId, filter: choice.filter }, signal)) {
    if (part.kind === 'unreadable') return refuse(words.storeProblems[part.problem.kind](part.problem), around);
    const rows = part.rows.slice(0, limit - count);
    count += rows.length;
    if (isJson) screen.resultText(rows.map((row) => readLine(store, row)).join(''));
    else if (rows.length > 0) screen.result(formatRows(rows, words));
    if (part.unreadableCount > 0) screen.message([[`sonde: ${words.window.checks.damaged(part.unreadableCount)}`]]);
    // Whoever reads slowly must not make this process large.
    await screen.flushed();
    if (count >= limit) break;
  }
  if (signal.aborted) return 130;
  if (count === 0) screen.message([[`sonde: ${words.transfer.noCheck}`]]);
  return count === 0 ? 1 : 0;
}

/** Gone since the page was read, or damaged: there is nothing to print then. */
function readLine(store: Store, { id }: CheckRow): string {
  const reading = readCheck(store, id);
  return reading.kind === 'read' && reading.value !== null ? jsonLine(reading.value) : '';
}

function refuse(problem: string, { screen }: Surroundings, exitCode: ExitCode = 2): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return exitCode;
}

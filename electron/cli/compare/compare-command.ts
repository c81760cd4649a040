import type { Check } from '../../../shared/check/check.ts';
import { compareChecks, inOrder } from '../../../shared/history/compare-checks.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { describeComparison } from '../../../shared/text/describe-comparison.ts';
import { findHost } from '../../store/hosts/find-host.ts';
import type { Store } from '../../store/store.ts';
import { findTurn, type Turn } from '../../transfer/find-turn.ts';
import { withHistory } from '../open-history.ts';
import { parseFlags } from '../parse-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { compareFlags } from './compare-flags.ts';
import { findPair, type PairFound } from './find-pair.ts';
import { formatComparison } from './format-comparison.ts';

/** `sonde compare`: what changed between two checks of the history. */
export async function compareCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen } = around;
  const parsed = parseFlags({ command: 'compare', flags: compareFlags, words: typed });
  if (parsed.kind === 'help') {
    const { compareHelp } = await import('./compare-help.ts');
    screen.resultText(compareHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') return refuse(parsed.problem, around);
  const { data, json, all } = parsed.values;
  const use = async (store: Store): Promise<ExitCode> => {
    const found = await findPair({ store, typed: parsed.words, words: around.words }, signal);
    if (found.kind === 'not_found') return refuse(found.problem, around);
    return show({ store, found, isJson: json === true, showsAll: all === true }, around, signal);
  };
  return withHistory({ dataFolder: typeof data === 'string' ? data : null, use }, around);
}

interface Showing {
  readonly store: Store;
  readonly found: Extract<PairFound, { kind: 'found' }>;
  readonly isJson: boolean;
  readonly showsAll: boolean;
}

async function show({ store, found, isJson, showsAll }: Showing, { screen, words }: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const comparison = compareChecks(inOrder(found.one, found.other));
  const { firstFailedAtMs } = await findTurnOf(store, comparison.newer, signal);
  const description = describeComparison(comparison, { firstFailedAtMs }, words);
  if (isJson) screen.resultText(jsonLine({ ...comparison, outcome: description.outcome, changes: description.clauses }));
  else screen.result(formatComparison({ comparison, description, showsAll }, words));
  return comparison.differences.some(({ changed }) => changed) ? 1 : 0;
}

async function findTurnOf(store: Store, { target, startedAtMs }: Check, signal: AbortSignal): Promise<Turn> {
  const host = findHost(store, target.host);
  if (host.kind === 'unreadable' || host.value === null) return { lastWorked: null, firstFailedAtMs: null };
  return findTurn(
    store,
    { hostId: host.value.id, endpoint: { port: target.port, transport: target.transport }, atMs: startedAtMs },
    signal,
  );
}

function refuse(problem: string, { screen }: Surroundings): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return 2;
}

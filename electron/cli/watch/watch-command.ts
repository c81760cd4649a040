import { formatCount, formatLimit } from '../../../shared/text/format.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { startStatistics, type Statistics } from '../../../shared/history/statistics.ts';
import type { Check } from '../../../shared/check/check.ts';
import { serviceById } from '../../../shared/service/find-service.ts';
import { watchEndpoint } from '../../watch/watch-endpoint.ts';
import type { WatchedCheck, WatchEnd } from '../../watch/watch-order.ts';
import type { Keeper } from '../keep.ts';
import { parseFlags } from '../parse-flags.ts';
import { startKeeping } from '../start-keeping.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { formatHeading, formatSummary, formatWatched } from './format-watch.ts';
import { readWatch, type WatchRequest } from './read-watch.ts';
import { watchFlags } from './watch-flags.ts';

/** `sonde watch`: checks one endpoint again and again, a line each, and tells at the end how it went. */
export async function watchCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words } = around;
  const parsed = parseFlags({ command: 'watch', flags: watchFlags, words: typed });
  if (parsed.kind === 'help') {
    const { watchHelp } = await import('./watch-help.ts');
    screen.resultText(watchHelp);
    return 0;
  }
  const reading = parsed.kind === 'wrong' ? parsed : await readWatch(parsed.words, parsed.values, words);
  if (reading.kind === 'wrong') {
    screen.message([[`sonde: ${reading.problem}`]]);
    return 2;
  }
  const keeper = await startKeeping(reading.request.flags, around);
  try {
    return await watchAndShow({ ...reading.request, keeper, ...around }, signal);
  } finally {
    keeper.close();
  }
}

interface Watching extends WatchRequest, Surroundings {
  readonly keeper: Keeper;
}

async function watchAndShow(watching: Watching, signal: AbortSignal): Promise<ExitCode> {
  const { order, flags, screen, words } = watching;
  const startedMs = performance.now();
  if (!flags.isJson) screen.result([formatHeading(order, words)]);
  let statistics = startStatistics().read();
  let last: Check | null = null;
  let intervalMs = order.intervalMs;
  const running = watchEndpoint(order, signal);
  for (;;) {
    const next = await running.next();
    if (next.done === true) {
      tellEnd(next.value, { statistics, last, lengthMs: performance.now() - startedMs }, watching);
      return exitCodeOf(next.value, last, flags.expected);
    }
    ({ statistics, check: last } = next.value);
    await show(next.value, watching, signal);
    if (next.value.intervalMs !== intervalMs) tellSlower(next.value, watching);
    intervalMs = next.value.intervalMs;
  }
}

async function show(watched: WatchedCheck, { flags, keeper, screen, words, rings }: Watching, signal: AbortSignal): Promise<void> {
  const [check = watched.check] = await keeper.keep([watched.check], signal);
  if (flags.isJson) screen.resultText(jsonLine(check));
  else screen.result([formatWatched({ ...watched, check }, words)]);
  if (rings && watched.changed) screen.bell();
}

function tellSlower({ check, intervalMs }: WatchedCheck, { screen, words }: Watching): void {
  screen.message([[words.watch.slowedDown(formatLimit(intervalMs, words.units), cautionOf(check, words))]]);
}

interface Told {
  readonly statistics: Statistics;
  readonly last: Check | null;
  readonly lengthMs: number;
}

function tellEnd(end: WatchEnd, { statistics, last, lengthMs }: Told, { flags, screen, words }: Watching): void {
  if (end === 'caution' && last !== null) {
    screen.message([[words.watch.stoppedForService(formatCount(statistics.checkCount, words.units), cautionOf(last, words))]]);
  }
  if (!flags.isJson && screen.isRead()) screen.result(formatSummary(statistics, lengthMs, words));
}

function cautionOf({ service }: Check, { watch }: Surroundings['words']): string {
  const caution = service === null ? null : (serviceById(service.id)?.caution ?? null);
  return caution === null ? '' : watch.cautions[caution];
}

function exitCodeOf(end: WatchEnd, last: Check | null, expected: Check['outcome']): ExitCode {
  if (end === 'stopped') return 130;
  if (end === 'changed') return 0;
  return last?.outcome === expected ? 0 : 1;
}

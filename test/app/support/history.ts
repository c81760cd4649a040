import { finishCheck } from '../../../electron/checks/run-check.ts';
import { openStore } from '../../../electron/store/open.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../electron/store/store.ts';
import type { Check } from '../../../shared/check/check.ts';
import { fillOptions, type ChosenOptions } from '../../../shared/check/options.ts';

const MINUTE_MS = 60_000;

/** One past check to make: really made now, then dated back, so that a history has days in it. */
export interface PastCheck {
  readonly host: string;
  readonly port: number;
  readonly agoMinutes: number;
  readonly options?: ChosenOptions;
}

/** Makes real checks and dates them back. */
export async function makePast(checks: readonly PastCheck[]): Promise<readonly Check[]> {
  const signal = new AbortController().signal;
  const made: Check[] = [];
  for (const { host, port, agoMinutes, options = {} } of checks) {
    const check = await finishCheck({ host, port, transport: 'tcp' }, fillOptions(options), signal);
    made.push({ ...check, startedAtMs: check.startedAtMs - agoMinutes * MINUTE_MS });
  }
  return made;
}

/** Saves checks into the history of a data folder, oldest first. */
export function saveHistory(folder: string, checks: readonly Check[]): void {
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
  const oldestFirst = checks.toSorted((a, b) => a.startedAtMs - b.startedAtMs);
  const saved = saveChecks(opening.store, oldestFirst);
  closeStore(opening.store);
  if (saved.kind === 'not_saved') throw new Error(saved.problem.detail);
}

import { setImmediate } from 'node:timers/promises';

import type { Check } from '../../shared/check/check.ts';
import { formatCount } from '../../shared/text/format.ts';
import { mayGoOn } from './consent.ts';
import type { Keeping } from './format-check.ts';
import type { Keeper } from './keep.ts';
import { makeChecks } from './make-checks.ts';
import { planChecks, type Part } from './plan.ts';
import { presentJson, presentToPeople } from './present.ts';
import type { CheckFlags } from './read-check-flags.ts';
import { startKeeping } from './start-keeping.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { watchProgress } from './watch-progress.ts';

/** The words of `sonde check`: targets and flags. */
export interface CheckWords {
  readonly words: readonly string[];
  readonly flags: CheckFlags;
}

/** `sonde check`: reads the targets, makes the checks, keeps and shows them. Bad targets end it before anything is sent. */
export async function checkCommand({ words: targets, flags }: CheckWords, around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words } = around;
  const plan = await planChecks(targets, flags, words);
  if (plan.kind === 'wrong') {
    screen.message([[`sonde: ${plan.problem}`]]);
    return 2;
  }
  if (!(await mayGoOn({ parts: plan.parts, flags }, around, signal))) return signal.aborted ? 130 : 2;
  const keeper = await startKeeping(flags, around);
  try {
    return await makeAndShow({ parts: plan.parts, flags, keeper, ...around }, signal);
  } finally {
    keeper.close();
  }
}

interface Making extends Surroundings {
  readonly parts: readonly Part[];
  readonly flags: CheckFlags;
  readonly keeper: Keeper;
}

async function makeAndShow({ parts, flags, keeper, screen, words, sweepWorkerFile }: Making, signal: AbortSignal): Promise<ExitCode> {
  const total = parts.reduce((sum, { portCount }) => sum + portCount, 0);
  const presenter = flags.isJson ? presentJson(screen) : presentToPeople(parts, screen, words);
  const progress = watchProgress(total, screen, words);
  let done = 0;
  let areAllExpected = true;
  const work = { parts, ratePerSecond: flags.ratePerSecond, tellsAll: flags.isSaved || flags.isJson, sweepWorkerFile, see: progress.see };
  for await (const { part, checks, counted } of makeChecks(work, signal)) {
    done += checks.length + [...counted.values()].reduce((sum, count) => sum + count, 0);
    progress.count(done);
    areAllExpected &&= [...counted.keys(), ...checks.map(({ outcome }) => outcome)].every((outcome) => outcome === flags.expected);
    const kept = await keeper.keep(checks, signal);
    await presenter.take({ part, checks: kept, counted }, keepingOf(kept, flags));
    // Batches that wait already would leave no turn for an interrupt to arrive.
    await setImmediate();
  }
  progress.end();
  await presenter.end();
  if (!signal.aborted) return areAllExpected && done === total ? 0 : 1;
  if (total > 1 && screen.isRead())
    screen.message([[words.terminal.interrupted(formatCount(done, words.units), formatCount(total, words.units))]]);
  return 130;
}

function keepingOf([first]: readonly Check[], { isSaved }: CheckFlags): Keeping {
  if (!isSaved) return 'unwanted';
  return first?.id == null ? 'not_saved' : 'saved';
}

import type { Check } from '../../../shared/check/check.ts';
import type { Outcome } from '../../../shared/check/outcome.ts';
import { stages } from '../../../shared/check/stage.ts';
import type { Target } from '../../../shared/check/target.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { AddressProgress, CheckProgress, StageProgress } from '../../../shared/check/check-progress.ts';
import { endedStageText, skippedStageText } from './stage-text.ts';

/** One row of the stages: a stage, or one address of the connect stage. */
export interface StageRow {
  readonly key: string;
  /** Empty on the second and further rows of a stage. */
  readonly label: string;
  readonly what: string;
  /** `what` is something a wire or a shell sees. */
  readonly isExact: boolean;
  /** When it ran, from the start of the check; null while it did not. A running one has no length yet. */
  readonly bar: { readonly offsetMs: number; readonly durationMs: number | null } | null;
  /** How long a running one may take, or null. */
  readonly limitMs: number | null;
  /** How it ended, where not well. */
  readonly outcome: Outcome | null;
  /** What it brought, where well and worth a word. */
  readonly brought: string;
}

/** What the rows are made from. `check` is null while it runs. */
export interface StagesToShow {
  readonly target: Target;
  readonly progress: CheckProgress;
  readonly check: Check | null;
}

/** One row for each stage, and for each address that was dialled. */
export function stageRows(shown: StagesToShow, words: Words): readonly StageRow[] {
  return stages.flatMap((stage) => {
    const found = shown.progress.stages.find((one) => one.stage === stage);
    if (stage === 'connect' && shown.progress.addresses.length > 0) return addressRows(shown.progress, found, words);
    return [{ key: stage, label: words.stages[stage], ...stageRow(found, shown, words) }];
  });
}

/** The last moment any of them knows of, in milliseconds from the start of the check. */
export function lastMoment(rows: readonly StageRow[]): number {
  return Math.max(0, ...rows.map(({ bar }) => (bar === null ? 0 : bar.offsetMs + (bar.durationMs ?? 0))));
}

const idle = { isExact: false, bar: null, limitMs: null, outcome: null, brought: '' } as const;

function stageRow(found: StageProgress | undefined, shown: StagesToShow, words: Words): Omit<StageRow, 'key' | 'label'> {
  if (found === undefined) return { ...idle, what: '' };
  if (found.kind === 'running') {
    return {
      ...idle,
      what: words.window.stages.waiting,
      bar: { offsetMs: found.offsetMs, durationMs: null },
      limitMs: found.limitMs,
    };
  }
  if (found.outcome === 'skipped') return { ...idle, what: skippedStageText(found.stage, shown, words) };
  const failed = found.outcome === 'failed';
  return {
    ...endedStageText(found, shown, words),
    bar: { offsetMs: found.offsetMs, durationMs: found.durationMs },
    limitMs: null,
    outcome: failed ? (shown.check?.outcome ?? null) : null,
  };
}

function addressRows({ addresses }: CheckProgress, stage: StageProgress | undefined, words: Words): readonly StageRow[] {
  const limitMs = stage?.kind === 'running' ? stage.limitMs : null;
  return addresses.map((address, index) => addressRow(address, { limitMs, label: index === 0 ? words.stages.connect : '' }));
}

function addressRow(address: AddressProgress, row: Pick<StageRow, 'limitMs' | 'label'>): StageRow {
  const base = { ...row, key: address.address, what: address.address, isExact: true, brought: '' };
  if (address.kind === 'running') return { ...base, bar: { offsetMs: address.offsetMs, durationMs: null }, outcome: null };
  return {
    ...base,
    limitMs: null,
    bar: { offsetMs: address.offsetMs, durationMs: address.durationMs },
    outcome: address.outcome === 'succeeded' ? null : address.outcome,
  };
}

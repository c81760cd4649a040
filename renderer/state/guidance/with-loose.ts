import { readCase, type CaseEntry } from '../../../shared/guidance/case.ts';
import type { GatheredEvidence } from '../../../shared/guidance/gathered-evidence.ts';
import { lastChangedAtMs } from '../../../shared/guidance/ledger.ts';

/** What the history knows, together with what was done and could not be kept. */
export function withLoose(gathered: GatheredEvidence, entries: readonly CaseEntry[]): GatheredEvidence {
  if (entries.length === 0) return gathered;
  const { measurements, facts, typed, answers, ledger } = readCase({ entries });
  const { evidence } = gathered;
  const given = Object.fromEntries(
    Object.entries(answers).flatMap(([inquiry, answer]) => (answer === undefined ? [] : [[inquiry, answer]])),
  );
  return {
    ...gathered,
    evidence: {
      ...evidence,
      measurements: [...evidence.measurements, ...measurements],
      facts: [...evidence.facts, ...facts],
      typed: { ...evidence.typed, ...typed },
      changedAtMs: lastChangedAtMs(ledger) ?? evidence.changedAtMs,
    },
    answers: { ...gathered.answers, ...given },
  };
}

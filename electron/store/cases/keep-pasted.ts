import type { Check } from '../../../shared/check/check.ts';
import { FACTS_KEPT } from '../../../shared/guidance/case.ts';
import type { Measurement } from '../../../shared/guidance/measurement.ts';
import type { ServerFact } from '../../../shared/guidance/server-fact.ts';
import type { CasePlace, EntryWritten } from '../../../shared/ipc/case-place.ts';
import type { NotWritten } from '../changing.ts';
import { enterCase, findCase, refusalOf } from './case-place.ts';
import { fileCheck } from './file-check.ts';
import { learnSystem } from '../hosts/host-system.ts';
import { insertChecks } from '../checks/save-checks.ts';
import type { Store } from '../store.ts';
import { writeEntry } from './write-entry.ts';
import { writing } from '../writing.ts';

/** What a pasted text told, and where it belongs. */
export interface Pasted {
  /** Null: no case has it. */
  readonly place: CasePlace | null;
  readonly checks: readonly Check[];
  readonly measurements: readonly Measurement[];
  readonly facts: readonly ServerFact[];
  readonly nowMs: number;
}

/** The checks with their numbers, and what the case said; null without a case. */
export type PastedKept =
  { readonly kind: 'written'; readonly checks: readonly Check[]; readonly inCase: Exclude<EntryWritten, NotWritten> | null } | NotWritten;

/** Keeps what a pasted text told, all of it in one transaction: checks with their hosts, everything in its case. Never throws for reasons of the disk or the file. */
export function keepPasted(store: Store, pasted: Pasted): PastedKept {
  const written = writing(store, () => keepInside(store, pasted));
  return written.kind === 'committed' ? { kind: 'written', ...written.value } : written;
}

function keepInside(store: Store, pasted: Pasted): Omit<Extract<PastedKept, { kind: 'written' }>, 'kind'> {
  const { place, nowMs } = pasted;
  const found = place === null ? null : findCase(store, place);
  const ids = insertChecks(store, pasted.checks, 'imported');
  const checks = pasted.checks.map((check, index) => ({ ...check, id: ids[index] ?? null }));
  if (place === null) return { checks, inCase: null };
  const refusal = found === null ? { kind: 'gone' as const } : refusalOf(found, 'pasted');
  if (found === null || refusal !== null) return { checks, inCase: refusal };
  const caseId = enterCase(store, found, nowMs);
  for (const checkId of ids) fileCheck(store, { caseId, hostId: found.hostId, checkId });
  for (const measurement of pasted.measurements) writeEntry(store, caseId, { kind: 'measured', atMs: nowMs, measurement });
  if (pasted.facts.length > 0) {
    const entry = { kind: 'pasted', atMs: nowMs, facts: pasted.facts.slice(0, FACTS_KEPT) } as const;
    writeEntry(store, caseId, entry);
    learnSystem(store, found.hostId, entry);
  }
  return { checks, inCase: { kind: 'written', caseId } };
}

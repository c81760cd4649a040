import type { Check } from '../../shared/check/check.ts';
import type { Transport } from '../../shared/check/target.ts';
import type { Answers } from '../../shared/guidance/answers.ts';
import { readCase } from '../../shared/guidance/case.ts';
import type { GatheredEvidence } from '../../shared/guidance/gathered-evidence.ts';
import { lastWorked } from '../../shared/guidance/reading/other-checks.ts';
import { countChecksOf } from '../store/checks/count-checks-of.ts';
import { findHost } from '../store/hosts/find-host.ts';
import { findHostOfCheck, findNewestCheck } from '../store/checks/find-check.ts';
import { readCheck } from '../store/checks/read-check.ts';
import { readStatistics } from '../store/past/read-statistics.ts';
import type { Store } from '../store/store.ts';
import type { StoreReading } from '../store/store-reading.ts';
import { surroundingsOf, type SurroundingsOfCheck } from '../store/cases/surroundings-of.ts';
import { bareEvidence } from './bare-evidence.ts';

/** What guidance is wanted about: a kept check, the newest one of an endpoint, or a check that was not kept. */
export type EvidenceWanted =
  | { readonly kind: 'check'; readonly checkId: number }
  | { readonly kind: 'endpoint'; readonly hostId: number; readonly port: number; readonly transport: Transport }
  | { readonly kind: 'unsaved'; readonly check: Check };

/** Everything the history knows that guidance about a check stands on; null without such a check. Never rejects for reasons of the disk or the file. */
export async function gatherEvidence(store: Store, wanted: EvidenceWanted): Promise<StoreReading<GatheredEvidence | null>> {
  const subject = findSubject(store, wanted);
  if (subject.kind === 'unreadable' || subject.value === null)
    return subject.kind === 'unreadable' ? subject : { kind: 'read', value: null };
  const { check, hostId } = subject.value;
  return hostId === null ? { kind: 'read', value: bareEvidence(check) } : gatherAround(store, { check, hostId });
}

interface Subject {
  readonly check: Check;
  /** Null while the host is not in the history. */
  readonly hostId: number | null;
}

interface KnownSubject extends Subject {
  readonly hostId: number;
}

function findSubject(store: Store, wanted: EvidenceWanted): StoreReading<Subject | null> {
  switch (wanted.kind) {
    case 'unsaved': {
      const host = findHost(store, wanted.check.target.host);
      return host.kind === 'unreadable' ? host : { kind: 'read', value: { check: wanted.check, hostId: host.value?.id ?? null } };
    }
    case 'endpoint': {
      const checkId = findNewestCheck(store, wanted);
      if (checkId.kind === 'unreadable') return checkId;
      return checkId.value === null ? { kind: 'read', value: null } : findSubject(store, { kind: 'check', checkId: checkId.value });
    }
    case 'check': {
      const hostId = findHostOfCheck(store, wanted.checkId);
      if (hostId.kind === 'unreadable') return hostId;
      const check = hostId.value === null ? null : readCheck(store, wanted.checkId);
      if (check?.kind === 'unreadable') return check;
      return { kind: 'read', value: check?.value == null ? null : { check: check.value, hostId: hostId.value } };
    }
  }
}

/** Checks are read around one; a day of its endpoint is summed up. */
async function gatherAround(store: Store, { check, hostId }: KnownSubject): Promise<StoreReading<GatheredEvidence>> {
  const { target, vantage, startedAtMs, caseId } = check;
  const { port, transport } = target;
  const around = surroundingsOf(store, { hostId, port, transport, caseId, vantage, startedAtMs, id: check.id ?? Number.MAX_SAFE_INTEGER });
  if (around.kind === 'unreadable') return around;
  const counts = countChecksOf(store, { hostId, endpoint: { port, transport } });
  if (counts.kind === 'unreadable') return counts;
  const lastDay = await readStatistics(store, { hostId, port, transport, fromMs: startedAtMs - DAY_MS, toMs: startedAtMs + 1 });
  if (lastDay.kind === 'unreadable') return lastDay;
  const gathered = addSurroundings(bareEvidence(check), around.value);
  return { kind: 'read', value: { ...gathered, hostId, counts: counts.value, lastDay: lastDay.value } };
}

const DAY_MS = 86_400_000;

function addSurroundings(bare: GatheredEvidence, around: SurroundingsOfCheck): GatheredEvidence {
  const { measurements, facts, typed, answers } = readCase({ entries: around.case?.entries ?? [] });
  const evidence = {
    ...bare.evidence,
    checks: [...around.checks],
    measurements,
    facts: [...around.facts, ...facts],
    typed,
    changedAtMs: around.changedAtMs,
  };
  return { ...bare, evidence, answers: withoutTakenBack(answers), case: around.case, lastSuccessId: lastWorked(evidence)?.id ?? null };
}

function withoutTakenBack(answers: Answers): GatheredEvidence['answers'] {
  return Object.fromEntries(Object.entries(answers).filter(([, given]) => given !== undefined));
}

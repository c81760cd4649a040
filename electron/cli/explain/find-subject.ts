import type { Check } from '../../../shared/check/check.ts';
import { EARLIER_CHECKS_READ } from '../../../shared/guidance/evidence.ts';
import type { Words } from '../../../shared/text/words.ts';
import { finishCheck } from '../../checks/run-check.ts';
import { findHost } from '../../store/find-host.ts';
import { readCheck } from '../../store/read-check.ts';
import { recentChecks } from '../../store/recent-checks.ts';
import { saveChecks } from '../../store/save-checks.ts';
import type { Store } from '../../store/store.ts';
import type { CheckFlags } from '../read-check-flags.ts';
import { planChecks } from '../plan.ts';
import type { ExplainRequest } from './read-explain.ts';

/** A check to explain with the others of its host, or one sentence about why there is none. */
export type SubjectFound =
  | { readonly kind: 'found'; readonly check: Check; readonly checks: readonly Check[] }
  | { readonly kind: 'not_found'; readonly problem: string };

/** Where to look, and how a target is checked. */
export interface SubjectWanted {
  readonly subject: ExplainRequest['subject'];
  /** Null when nothing is to be kept: then there is no history either. */
  readonly store: Store | null;
  readonly flags: CheckFlags;
  readonly words: Words;
}

/** Finds the check of a number, or checks a target now and keeps that. */
export async function findSubject({ subject, store, flags, words }: SubjectWanted, signal: AbortSignal): Promise<SubjectFound> {
  if (subject.kind === 'target') return checkNow(subject.words, { store, flags, words }, signal);
  if (store === null) return missing('A check by its number is in the history: leave out --no-save.');
  const reading = readCheck(store, subject.id);
  if (reading.kind === 'unreadable') return missing(`Check ${subject.id} cannot be read: ${reading.problem.detail}`);
  const check = reading.value;
  if (check === null) return missing(`There is no check ${subject.id}; sonde history shows the numbers.`);
  return { kind: 'found', check, checks: othersOf(check, store) };
}

async function checkNow(
  typed: readonly string[],
  { store, flags, words }: Omit<SubjectWanted, 'subject'>,
  signal: AbortSignal,
): Promise<SubjectFound> {
  const plan = await planChecks(typed, flags, words);
  if (plan.kind === 'wrong') return missing(plan.problem);
  const [part, ...more] = plan.parts;
  const [ports] = part?.ports ?? [];
  if (part === undefined || ports === undefined || more.length > 0 || part.portCount > 1) return missing('Name one target with one port.');
  const { host, transport, options } = part;
  const check = await finishCheck({ host, transport, port: ports.first }, options, signal);
  if (store === null) return { kind: 'found', check, checks: [] };
  const saved = saveChecks(store, [check]);
  const kept = saved.kind === 'saved' ? { ...check, id: saved.ids[0] ?? null } : check;
  return { kind: 'found', check: kept, checks: othersOf(kept, store) };
}

/** What cannot be read of the history is left out: the explanation stands on what is there. */
function othersOf(check: Check, store: Store): readonly Check[] {
  const host = findHost(store, check.target.host);
  if (host.kind === 'unreadable' || host.value === null) return [];
  const recent = recentChecks(store, { hostId: host.value.id, limit: EARLIER_CHECKS_READ });
  return recent.kind === 'unreadable' ? [] : recent.value.filter(({ id }) => id !== check.id);
}

function missing(problem: string): SubjectFound {
  return { kind: 'not_found', problem };
}

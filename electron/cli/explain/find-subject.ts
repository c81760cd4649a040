import type { GatheredEvidence } from '../../../shared/guidance/gathered-evidence.ts';
import type { Words } from '../../../shared/text/words.ts';
import { bareEvidence } from '../../cases/bare-evidence.ts';
import { gatherEvidence } from '../../cases/gather-evidence.ts';
import { finishCheck } from '../../checks/run-check.ts';
import { saveChecks } from '../../store/checks/save-checks.ts';
import type { Store } from '../../store/store.ts';
import type { CheckFlags } from '../read-check-flags.ts';
import { planChecks } from '../plan.ts';
import type { ExplainRequest } from './read-explain.ts';

/** A check to explain with what the history knows around it, its case among that; or one sentence about why there is none. */
export type SubjectFound =
  ({ readonly kind: 'found' } & Pick<GatheredEvidence, 'evidence' | 'answers'>) | { readonly kind: 'not_found'; readonly problem: string };

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
  const gathered = await gatherEvidence(store, { kind: 'check', checkId: subject.id });
  if (gathered.kind === 'unreadable') return missing(`Check ${subject.id} cannot be read: ${gathered.problem.detail}`);
  if (gathered.value === null) return missing(`There is no check ${subject.id}; sonde history shows the numbers.`);
  return found(gathered.value);
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
  if (store === null) return found(bareEvidence(check));
  const saved = saveChecks(store, [check]);
  const kept = saved.kind === 'saved' ? { ...check, id: saved.ids[0] ?? null } : check;
  const gathered = await gatherEvidence(store, { kind: 'unsaved', check: kept });
  // What cannot be read of the history is left out: the explanation stands on what is there.
  return found(gathered.kind === 'read' && gathered.value !== null ? gathered.value : bareEvidence(kept));
}

function found({ evidence, answers }: GatheredEvidence): SubjectFound {
  return { kind: 'found', evidence, answers };
}

function missing(problem: string): SubjectFound {
  return { kind: 'not_found', problem };
}

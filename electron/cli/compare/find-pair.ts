import type { Check } from '../../../shared/check/check.ts';
import { formatTarget } from '../../../shared/check/target.ts';
import { readTarget } from '../../../shared/paste/read-target.ts';
import { describeTargetProblem } from '../../../shared/text/target-problem-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import { findHost } from '../../store/hosts/find-host.ts';
import { pageChecks } from '../../store/checks/page-checks.ts';
import { readCheck } from '../../store/checks/read-check.ts';
import type { Store } from '../../store/store.ts';
import { findTurn } from '../../transfer/find-turn.ts';
import { groupWords } from '../group-words.ts';

/** The two checks a command line names, or a sentence why they are not there. */
export type PairFound =
  { readonly kind: 'found'; readonly one: Check; readonly other: Check } | { readonly kind: 'not_found'; readonly problem: string };

/** The words after `sonde compare`, and where to look. */
export interface PairWanted {
  readonly store: Store;
  readonly typed: readonly string[];
  readonly words: Words;
}

/** Finds two checks by their numbers, or by an endpoint: its last check and the last that worked before it. */
export async function findPair({ store, typed, words }: PairWanted, signal: AbortSignal): Promise<PairFound> {
  const [first, second, ...more] = typed;
  if (first !== undefined && second !== undefined && more.length === 0 && isNumber(first) && isNumber(second)) {
    return pairOf(store, [Number(first), Number(second)]);
  }
  const [target, ...others] = groupWords(typed);
  if (target === undefined || isNumber(target) || others.length > 0) {
    return missing('Name two checks by their numbers, for example: sonde compare 118 121');
  }
  return findLastTwo({ store, text: target, words }, signal);
}

function isNumber(word: string): boolean {
  return /^\d{1,15}$/u.test(word);
}

function pairOf(store: Store, [firstId, secondId]: readonly [number, number]): PairFound {
  const [one, other] = [readOne(store, firstId), readOne(store, secondId)];
  if (typeof one === 'string') return missing(one);
  return typeof other === 'string' ? missing(other) : { kind: 'found', one, other };
}

function readOne(store: Store, id: number): Check | string {
  const reading = readCheck(store, id);
  if (reading.kind === 'unreadable') return `Check ${id} cannot be read: ${reading.problem.detail}`;
  return reading.value ?? `There is no check ${id}; sonde history shows the numbers.`;
}

interface EndpointNamed extends Pick<PairWanted, 'store' | 'words'> {
  readonly text: string;
}

async function findLastTwo({ store, text, words }: EndpointNamed, signal: AbortSignal): Promise<PairFound> {
  const reading = readTarget(text);
  if (reading.kind === 'unreadable') return missing(describeTargetProblem(reading.problem, words.targetProblems));
  const { host, transport, ports } = reading;
  const [range] = ports;
  if (range === undefined || range.first !== range.last || ports.length > 1) return missing('Name one port.');
  const endpoint = { port: range.first, transport };
  const name = formatTarget({ host, port: range.first });
  const found = findHost(store, host);
  if (found.kind === 'unreadable') return missing(found.problem.detail);
  const page = found.value === null ? null : pageChecks(store, { hostId: found.value.id, endpoint, limit: 1 });
  const newest = page?.kind === 'listed' ? page.rows[0] : undefined;
  if (found.value === null || newest === undefined) return missing(`${name} was never checked.`);
  const { lastWorked } = await findTurn(store, { hostId: found.value.id, endpoint, atMs: newest.startedAtMs }, signal);
  if (lastWorked === null) return missing(`${name} has no earlier check that worked; name two checks by their numbers.`);
  return pairOf(store, [lastWorked.id, newest.id]);
}

function missing(problem: string): PairFound {
  return { kind: 'not_found', problem };
}

import * as v from 'valibot';

import type { Answers } from '../../../shared/guidance/answers.ts';
import { evidenceSchema, type Evidence } from '../../../shared/guidance/evidence.ts';
import { buildCheck, CHECKED_AT_MS, type BriefCheck } from './build-check.ts';

/** What is known in a scenario and what has to come of it: a file of test/scenarios. */
export interface Scenario {
  /** What somebody would call it. */
  readonly title: string;
  readonly here?: Evidence['here'];
  readonly check: BriefCheck;
  readonly others?: readonly BriefCheck[];
  /** Requests with what they found; made a minute after the check. */
  readonly measurements?: readonly { readonly request: unknown; readonly finding: unknown; readonly vantage?: string }[];
  /** Learnt a minute after the check, unless `atMinutes` says otherwise. */
  readonly facts?: readonly Readonly<Record<string, unknown>>[];
  /** Answers by inquiry, given two minutes after the check. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Minutes after the check. */
  readonly changedAtMinutes?: number;
  readonly expect: {
    readonly symptom: string;
    /** The nodes of the path in order; measurements that were not made go on as "unknown". */
    readonly path: readonly string[];
    /** The node that waits for an answer, or null at the end. */
    readonly next: string | null;
    readonly finding: string | null;
    /** The first two. */
    readonly causes: readonly [string, string];
    readonly likelihood?: string;
    /** Commands that have to be among the advice, whole. */
    readonly commands?: readonly string[];
  };
}

/** The evidence and answers of a scenario, as real ones: throws when they would be none. */
export function evidenceOf({ here, check, others = [], measurements = [], facts = [], changedAtMinutes }: Scenario): Evidence {
  return v.parse(evidenceSchema, {
    check: buildCheck(check),
    checks: others.map(buildCheck),
    measurements: measurements.map((one) => ({ vantage: 'here', startedAtMs: CHECKED_AT_MS + 60_000, ...one })),
    facts: facts.map(({ atMinutes, ...fact }) => ({ source: 'pasted', line: null, atMs: minutes(atMinutes ?? 1), ...fact })),
    here: here ?? 'linux',
    changedAtMs: changedAtMinutes === undefined ? null : minutes(changedAtMinutes),
    typed: {},
  });
}

/** The answers of a scenario. */
export function answersOf({ answers = {} }: Scenario): Answers {
  return Object.fromEntries(Object.entries(answers).map(([inquiry, answer]) => [inquiry, { answer, atMs: minutes(2) }]));
}

function minutes(count: unknown): number {
  return CHECKED_AT_MS + Number(count) * 60_000;
}

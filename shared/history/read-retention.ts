import * as v from 'valibot';

import { retentionPolicySchema, type RetentionPolicy } from './retention-policy.ts';

/** What is typed to say how much is kept; empty is no limit. */
export interface RetentionTyped {
  readonly successDays: string;
  readonly failureDays: string;
  readonly perHost: string;
  readonly inAll: string;
}

/** A policy, or which field cannot be read and why. */
export type RetentionReading =
  | { readonly kind: 'read'; readonly policy: RetentionPolicy }
  | { readonly kind: 'wrong'; readonly field: keyof RetentionTyped; readonly problem: 'not_a_number' | 'shorter_than_successes' };

/** Reads what was typed. Spaces between thousands are taken. */
export function readRetention(typed: RetentionTyped): RetentionReading {
  for (const field of fields) if (Number.isNaN(readLimit(typed[field]) ?? 0)) return { kind: 'wrong', field, problem: 'not_a_number' };
  const [perHost, inAll] = [readLimit(typed.perHost), readLimit(typed.inAll)];
  const policy = v.safeParse(retentionPolicySchema, {
    successes: { days: readLimit(typed.successDays), perHost, inAll },
    failures: { days: readLimit(typed.failureDays), perHost, inAll },
  });
  // Only the days can differ.
  return policy.success
    ? { kind: 'read', policy: policy.output }
    : { kind: 'wrong', field: 'failureDays', problem: 'shorter_than_successes' };
}

/** The same, back as it is typed. */
export function typeRetention({ successes, failures }: RetentionPolicy): RetentionTyped {
  const type = (limit: number | null): string => (limit === null ? '' : String(limit));
  return {
    successDays: type(successes.days),
    failureDays: type(failures.days),
    perHost: type(successes.perHost),
    inAll: type(successes.inAll),
  };
}

const fields = ['successDays', 'failureDays', 'perHost', 'inAll'] as const satisfies readonly (keyof RetentionTyped)[];

/** What the policy takes at most. */
const LARGEST = 100_000_000;

/** NaN for what is no whole number from 1 on; null for nothing. */
function readLimit(text: string): number | null {
  const digits = text.replaceAll(/\s/gu, '');
  if (digits === '') return null;
  const number = /^\d{1,9}$/u.test(digits) ? Number(digits) : NaN;
  return number >= 1 && number <= LARGEST ? number : NaN;
}

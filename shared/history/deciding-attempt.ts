import type { Check } from '../check/check.ts';
import type { AddressAttempt } from '../check/evidence.ts';

/** The address an outcome is about: the one that failed, else the first good one, which the check went on with; null when none was dialled. */
export function decidingAttempt({ failure, addresses }: Check): AddressAttempt | null {
  const named = addresses.find((attempt) => attempt.address === failure?.address);
  return named ?? addresses.find((attempt) => attempt.outcome === 'succeeded') ?? null;
}

import type { Check } from '../../check/check.ts';
import { readAddress } from '../../check/ip-address.ts';
import { decidingAttempt } from '../../history/deciding-attempt.ts';

/** The address a check is about: the one that decided, else the one it was given or resolved to; null while none is known. */
export function targetAddress(check: Check): string | null {
  const { target, failure, resolution } = check;
  return (
    decidingAttempt(check)?.address ?? failure?.address ?? readAddress(target.host)?.address ?? resolution?.addresses[0]?.address ?? null
  );
}

import type { Check } from '../../../shared/check/check.ts';

const MINUTE_MS = 60_000;

/** How a check is repeated into the past. */
export interface Repetition {
  /** The newest of them, minutes before now. */
  readonly from: number;
  readonly every: number;
  readonly count: number;
}

/** The same check many times, at other times and with other durations: a past that takes no time to make. */
export function repeatCheck(check: Check, { from, every, count }: Repetition): readonly Check[] {
  return Array.from({ length: count }, (_, place) => ({
    ...lasting(check, 0.8 + 0.5 * noise(place) + (noise(place * 7 + 3) > 0.95 ? 1.5 : 0)),
    startedAtMs: Math.round(check.startedAtMs - (from + place * every) * MINUTE_MS),
  }));
}

/** The check as if nothing had come back until our own limit of 5 s. */
export function asTimedOut(check: Check): Check {
  const [attempt] = check.addresses;
  if (attempt === undefined) throw new Error('A check that dialled an address is needed.');
  const failure: NonNullable<Check['failure']> = {
    operation: 'connect',
    code: 'connection_timed_out',
    systemCode: null,
    detail: null,
    address: attempt.address,
    elapsedMs: 5_000,
  };
  return {
    ...check,
    ...{ outcome: 'timed_out', failure, durationMs: 5_001, greeting: null, http: null, tls: null },
    stages: check.stages.map((record) => {
      if (record.stage === 'resolve') return record;
      return record.stage === 'connect'
        ? { ...record, outcome: 'failed', durationMs: 5_000 }
        : { ...record, outcome: 'skipped', offsetMs: 5_001, durationMs: 0 };
    }),
    addresses: [{ ...attempt, outcome: 'timed_out', durationMs: 5_000 }],
  };
}

function lasting(check: Check, factor: number): Check {
  const times = <Timed extends { readonly durationMs: number }>(timed: Timed): Timed => ({
    ...timed,
    durationMs: Math.round(timed.durationMs * factor * 1_000) / 1_000,
  });
  if (check.outcome === 'timed_out') return check;
  return { ...times(check), stages: check.stages.map(times), addresses: check.addresses.map(times) };
}

/** The same numbers between 0 and 1 every time. */
function noise(place: number): number {
  const value = Math.sin(place * 12.9898 + 4.1) * 43_758.5453;
  return value - Math.floor(value);
}

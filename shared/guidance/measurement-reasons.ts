import type { Evidence } from './evidence.ts';
import { measuredInquiries } from './inquiries/measured.ts';
import { readInquiry } from './inquiry.ts';
import type { Measurement } from './measurement.ts';
import type { Reason } from './reason.ts';

/** What one measurement says by itself, as reasons; empty when it says nothing guidance reads. */
export function reasonsOfMeasurement(measurement: Measurement, { check, here }: Pick<Evidence, 'check' | 'here'>): readonly Reason[] {
  const alone: Evidence = {
    // Seen from where it was made, whenever that was.
    check: { ...check, vantage: measurement.vantage, startedAtMs: measurement.startedAtMs },
    checks: [],
    measurements: [measurement],
    facts: [],
    here,
    changedAtMs: null,
    typed: {},
  };
  const readings = Object.values(measuredInquiries).map((inquiry) => readInquiry(inquiry, alone));
  const reasons = readings.flatMap((reading) => reading?.because ?? []).filter(({ source }) => source.kind === 'measurement');
  return reasons.filter((reason, place) => reasons.findIndex(({ kind }) => kind === reason.kind) === place);
}

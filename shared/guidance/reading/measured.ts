import type { Evidence } from '../evidence.ts';
import type { ControlProbe, Finding, Measurement } from '../measurement.ts';

/** A measurement older than this before the check says nothing about it, in milliseconds. */
const OLDEST_BEFORE_MS = 1_800_000;

/** A measurement with what it found. */
export interface Measured<Kind extends Finding['kind']> {
  readonly measurement: Measurement;
  readonly finding: Extract<Finding, { readonly kind: Kind }>;
}

/** The newest measurement of a kind from the check's place, or null; a control probe by what it is for. */
export function measured<Kind extends Finding['kind']>(evidence: Evidence, kind: Kind, probe?: ControlProbe): Measured<Kind> | null {
  for (const measurement of newestFirst(evidence)) {
    const { request, finding } = measurement;
    if (probe !== undefined && (request.kind !== 'control' || request.probe !== probe)) continue;
    if (isOfKind(finding, kind)) return { measurement, finding };
  }
  return null;
}

/** The newest try of a measurement that brought nothing, or null. */
export function unavailable({ measurements }: Evidence, kind: Finding['kind'], probe?: ControlProbe): Measured<'unavailable'> | null {
  for (const measurement of measurements) {
    const { request, finding } = measurement;
    if (request.kind !== kind || finding.kind !== 'unavailable') continue;
    if (probe === undefined || (request.kind === 'control' && request.probe === probe)) return { measurement, finding };
  }
  return null;
}

function newestFirst({ check, measurements }: Evidence): readonly Measurement[] {
  return measurements
    .filter(({ vantage, startedAtMs }) => vantage === check.vantage && startedAtMs >= check.startedAtMs - OLDEST_BEFORE_MS)
    .toSorted((one, other) => other.startedAtMs - one.startedAtMs);
}

function isOfKind<Kind extends Finding['kind']>(finding: Finding, kind: Kind): finding is Extract<Finding, { readonly kind: Kind }> {
  return finding.kind === kind;
}

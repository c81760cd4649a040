import type { Finding } from '../../guidance/measurement.ts';
import type { ToldMeasurement } from '../output/told.ts';

/** One answer of a name server. */
export type DnsAnswer = Extract<Finding, { readonly kind: 'dns' }>['answers'][number];

/** Whom was asked what: null is the system's own way. */
export interface DnsQuestion {
  readonly server: string | null;
  readonly recordKind: string;
}

/** An answer as a tool printed it; times it does not print are 0. */
export function answered({ server, recordKind }: DnsQuestion, records: readonly string[]): DnsAnswer {
  return { server, recordKind, kind: 'answered', records: [...records], timeToLiveSeconds: null, durationMs: 0 };
}

/** An answer without records, or none at all. */
export function unanswered(server: string | null, kind: DnsAnswer['kind'], recordKind = 'A'): DnsAnswer {
  return { ...answered({ server, recordKind }, []), kind };
}

/** Addresses, sorted into A and AAAA. */
export function addressAnswers(server: string | null, addresses: readonly string[]): readonly DnsAnswer[] {
  const six = addresses.filter((address) => address.includes(':'));
  const four = addresses.filter((address) => !address.includes(':'));
  return [
    ...(four.length > 0 ? [answered({ server, recordKind: 'A' }, four)] : []),
    ...(six.length > 0 ? [answered({ server, recordKind: 'AAAA' }, six)] : []),
  ];
}

/** What name servers answered for a name. */
export function dnsMeasured(name: string, answers: readonly DnsAnswer[]): ToldMeasurement {
  return { kind: 'measured', request: { kind: 'dns', name }, finding: { kind: 'dns', answers: [...answers] } };
}

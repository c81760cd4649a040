import { isLoopback } from '../../check/loopback.ts';
import { readAddress } from '../../check/ip-address.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../measurement.ts';
import { earlierChecks } from '../reading/other-checks.ts';
import { sourceOfCheck } from '../reading/sources.ts';
import type { ReasonSlots } from '../reason.ts';
import { see } from './measured-signs.ts';
import type { See } from './sign.ts';

/** A well-known name resolves: DNS as such works here. */
export const controlResolved: See = ({ check }) => {
  const control = check.resolution?.control ?? null;
  return control?.resolved === true ? { kind: 'control_resolved', name: control.name, source: sourceOfCheck(check) } : null;
};

/** A well-known name does not resolve either: all names fail. */
export const controlFailed: See = ({ check }) => {
  const control = check.resolution?.control ?? null;
  return control?.resolved === false ? { kind: 'control_failed', name: control.name, source: sourceOfCheck(check) } : null;
};

/** The resolver, asked directly, said one of these. */
export function resolverSaid(...answers: readonly ReasonSlots['resolver_said']['answer'][]): See {
  return ({ check }) => {
    const { resolution } = check;
    for (const { kind } of resolution?.answers ?? []) {
      if (kind !== 'answered' && answers.includes(kind)) {
        return { kind: 'resolver_said', server: resolution?.servers[0] ?? null, answer: kind, source: sourceOfCheck(check) };
      }
    }
    return null;
  };
}

/** A name of one word, which needs a search suffix. */
export const singleLabel: See = ({ check }) => {
  const { host } = check.target;
  const isName = readAddress(host) === null && !isLoopback(host);
  return isName && !host.includes('.') ? { kind: 'single_label', host, source: sourceOfCheck(check) } : null;
};

/** Endings that only inner networks use (RFC 6762, RFC 8375, ICANN's "internal", and long habit). */
const innerSuffix = /\.(local|internal|intranet|private|corp|home|lan|localdomain|home\.arpa|test)$/u;

/** A name that only an inner network or a VPN knows. */
export const internalSuffix: See = ({ check }) => {
  const suffix = innerSuffix.exec(check.target.host)?.[1];
  return suffix === undefined ? null : { kind: 'internal_suffix', host: check.target.host, suffix, source: sourceOfCheck(check) };
};

/** The name had addresses before, from here. */
export const resolvedBefore: See = (evidence) => {
  const before = earlierChecks(evidence).findLast(
    ({ resolution }) => (resolution?.addresses.length ?? 0) > 0 && resolution?.source !== 'literal',
  );
  if (before?.resolution == null) return null;
  const addresses = before.resolution.addresses.map(({ address }) => address);
  return { kind: 'resolved_before', atMs: before.startedAtMs, addresses, source: sourceOfCheck(before) };
};

type DnsAnswer = Extract<Finding, { kind: 'dns' }>['answers'][number] & { readonly server: string };

/** What servers answered that are not the ones this computer asks anyway: those said their word in the check. */
function ofOthers({ answers }: Extract<Finding, { kind: 'dns' }>, { check }: Evidence): readonly DnsAnswer[] {
  const own = check.resolution?.servers ?? [];
  return answers.filter((answer): answer is DnsAnswer => answer.server !== null && !own.includes(answer.server));
}

/** Another server knows an address for the name. */
export const othersKnow: See = (evidence) =>
  see(evidence, 'dns', (finding) => {
    const found = ofOthers(finding, evidence).find(({ kind, recordKind }) => kind === 'answered' && isAddressRecord(recordKind));
    return found === undefined ? null : { kind: 'others_know', server: found.server, records: found.records };
  });

/** Every other server that answered knows no such name. */
export const nobodyKnows: See = (evidence) =>
  see(evidence, 'dns', (finding) => {
    const asked = ofOthers(finding, evidence).filter(({ kind }) => kind !== 'timed_out');
    if (asked.length === 0 || asked.some(({ kind }) => kind !== 'nxdomain' && kind !== 'no_data')) return null;
    return { kind: 'nobody_knows', servers: [...new Set(asked.map(({ server }) => server))] };
  });

/** Other servers, too, cannot find the name out. */
export const othersFailToo: See = (evidence) =>
  see(evidence, 'dns', (finding) => {
    const failed = ofOthers(finding, evidence).find(({ kind }) => kind === 'servfail');
    return failed === undefined ? null : { kind: 'resolver_said', server: failed.server, answer: 'servfail' };
  });

/** The system itself resolves the name by now. */
export const systemKnowsNow: See = (evidence) =>
  see(evidence, 'dns', ({ answers }) => {
    const found = answers.find(({ server, kind, recordKind }) => server === null && kind === 'answered' && isAddressRecord(recordKind));
    return found === undefined ? null : { kind: 'system_knows_now', records: found.records };
  });

/** No other server answered at all. */
export const noServerAnswers: See = (evidence) =>
  see(evidence, 'dns', (finding) => {
    const asked = ofOthers(finding, evidence);
    if (asked.length === 0 || asked.some(({ kind }) => kind !== 'timed_out' && kind !== 'failed')) return null;
    return { kind: 'no_server_answers', servers: [...new Set(asked.map(({ server }) => server))] };
  });

/** The name has records, but no address among them. */
export const otherRecords: See = (evidence) =>
  see(evidence, 'dns', ({ answers }) => {
    const found = answers.find(({ kind, recordKind }) => kind === 'answered' && !isAddressRecord(recordKind));
    return found === undefined || othersKnow(evidence) !== null
      ? null
      : { kind: 'other_records', recordKind: found.recordKind, records: found.records };
  });

/** Another server that knew the name, for the command that uses it; null when none did. */
export function knowingServer(evidence: Evidence): string | null {
  const known = othersKnow(evidence);
  return known?.kind === 'others_know' ? known.server : null;
}

function isAddressRecord(recordKind: string): boolean {
  return recordKind === 'A' || recordKind === 'AAAA';
}

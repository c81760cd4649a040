import { formatTarget } from '../../../../shared/check/target.ts';
import type { Finding, MeasurementRequest } from '../../../../shared/guidance/measurement.ts';
import { checkFrom, type PastedEndpoint } from '../../../../shared/paste/output/check-from.ts';
import type { OutputReading } from '../../../../shared/paste/output/output-reading.ts';
import type { ToldFact } from '../../../../shared/paste/output/told.ts';

/** A reading in one line a finding, as the fixtures write it. */
export function showOutput(reading: OutputReading): readonly string[] {
  if (reading.kind === 'unreadable') return [showProblem(reading.problem)];
  return [
    ...reading.endpoints.map(showEndpoint),
    ...reading.measurements.map(({ request, finding }) => showMeasured(request, finding)),
    ...reading.facts.map(showFact),
    ...reading.problems.map(showProblem),
  ];
}

function showProblem({ kind, ...slots }: { readonly kind: string }): string {
  const shown = Object.values(slots).filter((slot) => typeof slot === 'string');
  return ['unread', kind, ...shown].join(' ');
}

function showEndpoint(endpoint: PastedEndpoint): string {
  const { target, outcome, failure, addresses, greeting, http, tls, durationMs } = checkFrom(endpoint, {
    vantage: 'customer',
    seenAtMs: 0,
  });
  const parts = [
    `${target.transport} ${formatTarget(target)} ${outcome}`,
    ...(failure === null ? [] : [`${failure.code} ${failure.systemCode ?? 'null'} at ${failure.operation}`]),
    ...(addresses.length === 0 ? [] : [addresses.map(({ address, outcome: one }) => `${address}=${one}`).join(',')]),
    ...(greeting === null ? [] : [`"${greeting.text.split('\n', 1)[0] ?? ''}"`]),
    ...(tls === null ? [] : [`${tls.version} ${tls.cipher} ${tls.alpn ?? 'null'}`]),
    ...(http === null ? [] : [`${http.method} ${http.path} ${http.status}`]),
    ...(durationMs === 0 ? [] : [`${durationMs} ms`]),
  ];
  return parts.join('; ');
}

function showMeasured(request: MeasurementRequest, finding: Finding): string {
  const about = 'address' in request ? request.address : 'name' in request ? request.name : '';
  switch (finding.kind) {
    case 'ping': {
      const { sentCount, receivedCount, minMs, averageMs, maxMs, said } = finding;
      const times = minMs === null ? '' : ` ${minMs}/${String(averageMs)}/${String(maxMs)} ms`;
      return `ping ${about} ${receivedCount}/${sentCount}${times}${said === null ? '' : ` ${said.word} from ${String(said.from)}`}`;
    }
    case 'traceroute': {
      const hops = finding.hops.map(({ hopLimit, replies }) => {
        const shown = replies.map((reply) => (reply === null ? '*' : `${reply.address}${reply.said === null ? '' : `!${reply.said}`}`));
        return `${hopLimit}=${[...new Set(shown)].join('|')}`;
      });
      return `path ${about} ${finding.isReached ? 'reached' : 'not reached'} ${hops.join(' ')}`;
    }
    case 'dns':
      return `names ${about} ${finding.answers
        .map(
          ({ server, recordKind, kind, records, timeToLiveSeconds }) =>
            `${String(server)} ${recordKind} ${kind} [${records.join(' ')}]${timeToLiveSeconds === null ? '' : ` ${timeToLiveSeconds} s`}`,
        )
        .join('; ')}`;
    case 'local_route':
      return `route ${about} ${finding.way} ${String(finding.gateway)} ${String(finding.interfaceName)} ${String(finding.source)}`;
    default:
      return JSON.stringify(finding);
  }
}

function showFact({ fact, line }: ToldFact): string {
  const { kind, ...values } = fact;
  const shown = Object.values(values).map((value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)));
  return `${kind} ${shown.join(' ')} | ${line}`;
}

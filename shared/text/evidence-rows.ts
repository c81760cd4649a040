import type { Check } from '../check/check.ts';
import type { Certificate, HttpEvidence, Resolution } from '../check/evidence.ts';
import { formatBytes, formatCount, formatDay, formatDuration } from './format.ts';
import type { Words } from './words.ts';

/** One piece of evidence under its term. */
export interface EvidenceRow {
  /** Empty when it belongs to the row above. */
  readonly term: string;
  /** Exactly what came over the wire, or null. Visible text already: the probes passed it through shared/console/display.ts. */
  readonly exact: string | null;
  /** What is said of it; empty when nothing is. */
  readonly note: string;
}

/** Everything a check brought beyond its outcome, in the order it came. */
export function evidenceRows(check: Check, words: Words): readonly EvidenceRow[] {
  return [
    ...(check.resolution === null ? [] : lookupRows(check.resolution, words)),
    ...serviceRows(check, words),
    ...greetingRows(check, words),
    ...tlsRows(check, words),
    ...(check.http === null ? [] : httpRows(check.http, words)),
  ];
}

function lookupRows(resolution: Resolution, words: Words): readonly EvidenceRow[] {
  const { evidence } = words.window;
  const { source, addresses, systemCode, servers, answers, control } = resolution;
  if (source === 'literal') return [];
  const found = source === 'hosts_file' ? evidence.hostsFileAnswered(addresses.length) : evidence.systemAnswered(addresses.length);
  const asked = answers.map(({ family, kind, durationMs }) => ({
    term: '',
    exact: family === 4 ? 'A' : 'AAAA',
    note: `${evidence.answers[kind]}, ${formatDuration(durationMs, words.units)}`,
  }));
  return [
    systemCode === null
      ? { term: evidence.lookup, exact: addresses.map(({ address }) => address).join('  '), note: found }
      : { term: evidence.lookup, exact: systemCode, note: evidence.systemFailed },
    ...(servers.length === 0 ? [] : [{ term: '', exact: servers.join('  '), note: evidence.serversAsked }]),
    ...asked,
    ...(control === null
      ? []
      : [{ term: '', exact: control.name, note: control.resolved ? evidence.controlResolved : evidence.controlFailed }]),
  ];
}

/** What only the port or the person said is no evidence. */
function serviceRows({ service, http }: Check, { window: { evidence } }: Words): readonly EvidenceRow[] {
  if (service === null || service.knownBy === 'port' || service.knownBy === 'chosen') return [];
  if (http?.server != null && http.server === service.product) return []; // said with the reply
  return [{ term: evidence.service, exact: service.product, note: evidence.knownBy[service.knownBy](service.name) }];
}

function greetingRows({ greeting }: Check, words: Words): readonly EvidenceRow[] {
  if (greeting === null) return [];
  const size = formatBytes(greeting.sizeBytes, words.units);
  const firstByte = formatDuration(greeting.firstByteMs, words.units);
  const { evidence } = words.window;
  return [{ term: evidence.greeting, exact: greeting.text, note: evidence.greetingSize(size, firstByte, greeting.truncated) }];
}

function tlsRows({ tls, startedAtMs }: Check, words: Words): readonly EvidenceRow[] {
  if (tls === null) return [];
  const { evidence } = words.window;
  const agreed = [tls.version, tls.cipher, tls.alpn].filter((part) => part !== null && part !== '').join('  ');
  const problems = tls.problems.map((code) => words.failures[code].brief).join(', ');
  const sent = tls.serverName === null ? '' : evidence.nameSent(tls.serverName);
  return [
    { term: evidence.tls, exact: agreed, note: [sent, problems].filter((part) => part !== '').join('; ') },
    ...tls.chain.map((certificate, index) => certificateRow(certificate, { isLeaf: index === 0, atMs: startedAtMs }, words)),
  ];
}

const DAY_MS = 86_400_000;

/** Names said of one certificate; a shared host can have hundreds. */
const NAMES_SAID = 6;

function certificateRow(
  certificate: Certificate,
  { isLeaf, atMs }: { readonly isLeaf: boolean; readonly atMs: number },
  words: Words,
): EvidenceRow {
  const { evidence } = words.window;
  const { subject, issuer, names, nameCount, validFromMs, validToMs } = certificate;
  const validity = evidence.validity(formatDay(validFromMs, words.units), formatDay(validToMs, words.units));
  const shownNames = names.slice(0, NAMES_SAID);
  const days = Math.trunc((validToMs - atMs) / DAY_MS);
  const parts = [
    evidence.issuedBy(issuer),
    `${validity} (${evidence.daysLeft(formatCount(Math.abs(days), words.units), days)})`,
    ...(isLeaf && shownNames.length > 0 ? [evidence.goodFor(shownNames.join(', '), nameCount - shownNames.length)] : []),
  ];
  return { term: isLeaf ? evidence.certificate : '', exact: subject, note: parts.join('; ') };
}

function httpRows({ method, path, status, reason, server, location, durationMs }: HttpEvidence, words: Words): readonly EvidenceRow[] {
  const { evidence } = words.window;
  return [
    {
      term: evidence.http,
      exact: `${status} ${reason}`.trim(),
      note: evidence.askedFor(`${method} ${path}`, formatDuration(durationMs, words.units)),
    },
    ...(server === null ? [] : [{ term: '', exact: server, note: evidence.server }]),
    ...(location === null ? [] : [{ term: '', exact: location, note: evidence.location }]),
  ];
}

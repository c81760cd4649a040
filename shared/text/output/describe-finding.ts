import { assertNever } from '../../check/assert-never.ts';
import { formatTarget } from '../../check/target.ts';
import { compareAnswers, type ComparedAnswer } from '../../guidance/compare-answers.ts';
import type { Finding } from '../../guidance/measurement.ts';
import { formatDuration, formatLimit, sayDuration } from '../format.ts';
import type { Words } from '../words.ts';
import type { OutputWords } from './output-words.ts';

/** What a measurement found: one sentence, and what stands behind it as rows of columns. */
export interface DescribedFinding {
  readonly sentence: string;
  readonly rows: readonly (readonly string[])[];
}

/** All words a finding is told with. */
export interface FindingCatalogue {
  readonly words: Words;
  readonly output: OutputWords;
}

type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>;

/** Says what a measurement found, as far as it has come; every text of others in it is visible text already. */
export function describeFinding(finding: Finding, catalogue: FindingCatalogue): DescribedFinding {
  const { findings } = catalogue.output;
  switch (finding.kind) {
    case 'unavailable':
      return only(findings.unavailable[finding.reason]);
    case 'ping':
      return describePing(finding, catalogue);
    case 'tcp_ping':
      return describeConnections(finding, catalogue);
    case 'traceroute':
      return describePath(finding, catalogue);
    case 'dns':
      return describeNames(finding, catalogue);
    case 'control':
      return describeControl(finding, catalogue);
    case 'local_route':
      return describeRoute(finding, catalogue);
    case 'local_listening':
      return only(findings.listening(finding));
    case 'local_firewall':
      return only(findings.firewall(finding));
    case 'local_proxy':
      return only(findings.proxy(finding.proxy));
    default:
      return assertNever(finding);
  }
}

function only(sentence: string): DescribedFinding {
  return { sentence, rows: [] };
}

function describePing(
  { receivedCount, sentCount, minMs, averageMs, maxMs, said }: FindingOf<'ping'>,
  { words, output }: FindingCatalogue,
): DescribedFinding {
  const { findings } = output;
  const write = (timeMs: number): string => formatTime(timeMs, { words, output });
  const times =
    minMs === null || averageMs === null || maxMs === null ? null : { least: write(minMs), average: write(averageMs), most: write(maxMs) };
  const sentence = findings.ping({ receivedCount, sentCount, times });
  return only(said === null ? sentence : `${sentence} ${findings.said(said.word, said.from)}`);
}

function describeConnections({ attempts }: FindingOf<'tcp_ping'>, { words, output: { findings } }: FindingCatalogue): DescribedFinding {
  const connectedCount = attempts.filter(({ outcome }) => outcome === 'succeeded').length;
  return {
    sentence: findings.connected({ connectedCount, count: attempts.length }),
    rows: attempts.map(({ outcome, durationMs }) => [words.outcomes[outcome].word, formatDuration(durationMs, words.units)]),
  };
}

/** Windows rounds down to whole milliseconds. */
function formatTime(timeMs: number, { words, output }: FindingCatalogue): string {
  return timeMs === 0 ? output.findings.underOne(words.units.milliseconds) : formatDuration(timeMs, words.units);
}

function describePath({ hops, isReached }: FindingOf<'traceroute'>, catalogue: FindingCatalogue): DescribedFinding {
  const { findings } = catalogue.output;
  const answered = hops.flatMap(({ replies }) => replies.flatMap((reply) => reply ?? []));
  const rows = hops.map(({ hopLimit, replies }) => {
    const heard = replies.filter((reply) => reply !== null);
    const addresses = [...new Set(heard.map(({ address }) => address))];
    const times = heard.flatMap(({ timeMs }) => (timeMs === null ? [] : [formatTime(timeMs, catalogue)]));
    const said = heard.find((reply) => reply.said !== null);
    return [
      String(hopLimit),
      addresses.join(' ') || '*',
      times.join('  '),
      said?.said == null ? '' : findings.said(said.said, said.address),
    ];
  });
  const last = answered.at(-1)?.address ?? null;
  return { sentence: findings.path({ isReached, stepCount: hops.at(-1)?.hopLimit ?? 0, last }), rows };
}

function describeNames({ answers }: FindingOf<'dns'>, { words, output: { findings } }: FindingCatalogue): DescribedFinding {
  const compared = compareAnswers(answers);
  const rows = compared.map(({ answer, standing }) => {
    const { recordKind, server, kind, records, timeToLiveSeconds } = answer;
    return [
      recordKind,
      server ?? findings.ownWay,
      kind === 'answered' ? records.join(', ') : findings.answers[kind],
      timeToLiveSeconds === null ? '' : findings.keptFor(formatLimit(timeToLiveSeconds * 1_000, words.units)),
      standing === 'different' ? findings.different : '',
    ];
  });
  return { sentence: findings.names[verdictOn(compared)], rows };
}

function verdictOn(compared: readonly ComparedAnswer[]): 'alike' | 'different' | 'one' | 'none' {
  if (compared.some(({ standing }) => standing === 'different')) return 'different';
  const servers = new Set(compared.flatMap(({ answer, standing }) => (standing === 'none' ? [] : [answer.server])));
  return servers.size > 1 ? 'alike' : servers.size === 1 ? 'one' : 'none';
}

function describeControl(
  { host, port, outcome, durationMs }: FindingOf<'control'>,
  { words, output: { findings } }: FindingCatalogue,
): DescribedFinding {
  const place = port === null ? host : formatTarget({ host, port });
  const { word } = words.outcomes[outcome];
  return only(findings.control({ place, outcome, word, duration: sayDuration(durationMs, words.units) }));
}

function describeRoute(
  { way, prefix, gateway, interfaceName, source, neighbour, isTunnel, defaultRoutes }: FindingOf<'local_route'>,
  { output: { findings } }: FindingCatalogue,
): DescribedFinding {
  const sentences = [findings.way[way]({ gateway, interfaceName }), findings.neighbour[neighbour], isTunnel ? findings.tunnel : ''];
  const known: readonly (readonly [string, string | null])[] = [
    [findings.prefix, prefix],
    [findings.source, source],
    ...defaultRoutes.map((route) => [findings.defaultRoute, [route.gateway, route.interfaceName].filter(Boolean).join(' ')] as const),
  ];
  return {
    sentence: sentences.filter((sentence) => sentence !== '').join(' '),
    rows: known.flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  };
}

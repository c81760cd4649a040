import { isIP } from 'node:net';

import { fillOptions, type CheckOptions, type ChosenOptions } from '../../shared/check/options.ts';
import type { Transport } from '../../shared/check/target.ts';
import { countPorts, formatPorts, type PortList } from '../../shared/paste/port-list.ts';
import { readEndpoint } from '../../shared/paste/read-endpoint.ts';
import { serviceById } from '../../shared/service/find-service.ts';
import type { TargetReading } from '../../shared/paste/target-reading.ts';
import { describeTargetProblem } from '../../shared/text/target-problem-words.ts';
import type { Words } from '../../shared/text/words.ts';
import { groupWords } from './group-words.ts';
import type { CheckFlags } from './read-check-flags.ts';

/** One target of the command line: one host, one or more ports, checked alike. */
export interface Part {
  readonly host: string;
  readonly transport: Transport;
  readonly ports: PortList;
  readonly portCount: number;
  readonly options: CheckOptions;
}

/** All targets of a command line, or what is wrong with the first that cannot be read. */
export type Plan = { readonly kind: 'planned'; readonly parts: readonly Part[] } | { readonly kind: 'wrong'; readonly problem: string };

/** Reads the targets and lays the flags over what they name themselves. Sends nothing. */
export async function planChecks(typed: readonly string[], flags: CheckFlags, words: Words): Promise<Plan> {
  const parts: Part[] = [];
  for (const text of groupWords(typed)) {
    const reading = await readTyped(text);
    if (reading.kind === 'unreadable') return { kind: 'wrong', problem: describeTargetProblem(reading.problem, words.targetProblems) };
    const { host, ports } = reading;
    const transport = flags.isUdp ? 'udp' : reading.transport;
    const options = fillOptions({ ...reading.options, ...flags.options });
    const problem = findOtherVersion(host, options) ?? findStreamOnly(reading, transport);
    if (problem !== null) return { kind: 'wrong', problem };
    parts.push({ host, transport, ports, portCount: countPorts(ports), options });
  }
  return { kind: 'planned', parts };
}

/** A URL or command of a service that speaks over TCP only cannot be asked over UDP. */
function findStreamOnly({ options: { service, tls } }: { readonly options: ChosenOptions }, transport: Transport): string | null {
  if (transport === 'tcp' || (service == null && tls !== 'on')) return null;
  const known = service == null ? null : serviceById(service);
  if (known?.ports.some((port) => port.transport === 'udp') === true) return null;
  return `${known?.name ?? 'TLS'} runs over TCP only; leave out --udp.`;
}

/** An address that is the target cannot be of another version than was asked for; a name may have addresses of both. */
function findOtherVersion(host: string, { address, family, source }: CheckOptions): string | null {
  const version = isIP(host);
  const wanted = family ?? (source === null ? 0 : isIP(source));
  if (version === 0 || wanted === 0 || version === wanted || address !== null) return null;
  return `${host} is an IPv${version} address, and IPv${wanted} is asked for.`;
}

/** Reads as `readTarget` does, without loading its many forms (3 ms) for what only one of them takes. */
async function readTyped(text: string): Promise<TargetReading> {
  if (plainEndpoint.test(text)) return readEndpoint(text);
  const { readTarget } = await import('../../shared/paste/read-target.ts');
  return readTarget(text);
}

/** "host:80", "[::1]:80", "203.0.113.96 80": not a URL, and no program is called like this. */
export const plainEndpoint = /^(?:(?:[a-z0-9._-]+|\[[0-9a-f:.]+\]):|\d{1,3}(?:\.\d{1,3}){3} )\d{1,5}$/iu;

/** A part as people write it: "web1.example.net:80", "web1.example.net 1-1024". */
export function formatPart({ host, ports, portCount }: Part): string {
  if (portCount > 1) return `${host} ${formatPorts(ports)}`;
  return host.includes(':') ? `[${host}]:${formatPorts(ports)}` : `${host}:${formatPorts(ports)}`;
}

import { readHost } from '../check/host-name.ts';
import type { Transport } from '../check/target.ts';
import type { PortList } from './port-list.ts';
import { readPorts, type PortsReading } from './read-ports.ts';
import type { TargetProblem } from './target-problem.ts';
import { withoutUser } from './without-user.ts';

/** Where a check goes: a host and its ports, and the transport when it is said beside them ("53/udp"). */
export interface Place {
  readonly kind: 'place';
  readonly host: string;
  readonly ports: PortList;
  readonly transport: Transport | null;
}

/** A place, or what is wrong with it. */
export type PlaceReading = Place | { readonly kind: 'no_place'; readonly problem: TargetProblem };

/**
 * Reads the words that name a host and its ports: "host:80", "host 80", "[::1]:80", "::1 80", "host port 80", "host 22 80", "host 53/udp".
 *
 * A user name before @ is dropped. `defaultPort` is what the program dials when no port is named; null asks the person for one.
 */
export function readPlace(words: readonly string[], defaultPort: number | null): PlaceReading {
  const { hostWord, portWords, transport } = takeApart(words);
  const odd = [hostWord, ...portWords].find((part) => placeholder.test(part));
  if (odd !== undefined) return refuse({ kind: 'placeholder', text: odd });
  if (hostWord.includes('/')) return refuse({ kind: network.test(hostWord) ? 'whole_network' : 'scheme_missing', text: hostWord });
  const { host, port } = splitHostPort(hostWord);
  const portText = [port ?? '', ...portWords].filter((part) => part !== '').join(',');
  if (portText === '' && /^\d{1,5}$/u.test(host)) return refuse({ kind: 'host_missing' });
  const named = readHost(host);
  if (named.kind === 'not_a_host') return refuse(named.problem);
  const ports = portText === '' ? ifMissing(defaultPort, named.host) : readPorts(portText);
  return ports.kind === 'ports' ? { kind: 'place', host: named.host, ports: ports.ports, transport } : refuse(ports.problem);
}

/** Sorts the words: who, which ports, and how bytes travel there. */
function takeApart(words: readonly string[]): {
  readonly hostWord: string;
  readonly portWords: readonly string[];
  readonly transport: Transport | null;
} {
  const joined = words.join(' ');
  const [ending = '', said] = /[/ ]\(?(tcp|udp)\)?$/iu.exec(joined) ?? [];
  const [hostWord = '', ...others] = joined
    .slice(0, joined.length - ending.length)
    .split(' ')
    .map(withoutUser);
  return {
    hostWord: hostWord.endsWith('/') ? hostWord.slice(0, -1) : hostWord,
    portWords: others.filter((word) => word.toLowerCase() !== 'port'),
    transport: said === undefined ? null : said.toLowerCase() === 'udp' ? 'udp' : 'tcp',
  };
}

function ifMissing(defaultPort: number | null, host: string): PortsReading {
  if (defaultPort !== null) return { kind: 'ports', ports: [{ first: defaultPort, last: defaultPort }] };
  return { kind: 'not_ports', problem: { kind: 'port_missing', host: host.includes(':') ? `[${host}]` : host } };
}

/** Parts "host:port"; more than one colon without brackets is an IPv6 address. The port is null when there is no colon for it. */
export function splitHostPort(text: string): { readonly host: string; readonly port: string | null } {
  const [, bracketed, rest] = /^(\[[^\]]*\])(?::(.*))?$/su.exec(text) ?? [];
  if (bracketed !== undefined) return { host: bracketed, port: rest ?? null };
  const parts = text.split(':');
  const [host = '', port] = parts;
  return parts.length > 2 || port === undefined ? { host: text, port: null } : { host, port };
}

/** Shell variables, angle brackets of a manual, braces, Windows variables. A scope ("%eth0") has no second percent sign. */
const placeholder = /[$`<>{}]|%\w{1,64}%/u;

const network = /^[\d.:a-f]+\/\d{1,3}$/iu;

function refuse(problem: TargetProblem): PlaceReading {
  return { kind: 'no_place', problem };
}

import { isIP } from 'node:net';

import type { FlagValues } from '../parse-flags.ts';
import type { ConsoleFlagName } from './console-flags.ts';

type Values = FlagValues<ConsoleFlagName>;

/** Flags that cannot both be meant. */
const contradictions = [
  ['ipv4', 'ipv6', '-4 and -6 together leave no address; leave both out to try both.'],
  ['udp', 'tls', '--tls needs TCP; leave out --udp or --tls.'],
  ['udp', 'starttls', '--starttls needs TCP; leave out --udp or --starttls.'],
  ['tls', 'starttls', '--tls begins with TLS, --starttls asks for it later; leave one of them out.'],
  ['listen', 'starttls', '--starttls is asked by who connects; leave out -l or --starttls.'],
  ['telnet', 'terminal', '-t refuses what --terminal agrees to; leave one of them out.'],
  ['raw', 'hex', '--raw and --hex contradict each other.'],
  ['crlf', 'line-ending', '-C is --line-ending crlf; leave one of them out.'],
  ['listen', 'address', '--address is dialled, and -l waits; name the address to wait at with -s.'],
] as const satisfies readonly (readonly [ConsoleFlagName, ConsoleFlagName, string])[];

/** Which flags cannot both be meant, in one sentence; null where all can. */
export function findContradiction(values: Values): string | null {
  const found = contradictions.find(([one, other]) => values[one] !== undefined && values[other] !== undefined);
  if (found !== undefined) return found[2];
  if ((values.cert === undefined) !== (values.key === undefined)) return '--cert and --key go together.';
  if (values.listen === true) return null;
  if (values.keep === true) return '-k goes with -l.';
  if (values.port !== undefined) return '-p is the port to wait at and goes with -l; the port to talk to stands after the host.';
  if (values.cert !== undefined) return '--cert and --key are shown to who connects, and go with -l.';
  return null;
}

/** Which addresses of two IP versions are named for one connection, in one sentence; null where they are of one. The system would only say that an argument is invalid. */
export function findMixedFamilies(host: string, values: Values): string | null {
  const { address, source } = values;
  const named: readonly (readonly [words: string, family: number])[] = [
    ...(values.ipv4 === true ? [['-4', 4] as const] : values.ipv6 === true ? [['-6', 6] as const] : []),
    ...(typeof source === 'string' ? [[`-s ${source}`, isIP(source)] as const] : []),
    typeof address === 'string' ? [`--address ${address}`, isIP(address)] : [host, isIP(host)],
  ];
  const [first, other] = [4, 6].map((family) => named.find(([, one]) => one === family)?.[0]);
  if (first === undefined || other === undefined) return null;
  return `${first} is IPv4 and ${other} is IPv6; name addresses of one IP version.`;
}

import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';
import type { System } from '../../guidance/server-fact.ts';
import { tellListening, type ListeningSocket } from './listening-sockets.ts';
import { readSocketAddress } from './read-socket-address.ts';

/** netstat of Linux (net-tools, BusyBox), Windows and macOS, as far as it shows what listens. */
export const netstat: OutputForm = {
  name: 'netstat',
  needsTarget: true,
  read: ({ lines, program, command }, context) => {
    const sockets = readNetstatSockets(lines);
    const isKnown = lines.some((line) => /^(?:Active Internet connections|Proto +Recv-Q +Send-Q)/u.test(line));
    if (!isKnown && sockets.length === 0 && !(program === 'netstat' && lines.length === 0)) return null;
    const system = systemOf(lines);
    return [
      ...(system === null ? [] : [learnt({ kind: 'system', system }, lines[0] ?? '')]),
      ...tellListening(sockets, context, { command, emptyLine: lines[0] ?? command ?? '' }),
    ];
  },
};

function systemOf(lines: readonly string[]): System | null {
  if (lines.some((line) => windowsRow.test(line))) return 'windows';
  return lines.some((line) => macRow.test(line)) ? 'macos' : lines.some((line) => linuxRow.test(line)) ? 'linux' : null;
}

const linuxRow =
  /^(tcp|udp)(6?) +\d{1,9} +\d{1,9} (\S{1,120}) +\S{1,120} *(LISTEN(?:EN)?|)(?: +(?:\d{1,10}\/(\S{1,60}).*|-.*|\d{1,9} .*|))?$/u;
const macRow = /^(tcp|udp)(4|6|46) +\d{1,9} +\d{1,9} +(\S{1,120}) +\*\.\*(?: +(LISTEN|))?/u;
const windowsRow = /^ {1,4}(TCP|UDP) +(\S{1,120}:\d{1,5}) +(\S{1,120}:(?:\d{1,5}|\*))(?: +(\p{L}{3,20}))?(?: +(\d{1,10}))? *$/u;

/** The listening sockets of a table of netstat. */
export function readNetstatSockets(lines: readonly string[]): readonly ListeningSocket[] {
  return lines.flatMap((line) => readWindowsRow(line) ?? readMacRow(line) ?? readLinuxRow(line) ?? []);
}

/** Other languages have other words for LISTENING; the foreign address 0.0.0.0:0 or [::]:0 is theirs alone. */
function readWindowsRow(line: string): ListeningSocket | null {
  const [, protocol, local = '', foreign = '', , processText] = windowsRow.exec(line) ?? [];
  const place = protocol === undefined ? null : readSocketAddress(local);
  const isListening = protocol === 'UDP' ? foreign === '*:*' : /^(?:0\.0\.0\.0|\[::\]):0$/u.test(foreign);
  if (place === null || !isListening) return null;
  const processId = processText === undefined ? {} : { processId: Number(processText) };
  return { ...place, ...processId, transport: protocol === 'UDP' ? 'udp' : 'tcp', program: null, line: line.trim() };
}

function readMacRow(line: string): ListeningSocket | null {
  const [, protocol, family, local = '', state] = macRow.exec(line) ?? [];
  const place = protocol === undefined ? null : readSocketAddress(local);
  if (place === null || (protocol === 'tcp' && state !== 'LISTEN')) return null;
  const every = family === '4' ? '0.0.0.0' : family === '6' ? '::' : '*';
  return {
    ...place,
    address: place.address === '*' ? every : place.address,
    transport: protocol === 'udp' ? 'udp' : 'tcp',
    program: null,
    line,
  };
}

/** ":::80" is both families: a socket of IPv6 takes IPv4 too unless it is told not to (net.ipv6.bindv6only), and netstat does not say. */
function readLinuxRow(line: string): ListeningSocket | null {
  const [, protocol, six, local = '', state, program = null] = linuxRow.exec(line) ?? [];
  const place = protocol === undefined ? null : readSocketAddress(local);
  if (place === null || (protocol === 'tcp' && state === '')) return null;
  const address = six === '6' && place.address === '::' ? '*' : place.address;
  return { ...place, address, transport: protocol === 'udp' ? 'udp' : 'tcp', program: program?.replace(/:$/u, '') ?? null, line };
}

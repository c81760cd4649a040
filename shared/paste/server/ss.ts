import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';
import { tellListening, type ListeningSocket } from './listening-sockets.ts';
import { readSocketAddress } from './read-socket-address.ts';

/** ss of iproute2, with or without its header, with or without processes. */
export const ss: OutputForm = {
  name: 'ss',
  needsTarget: true,
  read: ({ lines, program, command }, context) => {
    const isKnown = lines.some((line) => header.test(line));
    const sockets = readSsSockets(lines, isUdpCommand(command) ? 'udp' : 'tcp');
    if (!isKnown && sockets.length === 0 && !(program === 'ss' && lines.length === 0)) return null;
    return [
      learnt({ kind: 'system', system: 'linux' }, lines[0] ?? ''),
      ...tellListening(sockets, context, { command, emptyLine: lines[0] ?? command ?? '' }),
    ];
  },
};

const header = /^(?:Netid +)?State +Recv-Q +Send-Q +Local Address:Port/u;

/** `ss -lunp` prints no "udp" of its own. */
function isUdpCommand(command: string | null): boolean {
  return /^(?:sudo )?ss .{0,200}-\w{0,10}u/u.test(command ?? '') && !/ -\w{0,10}t/u.test(command ?? '');
}

/** The listening sockets of a table of ss; `transport` is for tables that do not say it. */
export function readSsSockets(lines: readonly string[], transport: 'tcp' | 'udp'): readonly ListeningSocket[] {
  return lines.flatMap((line): readonly ListeningSocket[] => {
    const [, netid, state, local = '', users = ''] = row.exec(line) ?? [];
    const place = state === undefined ? null : readSocketAddress(local);
    if (place === null) return [];
    const said = netid === undefined ? (state === 'UNCONN' ? 'udp' : transport) : netid.trim() === 'udp' ? 'udp' : 'tcp';
    return [{ ...place, transport: said, program: /^users:\(\("([^"]{1,60})"/u.exec(users)?.[1] ?? null, line: line.trim() }];
  });
}

const row = /^(tcp +|udp +)?(LISTEN|UNCONN) +\d{1,10} +\d{1,10} +(\S{1,120}) +\S{1,120}(?: +(users:.{1,1000}|.{0,100}))?$/u;

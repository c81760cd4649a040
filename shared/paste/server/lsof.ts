import type { OutputForm } from '../output/output-form.ts';
import { tellListening, type ListeningSocket } from './listening-sockets.ts';
import { readSocketAddress } from './read-socket-address.ts';

/** `lsof -i`, of macOS and Linux. "TCP *:80" of type IPv6 is both families. */
export const lsof: OutputForm = {
  name: 'lsof',
  needsTarget: true,
  read: ({ lines, program, command }, context) => {
    const isKnown = lines.some((line) => /^COMMAND +PID +USER +FD +TYPE/u.test(line));
    const sockets = readLsofSockets(lines);
    if (!isKnown && sockets.length === 0 && !(program === 'lsof' && lines.length === 0)) return null;
    return tellListening(sockets, context, { command, emptyLine: lines[0] ?? command ?? '' });
  },
};

const row = /^(\S{1,60}) +\d{1,9} +\S{1,40} +\S{1,12} +(IPv4|IPv6) +\S{1,24} +\S{1,12} +(TCP|UDP) (\S{1,120})(?: \((LISTEN)\))?$/u;

/** The listening sockets of a table of lsof. */
export function readLsofSockets(lines: readonly string[]): readonly ListeningSocket[] {
  return lines.flatMap((line): readonly ListeningSocket[] => {
    const [, program = null, family, protocol, local = '', state] = row.exec(line) ?? [];
    const place = protocol === undefined || local.includes('->') ? null : readSocketAddress(local);
    if (place === null || (protocol === 'TCP' && state === undefined)) return [];
    const address = place.address === '*' && family === 'IPv4' ? '0.0.0.0' : place.address;
    return [{ ...place, address, transport: protocol === 'UDP' ? 'udp' : 'tcp', program, line }];
  });
}

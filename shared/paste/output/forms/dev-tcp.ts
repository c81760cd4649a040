import type { OutputForm } from '../output-form.ts';
import { readAnyErrno } from '../read-errno.ts';
import { readPort } from '../read-port.ts';
import { connected, notConnected, notResolved, ownLimit, unsaidCause } from '../tell-endpoint.ts';
import type { ToldEndpoint } from '../told.ts';

/**
 * bash's /dev/tcp and /dev/udp. It is silent when it connects, so success is known only by the exit code asked for after it; 124 and 137
 * are those of `timeout` (coreutils). The reason is strerror(3) in the person's language.
 */
export const devTcp: OutputForm = {
  name: 'bash /dev/tcp',
  needsTarget: false,
  read: ({ lines, command, exitCode }) => {
    const failed = lines.flatMap((line, index) => readFailure(line, lines[index - 1] ?? ''));
    if (failed.length > 0) return failed;
    const [, transport, host, portText = ''] = device.exec(command ?? '') ?? [];
    if (host === undefined) return null;
    const place = { host, port: readPort(portText), transport: transport === 'udp' ? 'udp' : 'tcp' } as const;
    if (exitCode === null) return [];
    if (exitCode === 0) return [connected(place)];
    return [notConnected(place, exitCode === 124 || exitCode === 137 ? ownLimit : unsaidCause, `exit ${exitCode}`)];
  },
};

const device = /\/dev\/(tcp|udp)\/([^\s/"'<>;|&()]{1,253})\/([^\s/"'<>;|&()]{1,40})/u;
const complaint = /^-?\S{0,60}sh: (?:\S{1,40} \d{1,9}: )?\/dev\/(tcp|udp)\/([^\s/]{1,253})\/(\S{1,40}): (.+)$/u;

/** When the name fails, the line before says why, and this one only "Invalid argument". */
function readFailure(line: string, before: string): readonly ToldEndpoint[] {
  const [, transport, host, portText = '', reason = ''] = complaint.exec(line) ?? [];
  if (host === undefined) return [];
  const place = { host, port: readPort(portText), transport: transport === 'udp' ? 'udp' : 'tcp' } as const;
  const named = before.lastIndexOf(`${host}: `);
  const cause = readAnyErrno(named < 0 ? reason : before.slice(named + host.length + 2));
  return [cause.code.startsWith('dns_') ? notResolved(place, cause, before) : notConnected(place, cause, line)];
}

import type { OutputForm } from '../output-form.ts';
import { noise, readDialogue, type DialogueLine } from '../read-dialogue.ts';
import { readAnyErrno } from '../read-errno.ts';
import { readPort } from '../read-port.ts';
import { connected, notConnected, notResolved, ownLimit } from '../tell-endpoint.ts';

/** nc and telnet of BusyBox: "host (address:port) open", "can't connect to remote host (address): reason", "bad address". */
export const ncBusybox: OutputForm = {
  name: 'nc (BusyBox)',
  needsTarget: false,
  read: ({ lines }) => readDialogue(lines, readLine),
};

const open = /^(\S{1,253}) \(\[?([0-9a-f.:]{2,45})\]?:(\d{1,5})\) open$/iu;
const shut = /^(?:nc|telnet): (?:can't connect to remote host|(\S{1,253})) \(\[?([0-9a-f.:]{2,45}?)\]?(?::(\d{1,5}))?\): (.+)$/iu;
/** Of several addresses it names none. */
const shutAll = /^(?:nc|telnet): can't connect to remote host: (.+)$/u;
const unnamed = /^(?:nc|telnet): bad address '(\S{1,253})'$/u;

function readLine(line: string): DialogueLine | null {
  const [, host, address = null, portText = ''] = open.exec(line) ?? [];
  if (host !== undefined) return connected({ host, address, port: readPort(portText), transport: 'tcp' });
  const [, name, shutAddress, shutPort, reason = ''] = shut.exec(line) ?? [];
  if (shutAddress !== undefined) {
    const place = { host: name ?? shutAddress, address: shutAddress, port: shutPort === undefined ? null : readPort(shutPort) };
    return notConnected(place, readAnyErrno(reason), line);
  }
  const everyReason = shutAll.exec(line)?.[1];
  if (everyReason !== undefined) return notConnected({}, readAnyErrno(everyReason), line);
  const missing = unnamed.exec(line)?.[1];
  if (missing !== undefined) return notResolved({ host: missing }, { code: 'dns_nxdomain', systemCode: 'ENOTFOUND' }, line);
  if (line === 'nc: timed out') return notConnected({}, ownLimit, line);
  return /^(?:nc|telnet): /u.test(line) ? noise : null;
}

import type { OutputForm } from '../output-form.ts';
import { noise, readDialogue, type DialogueLine } from '../read-dialogue.ts';
import { readAnyErrno } from '../read-errno.ts';
import { readPort } from '../read-port.ts';
import { connected, notConnected, notResolved } from '../tell-endpoint.ts';

/** The traditional nc (Hobbit's 1.10, and netcat for Windows): "name [address] port (service) open" or the reason. */
export const ncTraditional: OutputForm = {
  name: 'nc (traditional)',
  needsTarget: false,
  read: ({ lines }) => readDialogue(lines, readLine),
};

const attempt = /^(\S{1,253}) \[([0-9.]{7,15})\] (\d{1,5}) \([^)]{1,60}\)(?: open| ?: (.+))$/u;
const unnamed = /^(\S{1,253}): forward host lookup failed: (.{1,200})$/u;
const aside = /: inverse host lookup failed|^DNS fwd\/rev mismatch:|^ sent \d|^Warning: /u;

function readLine(line: string): DialogueLine | null {
  const [, name, address = null, portText = '', reason] = attempt.exec(line) ?? [];
  if (name !== undefined) {
    const place = { host: name === '(UNKNOWN)' ? address : name, address, port: readPort(portText), transport: 'tcp' } as const;
    return reason === undefined ? connected(place) : notConnected(place, readAnyErrno(reason), line);
  }
  const [, host, why = ''] = unnamed.exec(line) ?? [];
  // It also says the number of its resolver's error: "h_errno 11004: NO_DATA" on Windows.
  if (host !== undefined)
    return notResolved({ host }, /NO_DATA/u.test(why) ? { code: 'dns_no_data', systemCode: 'ENODATA' } : readAnyErrno(why), line);
  return aside.test(line) ? noise : null;
}

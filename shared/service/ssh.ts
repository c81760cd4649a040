import { beginsOtherGreeting } from './other-greeting.ts';
import { limitProduct } from './product.ts';
import { readLine } from './read-line.ts';
import { REVERSE_LOOKUP_LIMIT_MS, serverFirst } from './server-first.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/**
 * SSH (RFC 4253). Its identification needs no lookup before it (UseDNS is off since OpenSSH 6.8), but Debian's sshd is linked with
 * libwrap, which keeps a denied client waiting 5 s and then closes without a word.
 *
 * There is no goodbye before keys are exchanged. sshd logs "kex_exchange_identification: Connection closed by remote host" for who
 * just closes, and from OpenSSH 9.8 on (PerSourcePenalties, noauth) may refuse an address that does so many times in a row.
 */
export const ssh = serverFirst({ id: 'ssh', name: 'SSH', ports: [tcp(22)], greetingLimitMs: REVERSE_LOOKUP_LIMIT_MS, readGreeting });

/** Other lines may come before the identification (RFC 4253 section 4.2). */
function readGreeting(bytes: Uint8Array): Reading {
  for (let offset = 0; ;) {
    const line = readLine(bytes, offset);
    if (line.kind !== 'line') return line;
    const reading = readIdentification(line.text);
    if (reading.kind !== 'foreign' || beginsOtherGreeting(line.text) === 'yes') return reading;
    offset = line.end;
  }
}

/** The same without lines before it: what proves SSH on a port where nobody expects it. */
export function readSshFirstLine(bytes: Uint8Array): Reading {
  const line = readLine(bytes);
  return line.kind === 'line' ? readIdentification(line.text) : line;
}

/** `SSH-protoversion-softwareversion SP comments` (RFC 4253 section 4.2), or what OpenSSH says instead of it. */
function readIdentification(line: string): Reading {
  const software = /^SSH-\d+\.\d+-(.+)$/u.exec(line)?.[1];
  if (software !== undefined) return { kind: 'welcome', product: limitProduct(software) };
  if (/^(?:Exceeded MaxStartups|Not allowed at this time)$/u.test(line)) return { kind: 'rejection', product: null };
  return { kind: 'foreign' };
}

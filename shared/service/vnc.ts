import { readLine } from './read-line.ts';
import { serverFirst } from './server-first.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** Displays 0 to 9, as people number them. */
const ports = Array.from({ length: 10 }, (_, display) => tcp(5_900 + display));

/** VNC, whose protocol is RFB (RFC 6143 section 7.1.1): the server names a protocol version, never its software. */
export const vnc = serverFirst({ id: 'vnc', name: 'VNC', ports, readGreeting });

function readGreeting(bytes: Uint8Array): Reading {
  const line = readLine(bytes);
  if (line.kind !== 'line') return line;
  return /^RFB \d{3}\.\d{3}$/u.test(line.text) ? { kind: 'welcome', product: null } : { kind: 'foreign' };
}

import { clientFirst } from './client-first.ts';
import { readLine } from './read-line.ts';
import { textBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** Redis and Valkey. In protected mode, or full, they say so unasked and close. */
export const redis = clientFirst({
  id: 'redis',
  name: 'Redis',
  ports: [tcp(6_379)],
  readGreeting: (bytes) => readWith(bytes, /^-(?:DENIED|ERR max number of clients)\b/u),
  probe: {
    tcp: { request: textBytes('PING\r\n'), read: (bytes) => readWith(bytes, /^-(?:ERR|DENIED|LOADING|MASTERDOWN|MISCONF|BUSY)\b/u) },
    udp: null,
  },
  quit: textBytes('QUIT\r\n'),
});

/** "+PONG" answers; so does an error that asks for a password, for the service is there and well. */
function readWith(bytes: Uint8Array, rejection: RegExp): Reading {
  const line = readLine(bytes);
  if (line.kind !== 'line') return line;
  if (/^(?:\+PONG$|-(?:NOAUTH|NOPERM)\b)/u.test(line.text)) return { kind: 'welcome', product: null };
  return rejection.test(line.text) ? { kind: 'rejection', product: null } : { kind: 'foreign' };
}

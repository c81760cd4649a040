import { clientFirst } from './client-first.ts';
import { limitProduct } from './product.ts';
import { readLine } from './read-line.ts';
import { textBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** memcached, by its text protocol. Full, it says so unasked and closes. */
export const memcached = clientFirst({
  id: 'memcached',
  name: 'memcached',
  ports: [tcp(11_211)],
  readGreeting: readReply,
  probe: { tcp: { request: textBytes('version\r\n'), read: readReply }, udp: null },
  quit: textBytes('quit\r\n'),
});

/** With a password file it answers "unauthenticated": the service is there and well. */
function readReply(bytes: Uint8Array): Reading {
  const line = readLine(bytes);
  if (line.kind !== 'line') return line;
  const version = /^VERSION (\S+)$/u.exec(line.text)?.[1];
  if (version !== undefined) return { kind: 'welcome', product: limitProduct(`memcached ${version}`) };
  if (line.text === 'CLIENT_ERROR unauthenticated') return { kind: 'welcome', product: null };
  return /^(?:ERROR Too many open connections|SERVER_ERROR\b)/u.test(line.text)
    ? { kind: 'rejection', product: null }
    : { kind: 'foreign' };
}

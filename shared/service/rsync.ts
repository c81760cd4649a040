import { readLine } from './read-line.ts';
import { REVERSE_LOOKUP_LIMIT_MS, serverFirst } from './server-first.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** The rsync daemon. It names a protocol version, never its own, and by default looks up the client's name before it greets (rsyncd.conf(5)). */
export const rsync = serverFirst({
  id: 'rsync',
  name: 'rsync',
  ports: [tcp(873)],
  greetingLimitMs: REVERSE_LOOKUP_LIMIT_MS,
  readGreeting,
});

function readGreeting(bytes: Uint8Array): Reading {
  const line = readLine(bytes);
  if (line.kind !== 'line') return line;
  if (/^@RSYNCD: \d+/u.test(line.text)) return { kind: 'welcome', product: null };
  return /^@ERROR\b/u.test(line.text) ? { kind: 'rejection', product: null } : { kind: 'foreign' };
}

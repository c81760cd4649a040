import { clientFirst } from './client-first.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/**
 * SSLRequest ("would you speak TLS?", 80877103), which needs no user and no database. Who leaves after N is not logged; after S the
 * server notes "could not accept SSL connection: EOF detected".
 */
const request = hexBytes('00000008 04d2162f');

/** PostgreSQL. */
export const postgresql = clientFirst({
  id: 'postgresql',
  name: 'PostgreSQL',
  ports: [tcp(5_432)],
  probe: { tcp: { request, read: readReply }, udp: null },
});

const [S, N, E] = [0x53, 0x4e, 0x45];

/** The error that answers before any login: tag, four octets of length, fields. */
const HEADER_BYTES = 5;
const LONGEST_ERROR_BYTES = 30_000;

/** One octet: S or N (more bytes at once are another protocol's text). E begins an error message, as when no process could be started. */
function readReply(bytes: Uint8Array): Reading {
  const [kind, first] = bytes;
  if (kind === undefined) return { kind: 'incomplete' };
  if (kind === S || kind === N) return bytes.length === 1 ? { kind: 'welcome', product: null } : { kind: 'foreign' };
  if (kind !== E) return { kind: 'foreign' };
  if (first === undefined) return { kind: 'incomplete' };
  return first === 0 ? readError(bytes) : readOldError(bytes);
}

function readError(bytes: Uint8Array): Reading {
  if (bytes.length < HEADER_BYTES) return { kind: 'incomplete' };
  const length = bytes.subarray(1, HEADER_BYTES).reduce((sum, byte) => sum * 256 + byte, 0);
  if (length < 4 || length > LONGEST_ERROR_BYTES) return { kind: 'foreign' };
  return bytes.length < 1 + length ? { kind: 'incomplete' } : { kind: 'rejection', product: null };
}

/** Where the server could not even start a process it answers as protocol 2 did: text up to a zero octet. CR is no part of it. */
function readOldError(bytes: Uint8Array): Reading {
  const end = bytes.findIndex((byte) => byte === 0 || byte === 0x0d);
  if (end === -1) return { kind: bytes.length > LONGEST_ERROR_BYTES ? 'foreign' : 'incomplete' };
  return bytes[end] === 0 ? { kind: 'rejection', product: null } : { kind: 'foreign' };
}

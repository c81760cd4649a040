import { toDisplay } from '../console/display.ts';
import { limitProduct } from './product.ts';
import { REVERSE_LOOKUP_LIMIT_MS, serverFirst } from './server-first.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/**
 * MySQL and MariaDB. The server looks up the client's name before it greets unless skip_name_resolve is set.
 *
 * Nothing can be said before the login, and a connection closed after the greeting counts as a failed one: after
 * max_connect_errors (100) of them in a row the server refuses the address (error 1129) until somebody runs FLUSH HOSTS.
 */
export const mysql = serverFirst({
  id: 'mysql',
  name: 'MySQL',
  ports: [tcp(3306)],
  greetingLimitMs: REVERSE_LOOKUP_LIMIT_MS,
  readGreeting,
  caution: 'mysql_counts_connections',
});

/** Three octets of length, least first, and a sequence number that is 0 in the first packet. */
const HEADER_BYTES = 4;
const HANDSHAKE_V10 = 0x0a;
const ERROR = 0xff;

/** A greeting is some 100 octets and an error message 512 at most; a longer "length" is another protocol's text. */
const LONGEST_PACKET_BYTES = 1_024;

/** One packet: a handshake of protocol 10 that begins with the version, or an error (1130 not allowed, 1129 blocked, 1040 too many). */
function readGreeting(bytes: Uint8Array): Reading {
  const [low = 0, middle = 0, high = 0, sequence = 0, kind] = bytes;
  const length = low + (middle << 8) + (high << 16);
  if (length > LONGEST_PACKET_BYTES || sequence !== 0) return { kind: 'foreign' };
  if (kind === undefined) return { kind: 'incomplete' };
  if (length === 0 || (kind !== HANDSHAKE_V10 && kind !== ERROR)) return { kind: 'foreign' };
  if (bytes.length < HEADER_BYTES + length) return { kind: 'incomplete' };
  if (kind === ERROR) return { kind: 'rejection', product: null };
  const text = bytes.subarray(HEADER_BYTES + 1, HEADER_BYTES + length);
  const end = text.indexOf(0);
  return end <= 0 ? { kind: 'foreign' } : { kind: 'welcome', product: nameProduct(toDisplay(text.subarray(0, end))) };
}

/** MariaDB before 11 puts 5.5.5- before its version, for old replicas that read one digit only (RPL_VERSION_HACK in its source). */
function nameProduct(version: string): string | null {
  const mariadb = /^(?:5\.5\.5-)?(.+)-MariaDB/iu.exec(version)?.[1];
  return limitProduct(mariadb === undefined ? `MySQL ${version}` : `MariaDB ${mariadb}`);
}

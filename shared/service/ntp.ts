import { clientFirst } from './client-first.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { udp } from './service-port.ts';

/** Where we say "the time is", 8 octets; a server repeats it as the origin of its reply, which proves that it answers us. */
const transmitTimestamp = '534f 4e44 4520 3132';

/** Version 4, mode 3 (client), all else zero as in every simple client (RFC 5905 section 14). */
const request = hexBytes(`23 ${'00'.repeat(39)} ${transmitTimestamp}`);

/** NTP (RFC 5905). */
export const ntp = clientFirst({ id: 'ntp', name: 'NTP', ports: [udp(123)], probe: { udp: { request, read: readReply }, tcp: null } });

const PACKET_BYTES = 48;
const SERVER_MODE = 4;
const originTimestamp = hexBytes(transmitTimestamp);

/** The first kiss codes that mean "not you" (RFC 5905 section 7.4); others, as RATE, are answers. */
const deniedCodes = ['DENY', 'RSTR'];

function readReply(bytes: Uint8Array): Reading {
  const [flags, stratum] = bytes;
  if (flags !== undefined && (flags & 0b111) !== SERVER_MODE) return { kind: 'foreign' };
  if (bytes.length < PACKET_BYTES) return { kind: 'incomplete' };
  if (!originTimestamp.every((byte, index) => bytes[24 + index] === byte)) return { kind: 'foreign' };
  const isDenied = stratum === 0 && deniedCodes.includes(String.fromCharCode(...bytes.subarray(12, 16)));
  return { kind: isDenied ? 'rejection' : 'welcome', product: null };
}

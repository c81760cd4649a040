import { clientFirst } from './client-first.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp, tls, udp } from './service-port.ts';

/** The question ". IN NS": every server can answer or refuse it, and nobody's name is looked up. */
const question = '00 0002 0001';

/** Header (RFC 1035 section 4.1.1): a fixed id, recursion desired, one question. */
const query = `534f 0100 0001 0000 0000 0000 ${question}`;

/** DNS over UDP, TCP (RFC 7766) and TLS (RFC 7858). */
export const dns = clientFirst({
  id: 'dns',
  name: 'DNS',
  ports: [udp(53), tcp(53), tls(853)],
  probe: {
    udp: { request: hexBytes(query), read: readMessage },
    tcp: { request: hexBytes(`0011 ${query}`), read: readStream },
  },
});

const HEADER_BYTES = 12;
const idBytes = hexBytes('534f');
const questionBytes = hexBytes(question);

/** Over a stream two octets of length come first (RFC 1035 section 4.2.2). */
function readStream(bytes: Uint8Array): Reading {
  const [high, low] = bytes;
  if (high === undefined || low === undefined) return { kind: 'incomplete' };
  const end = 2 + high * 256 + low;
  const reading = readMessage(bytes.subarray(2, end));
  // A message that is whole and still too short is none.
  return reading.kind === 'incomplete' && bytes.length >= end ? { kind: 'foreign' } : reading;
}

/** A response to our question, whatever its code: REFUSED and SERVFAIL are answers of a DNS server too. */
function readMessage(bytes: Uint8Array): Reading {
  if (!beginsWith(bytes, idBytes)) return { kind: 'foreign' };
  const flags = bytes[2];
  const isResponse = flags === undefined || (flags & 0b1111_1000) === 0b1000_0000;
  if (!isResponse) return { kind: 'foreign' };
  if (bytes.length < HEADER_BYTES) return { kind: 'incomplete' };
  const questionCount = (bytes[4] ?? 0) * 256 + (bytes[5] ?? 0);
  if (questionCount === 0) return { kind: 'welcome', product: null };
  if (!beginsWith(bytes.subarray(HEADER_BYTES), questionBytes)) return { kind: 'foreign' };
  return bytes.length < HEADER_BYTES + questionBytes.length ? { kind: 'incomplete' } : { kind: 'welcome', product: null };
}

/** As far as there are bytes to compare. */
function beginsWith(bytes: Uint8Array, expected: Uint8Array): boolean {
  return bytes.subarray(0, expected.length).every((byte, index) => byte === expected[index]);
}

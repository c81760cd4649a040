import { clientFirst } from './client-first.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** Our number for the question, least octet first; the reply repeats it. */
const requestId = '534f4e44';

/** OP_MSG with the document { hello: 1, $db: "admin" }: what every driver asks first, and again every 10 s, without a login. */
const request = hexBytes(`
  34000000 ${requestId} 00000000 dd070000
    00000000 00
    1f000000  10 68656c6c6f00 01000000  02 24646200 06000000 61646d696e00  00
`);

/** MongoDB, from 3.6 on (OP_MSG). */
export const mongodb = clientFirst({
  id: 'mongodb',
  name: 'MongoDB',
  ports: [tcp(27_017)],
  probe: { tcp: { request, read: readReply }, udp: null },
});

const HEADER_BYTES = 16;
const requestIdBytes = hexBytes(requestId);
const OP_MSG = 2013;

/** A reply to hello is some hundred octets, a few thousand in a big replica set. */
const LONGEST_BYTES = 1_048_576;

/** Header: length, the server's number, our number, the kind; all of four octets, least first. */
function readReply(bytes: Uint8Array): Reading {
  if (bytes.length < HEADER_BYTES) return { kind: 'incomplete' };
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const length = header.getUint32(0, true);
  const isOurs = requestIdBytes.every((byte, index) => bytes[8 + index] === byte);
  if (!isOurs || length <= HEADER_BYTES || length > LONGEST_BYTES || header.getUint32(12, true) !== OP_MSG) return { kind: 'foreign' };
  return { kind: 'welcome', product: null };
}

import { clientFirst } from './client-first.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** PRELOGIN (MS-TDS section 2.2.6.5): options VERSION (0) and ENCRYPTION (1, "not supported"), the first words of every client. */
const request = hexBytes(`
  12 01 001a 0000 00 00
    00 000b 0006  01 0011 0001  ff
    000000000000  02
`);

/** Microsoft SQL Server. */
export const sqlServer = clientFirst({
  id: 'sql-server',
  name: 'SQL Server',
  ports: [tcp(1_433)],
  probe: { tcp: { request, read: readReply }, udp: null },
});

const RESPONSE = 0x04;
const LAST_PACKET = 0x01;
const HEADER_BYTES = 8;
const OPTION_BYTES = 5;

/** A reply to PRELOGIN is some 40 octets; a longer "length" is another protocol. */
const LONGEST_BYTES = 4_096;

/** Header: type, status, length; then options of token, offset and length, of which VERSION must be the first. */
function readReply(bytes: Uint8Array): Reading {
  const [type, status, high, low] = bytes;
  if ((type ?? RESPONSE) !== RESPONSE || (status ?? LAST_PACKET) !== LAST_PACKET) return { kind: 'foreign' };
  if (high === undefined || low === undefined) return { kind: 'incomplete' };
  const length = high * 256 + low;
  if (length < HEADER_BYTES + OPTION_BYTES || length > LONGEST_BYTES) return { kind: 'foreign' };
  if (bytes.length < length) return { kind: 'incomplete' };
  const body = bytes.subarray(HEADER_BYTES, length);
  const [token, offsetHigh = 0, offsetLow = 0] = body;
  const offset = offsetHigh * 256 + offsetLow;
  const [major, minor, buildHigh, buildLow] = body.subarray(offset, offset + 4);
  if (token !== 0 || major === undefined || minor === undefined || buildHigh === undefined || buildLow === undefined) {
    return { kind: 'foreign' };
  }
  return { kind: 'welcome', product: `Microsoft SQL Server ${major}.${minor}.${buildHigh * 256 + buildLow}` };
}

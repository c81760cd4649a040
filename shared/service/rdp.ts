import { clientFirst } from './client-first.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** X.224 connection request in a TPKT, offering TLS and CredSSP (MS-RDPBCGR section 2.2.1.1): the first words of every client. */
const request = hexBytes('0300 0013 0e e0 0000 0000 00 01 00 0800 03000000');

/** Remote Desktop. */
export const rdp = clientFirst({ id: 'rdp', name: 'RDP', ports: [tcp(3_389)], probe: { tcp: { request, read: readConfirm }, udp: null } });

const TPKT_VERSION = 3;
/** Of the X.224 header: the high half of its second octet. */
const CONNECTION_CONFIRM = 0xd;
const DISCONNECT_REQUEST = 0x8;

/** A header, three X.224 octets at least, 19 with the negotiation; more is another protocol. */
const SHORTEST_BYTES = 11;
const LONGEST_BYTES = 256;

function readConfirm(bytes: Uint8Array): Reading {
  const [version, reserved, high, low, , code] = bytes;
  if ((version ?? TPKT_VERSION) !== TPKT_VERSION || (reserved ?? 0) !== 0) return { kind: 'foreign' };
  if (high === undefined || low === undefined) return { kind: 'incomplete' };
  const length = high * 256 + low;
  if (length < SHORTEST_BYTES || length > LONGEST_BYTES) return { kind: 'foreign' };
  if (code === undefined || bytes.length < length) return { kind: 'incomplete' };
  const kind = code >> 4;
  if (kind === CONNECTION_CONFIRM) return { kind: 'welcome', product: null };
  return kind === DISCONNECT_REQUEST ? { kind: 'rejection', product: null } : { kind: 'foreign' };
}

import { readElement, readElements, readInteger } from './ber.ts';
import { clientFirst } from './client-first.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { udp } from './service-port.ts';

/** Id of the message, in three octets; the report must carry it. */
const MESSAGE_ID = 0x53_4f_4e;

/**
 * Engine discovery of SNMPv3 (RFC 3414 section 4): an empty request without user and engine, which every v3 agent answers with a report.
 *
 * Rather than a v2c question: that needs a community, so it guesses a password ("public"), is met with silence where the guess is
 * wrong, and may raise an authenticationFailure alarm. An agent with v3 switched off stays silent, which is told as "open or filtered".
 */
const request = hexBytes(`
  30 3b
    02 01 03
    30 10  02 03 534f4e  02 03 00ffe3  04 01 04  02 01 03
    04 10  30 0e  04 00  02 01 00  02 01 00  04 00  04 00  04 00
    30 12  04 00  04 00  a0 0c  02 02 37f0  02 01 00  02 01 00  30 00
`);

/** SNMP agents. */
export const snmp = clientFirst({ id: 'snmp', name: 'SNMP', ports: [udp(161)], probe: { udp: { request, read: readReport }, tcp: null } });

const SEQUENCE = 0x30;
const VERSION_3 = 3;

function readReport(bytes: Uint8Array): Reading {
  if (bytes.length > 0 && bytes[0] !== SEQUENCE) return { kind: 'foreign' };
  const message = readElement(bytes);
  if (message.kind !== 'element') return message;
  const [version, header] = readElements(message.body);
  const [messageId] = readElements(header?.body ?? new Uint8Array());
  if (readInteger(version) !== VERSION_3 || readInteger(messageId) !== MESSAGE_ID) return { kind: 'foreign' };
  return { kind: 'welcome', product: null };
}

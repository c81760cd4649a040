import { readElement, readElements, readInteger } from './ber.ts';
import { clientFirst } from './client-first.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/**
 * Message 1: search of the root DSE (RFC 4512 section 5.1), scope base, (objectClass=*), attributes "1.1", that is none
 * (RFC 4511 section 4.5.1.8): a directory must answer it before any bind, and tells nothing about its entries.
 */
const request = hexBytes('30 2a 020101 63 25 0400 0a0100 0a0100 020100 020100 010100 87 0b 6f626a656374436c617373 30 05 0403 312e31');

/** LDAP (RFC 4511). */
export const ldap = clientFirst({
  id: 'ldap',
  name: 'LDAP',
  ports: [tcp(389)],
  probe: { tcp: { request, read: readReply }, udp: null },
  // Message 2: UnbindRequest (RFC 4511 section 4.3), the only goodbye that is not text.
  quit: hexBytes('30 05 020102 4200'),
});

const SEQUENCE = 0x30;
const SEARCH_ENTRY = 0x64;
const SEARCH_DONE = 0x65;
const EXTENDED_RESPONSE = 0x78;

/** The entry, or the result without one: both answer. Message 0 is the notice of disconnection (RFC 4511 section 4.4.1). */
function readReply(bytes: Uint8Array): Reading {
  if (bytes.length > 0 && bytes[0] !== SEQUENCE) return { kind: 'foreign' };
  const message = readElement(bytes);
  if (message.kind !== 'element') return message;
  const [id, operation] = readElements(message.body);
  const messageId = readInteger(id);
  if (messageId === 1 && (operation?.tag === SEARCH_ENTRY || operation?.tag === SEARCH_DONE)) return { kind: 'welcome', product: null };
  return messageId === 0 && operation?.tag === EXTENDED_RESPONSE ? { kind: 'rejection', product: null } : { kind: 'foreign' };
}

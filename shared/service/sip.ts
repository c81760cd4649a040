import { clientFirst } from './client-first.ts';
import { limitProduct } from './product.ts';
import { readHead } from './read-head.ts';
import { textBytes } from './request-bytes.ts';
import type { Probe, Reading } from './service.ts';
import { tcp, udp } from './service-port.ts';

/** SIP (RFC 3261). */
export const sip = clientFirst({
  id: 'sip',
  name: 'SIP',
  ports: [udp(5_060), tcp(5_060)],
  probe: { udp: askOptions('UDP'), tcp: askOptions('TCP') },
});

/**
 * OPTIONS asks what a server can do and changes nothing (RFC 3261 section 11). Max-Forwards 0 keeps the first one from passing it on;
 * `rport` has the answer sent to where the question came from (RFC 3581), for we listen nowhere else. The branch is fixed, so a server
 * asked twice within 32 s may repeat its first answer (RFC 3261 section 17.2.2), which is an answer all the same.
 */
export function askOptions(transport: 'UDP' | 'TCP' | 'TLS'): Probe {
  const request = [
    'OPTIONS sip:sonde.invalid SIP/2.0',
    `Via: SIP/2.0/${transport} sonde.invalid;branch=z9hG4bK-sonde;rport`,
    'Max-Forwards: 0',
    'From: <sip:check@sonde.invalid>;tag=sonde',
    'To: <sip:sonde.invalid>',
    'Call-ID: check@sonde.invalid',
    'CSeq: 1 OPTIONS',
    'Accept: application/sdp',
    'Content-Length: 0',
  ];
  return { request: textBytes(`${request.join('\r\n')}\r\n\r\n`), read: readResponse };
}

/** Any status answers (401, 404 and 483 included); 5xx and 6xx say no. */
function readResponse(bytes: Uint8Array): Reading {
  const head = readHead(bytes, /^SIP\/2\.0 [1-6]\d\d(?: |$)/u);
  if (head.kind !== 'head') return head;
  const product = limitProduct(head.fields.get('server') ?? head.fields.get('user-agent') ?? '');
  return { kind: /^SIP\/2\.0 [56]/u.test(head.startLine) ? 'rejection' : 'welcome', product };
}

import { imap } from './imap.ts';
import { tls } from './service-port.ts';
import type { Service } from './service.ts';

/** IMAP where TLS comes first (RFC 8314 section 3.2). */
export const imaps: Service = { ...imap, id: 'imaps', name: 'IMAPS', ports: [tls(993)] };

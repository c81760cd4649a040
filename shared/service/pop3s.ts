import { pop3 } from './pop3.ts';
import { tls } from './service-port.ts';
import type { Service } from './service.ts';

/** POP3 where TLS comes first (RFC 8314 section 3.1). */
export const pop3s: Service = { ...pop3, id: 'pop3s', name: 'POP3S', ports: [tls(995)] };

import { tls } from './service-port.ts';
import type { Service } from './service.ts';
import { smtp } from './smtp.ts';

/** Mail submission where TLS comes first (RFC 8314 section 3.3). */
export const smtps: Service = { ...smtp, id: 'smtps', name: 'SMTPS', ports: [tls(465)] };

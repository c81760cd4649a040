import { http } from './http.ts';
import { tls } from './service-port.ts';
import type { Service } from './service.ts';

/** HTTP over TLS. Only HTTP/1.1 is offered, for the request that follows is written in it. */
export const https: Service = { ...http, id: 'https', name: 'HTTPS', ports: [tls(443), tls(8_443)], alpn: ['http/1.1'] };

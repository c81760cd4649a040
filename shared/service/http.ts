import { clientFirst } from './client-first.ts';
import { readHttpReply } from './http-reply.ts';
import { tcp } from './service-port.ts';

/** HTTP (RFC 9112), with the ports people put a second one on. */
export const http = clientFirst({
  id: 'http',
  name: 'HTTP',
  ports: [tcp(80), tcp(8_080), tcp(8_000), tcp(8_008), tcp(8_081), tcp(8_888)],
  readGreeting: readHttpReply,
  speaksHttp: true,
});

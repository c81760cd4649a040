import { http } from './http.ts';
import { tcp } from './service-port.ts';
import type { Service } from './service.ts';

/** Elasticsearch and OpenSearch: HTTP. Their newer versions expect TLS on the same port, which only asking tells. */
export const elasticsearch: Service = { ...http, id: 'elasticsearch', name: 'Elasticsearch', ports: [tcp(9_200)] };

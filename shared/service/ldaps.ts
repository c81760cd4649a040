import { ldap } from './ldap.ts';
import { tls } from './service-port.ts';
import type { Service } from './service.ts';

/** LDAP where TLS comes first. */
export const ldaps: Service = { ...ldap, id: 'ldaps', name: 'LDAPS', ports: [tls(636)] };

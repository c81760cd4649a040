import { tls } from './service-port.ts';
import type { Service } from './service.ts';
import { askOptions, sip } from './sip.ts';

/** SIP where TLS comes first. */
export const sips: Service = {
  ...sip,
  id: 'sips',
  name: 'SIP over TLS',
  ports: [tls(5_061)],
  probe: { tcp: askOptions('TLS'), udp: null },
};

import { ftp } from './ftp.ts';
import type { Service } from './service.ts';
import { tls } from './service-port.ts';

/** FTP where TLS comes first. */
export const ftps: Service = { ...ftp, id: 'ftps', name: 'FTPS', ports: [tls(990)] };

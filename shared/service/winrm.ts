import { http } from './http.ts';
import { tcp, tls } from './service-port.ts';
import type { Service } from './service.ts';

/** Windows Remote Management: HTTP, where / answers 404 and /wsman 401 or 405. */
export const winrm: Service = { ...http, id: 'winrm', name: 'WinRM', ports: [tcp(5_985), tls(5_986)] };

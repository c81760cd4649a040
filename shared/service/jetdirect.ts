import { clientFirst } from './client-first.ts';
import { tcp } from './service-port.ts';

/** Raw printing (JetDirect, AppSocket). Whatever is sent may come out on paper, so nothing is. */
export const jetdirect = clientFirst({ id: 'jetdirect', name: 'Printer (JetDirect)', ports: [tcp(9_100)] });

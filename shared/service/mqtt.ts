import { clientFirst } from './client-first.ts';
import { tcp, tls } from './service-port.ts';

/** MQTT. The only first words are a CONNECT, which opens a session and may end another one of the same name; so none are said. */
export const mqtt = clientFirst({ id: 'mqtt', name: 'MQTT', ports: [tcp(1_883), tls(8_883)] });

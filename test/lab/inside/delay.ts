import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';

interface Settings {
  readonly delayMs: number;
  /** Where packets come in. */
  readonly relay: number;
  /** Where they go back to. */
  readonly tunnel: number;
}

/** Run inside a lab router with a file of settings: gives every datagram back unchanged, later. */
const { delayMs, relay, tunnel } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Settings;
const socket = createSocket('udp4', (packet) => {
  setTimeout(() => socket.send(packet, tunnel, '127.0.0.1'), delayMs);
});
socket.bind(relay, '127.0.0.1');

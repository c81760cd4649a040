import type { ServicePort } from './service.ts';

/** A TCP port in plain text. */
export function tcp(port: number): ServicePort {
  return { port, transport: 'tcp', tls: false };
}

/** A TCP port where TLS comes first. */
export function tls(port: number): ServicePort {
  return { port, transport: 'tcp', tls: true };
}

/** A UDP port. */
export function udp(port: number): ServicePort {
  return { port, transport: 'udp', tls: false };
}

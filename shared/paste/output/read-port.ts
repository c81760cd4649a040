import { findServiceName } from '../find-service-name.ts';

/** The port a tool prints, as a number or by its name in /etc/services; null when it is none. */
export function readPort(text: string): number | null {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : (findServiceName(text)?.port ?? 0);
  return port >= 1 && port <= LAST_PORT ? port : null;
}

const LAST_PORT = 65_535;

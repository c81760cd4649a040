import type { ChosenOptions } from '../check/options.ts';
import type { Transport } from '../check/target.ts';
import { findServiceName } from './find-service-name.ts';

/** What the scheme of a URL says about a check. */
export interface Scheme {
  /** Null when the scheme has none of its own. */
  readonly port: number | null;
  readonly transport: Transport;
  readonly speaksHttp: boolean;
  readonly options: ChosenOptions;
}

/** The scheme of this name in any case, or null when it is not known. */
export function findScheme(name: string): Scheme | null {
  const word = name.toLowerCase();
  const bare = bareSchemes.get(word);
  if (bare !== undefined) return bare;
  const service = findServiceName(word);
  if (service === null) return null;
  const { id, port, transport, tls, speaksHttp } = service;
  return { port, transport, speaksHttp, options: { service: id, tls: tls ? 'on' : 'off' } };
}

/** Schemes of no service. `telnet://host:5432` is how people make curl open a plain connection, so it promises nothing but its port. */
const bareSchemes = new Map<string, Scheme>([
  ['telnet', { port: 23, transport: 'tcp', speaksHttp: false, options: {} }],
  ['tcp', { port: null, transport: 'tcp', speaksHttp: false, options: {} }],
  ['udp', { port: null, transport: 'udp', speaksHttp: false, options: {} }],
  ['tls', { port: null, transport: 'tcp', speaksHttp: false, options: { tls: 'on' } }],
  ['ssl', { port: null, transport: 'tcp', speaksHttp: false, options: { tls: 'on' } }],
]);

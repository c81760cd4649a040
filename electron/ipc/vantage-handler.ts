import { getServers } from 'node:dns';
import { networkInterfaces } from 'node:os';

import type { Vantage } from '../../shared/ipc/vantage.ts';
import type { CallHandler } from './handlers.ts';

/** Addresses that mean something only to this computer or its own wire (RFC 3927, RFC 4291 section 2.5.6). */
const linkLocal = /^(169\.254\.|fe[89ab])/iu;

/** Tells where this computer looks from. */
export const readVantage: CallHandler<'readVantage'> = (): Vantage => ({
  addresses: Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !linkLocal.test(address))
    .map(({ address, family }) => ({ address, family: family === 'IPv6' ? 6 : 4 })),
  resolvers: getServers(),
});

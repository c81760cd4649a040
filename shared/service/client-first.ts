import type { Service } from './service.ts';

/** How long a service that lets the client speak first, or an unknown one, is listened to: an early close shows within it, and it delays nobody. */
export const CLIENT_FIRST_LISTEN_MS = 300;

type ClientFirst = Pick<Service, 'id' | 'name' | 'ports'> &
  Partial<Pick<Service, 'readGreeting' | 'quit' | 'probe' | 'speaksHttp' | 'alpn'>>;

/** A service that waits for the client to speak; what is not named is absent. */
export function clientFirst(named: ClientFirst): Service {
  return {
    speaksFirst: 'client',
    greetingLimitMs: CLIENT_FIRST_LISTEN_MS,
    readGreeting: null,
    quit: null,
    probe: { tcp: null, udp: null },
    speaksHttp: false,
    alpn: [],
    caution: null,
    ...named,
  };
}

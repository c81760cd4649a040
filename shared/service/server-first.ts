import type { Service } from './service.ts';

/** The time a greeting may take where the server has nothing to do first, in milliseconds. */
const GREETING_LIMIT_MS = 2_000;

/**
 * The time a greeting may take where the server looks up the client's name first, in milliseconds: a name server that does not
 * answer costs 5 s before the resolver goes on to the next (resolv.conf(5), timeout), and that delay is a finding of its own.
 */
export const REVERSE_LOOKUP_LIMIT_MS = 7_000;

type ServerFirst = Pick<Service, 'id' | 'name' | 'ports' | 'readGreeting'> & Partial<Pick<Service, 'greetingLimitMs' | 'quit' | 'caution'>>;

/** A service that greets; what is not named is absent. */
export function serverFirst(named: ServerFirst): Service {
  return {
    speaksFirst: 'server',
    greetingLimitMs: GREETING_LIMIT_MS,
    quit: null,
    // ALPN stays empty for mail and files: many servers know no name for it, and some refuse one they do not expect (RFC 7301 section 3.2).
    alpn: [],
    probe: { tcp: null, udp: null },
    speaksHttp: false,
    caution: null,
    ...named,
  };
}

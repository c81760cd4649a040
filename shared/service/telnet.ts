import { beginsOtherGreeting } from './other-greeting.ts';
import { REVERSE_LOOKUP_LIMIT_MS, serverFirst } from './server-first.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** Telnet (RFC 854): servers open with option negotiation or a login prompt. telnetd looks up the client's name first. */
export const telnet = serverFirst({
  id: 'telnet',
  name: 'Telnet',
  ports: [tcp(23)],
  greetingLimitMs: REVERSE_LOOKUP_LIMIT_MS,
  readGreeting,
});

/** Anything opens a Telnet session, a prompt without a line end included, except the words of another protocol. */
function readGreeting(bytes: Uint8Array): Reading {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16));
  switch (beginsOtherGreeting(beginning)) {
    case 'yes':
      return { kind: 'foreign' };
    case 'perhaps':
      return { kind: 'incomplete' };
    case 'no':
      return { kind: 'welcome', product: null };
  }
}

/** Option negotiation: IAC and one of WILL, WON'T, DO, DON'T. What proves Telnet on a port where nobody expects it. */
export function readNegotiation(bytes: Uint8Array): Reading {
  const [iac, command] = bytes;
  if (iac !== 0xff) return { kind: iac === undefined ? 'incomplete' : 'foreign' };
  if (command === undefined) return { kind: 'incomplete' };
  return command >= 0xfb && command <= 0xfe ? { kind: 'welcome', product: null } : { kind: 'foreign' };
}

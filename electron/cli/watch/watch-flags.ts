import { checkFlags, type Flag } from '../flags.ts';

const { timeout, address, udp, tls, source, ipv4, ipv6, json } = checkFlags;

/** The flags of `sonde watch`, in the order the help shows them. */
export const watchFlags = {
  interval: { type: 'string', value: '<s>', help: 'from the start of one check to the start of the next, in seconds (2)' },
  count: { type: 'string', value: '<n>', help: 'stop after so many checks' },
  'until-change': { type: 'boolean', help: 'stop once the outcome is another than before' },
  bell: { type: 'boolean', help: 'ring the terminal when the outcome changes' },
  yes: { type: 'boolean', help: 'check as often as asked for, whatever it costs the service' },
  expect: { type: 'string', value: '<outcome>', help: 'the outcome of the last check that counts as success (succeeded)' },
  timeout,
  'connect-only': checkFlags['connect-only'],
  address,
  udp,
  tls,
  'no-tls': checkFlags['no-tls'],
  source,
  ipv4,
  ipv6,
  'no-save': checkFlags['no-save'],
  data: checkFlags.data,
  json,
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;

/** The name of a flag of `sonde watch`, without its dashes. */
export type WatchFlagName = keyof typeof watchFlags;

/** One flag of `sonde check`: how it is written, what its value is called, and what it does. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  /** A single letter that means the same. */
  readonly short?: string;
  /** The name of its value in the help; absent for a switch. */
  readonly value?: string;
  readonly help: string;
}

/** The flags of `sonde check`, in the order the help shows them. */
export const checkFlags = {
  timeout: { type: 'string', value: '<s>', help: 'limit of each connection attempt, handshake and reply, in seconds (5)' },
  'connect-only': { type: 'boolean', help: 'stop once connected and send nothing, as nc -z' },
  address: { type: 'string', value: '<ip>', help: 'dial this address only, and keep the name for TLS' },
  expect: { type: 'string', value: '<outcome>', help: 'the outcome that counts as success (succeeded)' },
  rate: { type: 'string', value: '<n>', help: 'new connections a second to each host (50; no limit on loopback)' },
  yes: { type: 'boolean', help: 'make more than 100 connections to one host without asking' },
  udp: { type: 'boolean', help: 'check UDP instead of TCP' },
  tls: { type: 'boolean', help: 'expect TLS, whatever the port' },
  'no-tls': { type: 'boolean', help: 'expect no TLS, whatever the port' },
  source: { type: 'string', value: '<ip>', help: 'dial from this address of this computer' },
  ipv4: { type: 'boolean', short: '4', help: 'dial IPv4 addresses only' },
  ipv6: { type: 'boolean', short: '6', help: 'dial IPv6 addresses only' },
  'no-save': { type: 'boolean', help: 'do not keep the result' },
  data: { type: 'string', value: '<dir>', help: 'keep the result in this folder instead of the app’s' },
  json: { type: 'boolean', help: 'print one JSON object a line, as checks end' },
  'json-schema': { type: 'boolean', help: 'print the JSON Schema of that object' },
  help: { type: 'boolean', short: 'h', help: 'show this' },
} as const satisfies Record<string, Flag>;

/** The name of a flag of `sonde check`, without its dashes. */
export type FlagName = keyof typeof checkFlags;

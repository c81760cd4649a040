import { checkFlags, type Flag } from '../flags.ts';

/** The flags of `sonde read`, in the order the help shows them. */
export const readFlags = {
  about: { type: 'string', value: '<target>', help: 'the host and port it is about, where it does not say' },
  from: { type: 'string', value: '<place>', help: 'where it was printed (customer)' },
  client: { type: 'string', value: '<ip>', help: 'the customer’s address as the server sees it, for rules about addresses' },
  'no-save': { type: 'boolean', help: 'do not keep what is a check' },
  data: checkFlags.data,
  json: { type: 'boolean', help: 'print one JSON object' },
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;

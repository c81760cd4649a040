import { checkFlags, type Flag } from '../flags.ts';

/** The flags of `sonde explain`, in the order the help shows them. */
export const explainFlags = {
  measure: { type: 'boolean', help: 'make the measurements that are wanted: they send to other hosts, too' },
  'name-server': { type: 'string', value: '<ip>', help: 'a DNS server to compare with, or several with commas; it learns the name' },
  answer: { type: 'string', value: '<q=a>', help: 'an answer to a question by its name, or several with commas' },
  paste: { type: 'string', value: '<file>', help: 'read what commands printed on the server or elsewhere; - is stdin' },
  place: { type: 'string', value: '<name>', help: 'where a pasted test was made (customer)' },
  timeout: checkFlags.timeout,
  udp: checkFlags.udp,
  tls: checkFlags.tls,
  'no-tls': checkFlags['no-tls'],
  ipv4: checkFlags.ipv4,
  ipv6: checkFlags.ipv6,
  'no-save': checkFlags['no-save'],
  data: checkFlags.data,
  json: { type: 'boolean', help: 'print one JSON object' },
  help: checkFlags.help,
} as const satisfies Record<string, Flag>;

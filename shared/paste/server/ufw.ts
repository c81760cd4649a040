import type { OutputForm } from '../output/output-form.ts';
import { readPort } from '../output/read-port.ts';
import { learnt, type Told } from '../output/told.ts';
import { matchAddress, packetsTo, type Packet } from './filter/packet.ts';
import type { Verdict } from './filter/rules.ts';

/** ufw status, plain, verbose or numbered. Only "verbose" prints the default; ufw's own is to drop. */
export const ufw: OutputForm = {
  name: 'ufw',
  needsTarget: true,
  read: ({ lines }, context) => {
    const status = lines.find((line) => /^Status: (?:in)?active$/u.test(line));
    if (status === undefined) return null;
    const isActive = status === 'Status: active';
    const known = [learnt({ kind: 'system', system: 'linux' }, status), learnt({ kind: 'firewall', firewall: 'ufw', isActive }, status)];
    return isActive ? [...known, ...packetsTo(context).map((packet) => readRules(lines, packet))] : known;
  },
};

const row =
  /^(?:\[ ?\d{1,4}\] )?(.{1,60}?) {2,}(ALLOW|DENY|REJECT|LIMIT)(?: (IN|OUT|FWD))? {2,}(\S.{0,80}?)(?: {2,}# .{0,100}| \(log.{0,10}\))?$/u;

const verdicts = new Map<string, Verdict>([
  ['ALLOW', 'accepts'],
  // The first six connections in 30 seconds pass.
  ['LIMIT', 'accepts'],
  ['DENY', 'drops'],
  ['REJECT', 'rejects'],
]);

function readRules(lines: readonly string[], packet: Packet): Told {
  const { family } = packet;
  for (const line of lines) {
    const [, to = '', action = '', direction = 'IN', from = ''] = row.exec(line.trim()) ?? [];
    const verdict = verdicts.get(action);
    if (verdict === undefined || direction !== 'IN' || to.includes('(v6)') !== (packet.family === 6)) continue;
    const source = from.replace(/ \(v6\)$/u, '');
    const match = isTo(to.replace(/ \(v6\)/u, ''), packet) ? matchAddress(packet.source, source) : 'no';
    if (match === 'yes') return learnt({ kind: 'firewall_rule', firewall: 'ufw', verdict, family }, line.trim());
    if (match === 'unknown') return { kind: 'undecided', line: line.trim() };
  }
  const policy = lines.find((line) => line.startsWith('Default: ')) ?? 'Status: active';
  const word = /Default: (\w{1,10}) \(incoming\)/u.exec(policy)?.[1] ?? 'deny';
  const verdict = word === 'allow' ? 'accepts' : word === 'reject' ? 'rejects' : 'drops';
  return learnt({ kind: 'firewall_rule', firewall: 'ufw', verdict, family }, policy);
}

/** "22/tcp", "8000:8100/tcp", "80,443/tcp", "53", "Anywhere", "203.0.113.96 22/tcp", "80/tcp (Nginx HTTP)", "OpenSSH". */
function isTo(text: string, { port, transport, destination }: Packet): boolean {
  const words = text.replace(/ \(.{1,60}\)$/u, '').split(' ');
  const place = words.find(
    (word) => matchAddress(destination, word) !== 'unknown' && /[.:]/u.test(word) && !/^\d{1,5}:\d{1,5}/u.test(word),
  );
  if (place !== undefined && matchAddress(destination, place) === 'no') return false;
  const ports = words.find((word) => /^[\d,:]{1,60}(?:\/(?:tcp|udp))?$/u.test(word) && word !== place);
  if (ports === undefined)
    return /^Anywhere$/u.test(text) || place !== undefined || readPort(text.toLowerCase()) === port || profiles.get(text) === port;
  const [list = '', protocol = transport] = ports.split('/');
  return protocol === transport && list.split(',').some((range) => holds(range, port));
}

function holds(range: string, port: number): boolean {
  const [first = '', last = first] = range.split(':');
  return port >= Number(first) && port <= Number(last);
}

/** Profiles that the plain form prints by their name alone, of the packages most servers have. */
const profiles = new Map([
  ['OpenSSH', 22],
  ['Nginx HTTP', 80],
  ['Nginx HTTPS', 443],
  ['Apache', 80],
  ['Apache Secure', 443],
  ['WWW', 80],
  ['WWW Secure', 443],
  ['Postfix', 25],
  ['Samba', 445],
]);

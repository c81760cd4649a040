import { readHost } from '../../check/host-name.ts';
import { slots } from '../../guidance/commands/slot.ts';
import { serviceOfPort } from '../../service/find-service.ts';
import type { OutputForm } from '../output/output-form.ts';
import type { PasteContext } from '../output/paste-context.ts';
import { readPort } from '../output/read-port.ts';
import { learnt, type Told } from '../output/told.ts';
import { matchAddress, packetsTo } from './filter/packet.ts';

/** firewall-cmd --state and --list-all: what the zone does with the target's port. What it does not list falls to the zone's target. */
export const firewallCmd: OutputForm = {
  name: 'firewall-cmd',
  needsTarget: true,
  read: ({ lines, program }, context) => {
    const state = lines.find((line) => /^(?:not running|running|FirewallD is not running)$/u.test(line.trim()));
    if (state !== undefined && (program === 'firewall-cmd' || state.startsWith('FirewallD'))) {
      return [learnt({ kind: 'firewall', firewall: 'firewalld', isActive: state.trim() === 'running' }, state)];
    }
    const targetAt = lines.findIndex((line) => /^ {2}target: \S/u.test(line));
    if (targetAt < 1) return null;
    const zone = /^(\S{1,40})(?: \(.{1,60}\))?$/u.exec(lines[targetAt - 1] ?? '')?.[1] ?? '';
    return [
      learnt({ kind: 'system', system: 'linux' }, lines[targetAt] ?? ''),
      learnt({ kind: 'firewall', firewall: 'firewalld', isActive: true }, lines[targetAt - 1] ?? ''),
      ...(slots.zone(zone) ? [learnt({ kind: 'firewall_zone', zone }, lines[targetAt - 1] ?? '')] : []),
      ...readZone(lines.slice(targetAt), context),
    ];
  },
};

/**
 * 1. Rich rules that name the port or its service, in the order the kernel asks: denials first (firewalld.richlanguage(5)).
 * 2. Ports and services of the zone.
 * 3. The zone's target: "default" rejects with icmp-admin-prohibited, as firewalld.zone(5) says.
 */
function readZone(lines: readonly string[], context: PasteContext): readonly Told[] {
  const { target } = context;
  if (target === null) return [];
  const rich = readRich(lines, context);
  if (rich !== null) return [rich];
  const ports = list(lines, 'ports').flatMap((item) => /^(\d{1,5})(?:-(\d{1,5}))?\/(tcp|udp)$/u.exec(item) ?? []);
  const listed = list(lines, 'ports').some((item) => holdsPort(item, target.port, target.transport));
  const named = list(lines, 'services').some((item) => isServiceOf(item, context));
  const line = (name: string): string => lines.find((candidate) => candidate.trim().startsWith(`${name}:`))?.trim() ?? '';
  if (listed) return [verdict('accepts', line('ports'))];
  if (named) return [verdict('accepts', line('services'))];
  const kind = /^target: (\S{1,20})$/u.exec(line('target'))?.[1] ?? '';
  if (kind === 'ACCEPT') return [verdict('accepts', line('target'))];
  return [verdict(kind === 'DROP' ? 'drops' : 'rejects', ports.length === 0 ? line('services') : line('ports'))];
}

function verdict(word: 'accepts' | 'rejects' | 'drops', line: string): Told {
  return learnt({ kind: 'firewall_rule', firewall: 'firewalld', verdict: word, family: null }, line);
}

function list(lines: readonly string[], name: string): readonly string[] {
  const line = lines.find((candidate) => candidate.trim().startsWith(`${name}:`)) ?? '';
  return line
    .slice(line.indexOf(':') + 1)
    .trim()
    .split(/\s+/u)
    .filter((item) => item !== '');
}

function holdsPort(item: string, port: number, transport: string): boolean {
  const [, firstText, lastText = firstText, protocol] = /^(\d{1,5})(?:-(\d{1,5}))?\/(tcp|udp)$/u.exec(item) ?? [];
  return protocol === transport && port >= Number(firstText) && port <= Number(lastText);
}

/** firewalld names its services mostly as we do. */
function isServiceOf(item: string, { target }: PasteContext): boolean {
  if (target === null) return false;
  const service = serviceOfPort(target);
  return (service !== null && (service.id === item || otherNames.get(item) === service.id)) || readPort(item) === target.port;
}

const otherNames = new Map([
  ['rdp', 'rdp'],
  ['samba', 'smb'],
  ['smtp-submission', 'submission'],
  ['mssql', 'sql-server'],
  ['mongodb', 'mongodb'],
  ['vnc-server', 'vnc'],
]);

function readRich(lines: readonly string[], context: PasteContext): Told | null {
  const rules = lines.flatMap((line) => readRichRule(line.trim(), context));
  return rules.find(({ word }) => word !== 'accepts')?.told ?? rules[0]?.told ?? null;
}

function readRichRule(
  line: string,
  context: PasteContext,
): readonly { readonly word: 'accepts' | 'rejects' | 'drops'; readonly told: Told }[] {
  const { target, client } = context;
  if (!line.startsWith('rule ') || target === null) return [];
  const port = /port port="([\d-]{1,11})" protocol="(tcp|udp)"/u.exec(line);
  const service = /service name="([^"]{1,60})"/u.exec(line)?.[1];
  const isOfPort =
    port === null
      ? service === undefined || isServiceOf(service, context)
      : holdsPort(`${port[1] ?? ''}/${port[2] ?? ''}`, target.port, target.transport);
  const source = /source address="([^"]{1,60})"/u.exec(line)?.[1];
  const known = client === null ? null : readHost(client);
  const isOfSource = source === undefined || (known?.kind === 'host' && matchAddress(known.host, source) === 'yes');
  const word = / accept\b/u.test(line) ? 'accepts' : / reject\b/u.test(line) ? 'rejects' : / drop\b/u.test(line) ? 'drops' : null;
  return word === null || !isOfPort || !isOfSource || packetsTo(context).length === 0 ? [] : [{ word, told: verdict(word, line) }];
}

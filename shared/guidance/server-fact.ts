import * as v from 'valibot';

import { familySchema } from '../check/evidence.ts';
import { portSchema } from '../check/target.ts';
import { listeningScopeSchema } from './measurement.ts';

/** The systems guidance has commands for. */
export const systems = ['linux', 'windows', 'macos'] as const;

/** A system guidance has commands for. */
export const systemSchema = v.picklist(systems);

/** A system guidance has commands for. */
export type System = v.InferOutput<typeof systemSchema>;

/** What owns the rules of a packet filter. "cloud": a security group or network list beside the server. */
export const firewallSchema = v.picklist(['firewalld', 'ufw', 'nftables', 'iptables', 'windows', 'macos', 'pf', 'cloud']);

/** What owns the rules of a packet filter. */
export type Firewall = v.InferOutput<typeof firewallSchema>;

/** What a line of a service's log means. */
export const logMeanings = [
  'nothing_of_it',
  'tcp_wrappers_denial',
  'address_banned',
  'too_many_connections',
  'access_denied',
  'port_in_use',
  'permission_denied',
  'configuration_error',
  'out_of_resources',
  'certificate_unreadable',
  'backend_unreachable',
] as const;

/** What only a person knows; never read from a pasted text. */
export const toldThings = [
  'spelling_right',
  'spelling_wrong',
  'port_right',
  'port_wrong',
  'client_same',
  'client_other_place',
  'client_other_security',
  'dialogue_answers',
  'dialogue_refuses',
  'dialogue_silent',
  'commands_impossible',
] as const;

const learnt = {
  /** "pasted": read from a printed line. "answered": a person said so. "remembered": said once for this host. "measured": this computer is the server. */
  source: v.picklist(['pasted', 'answered', 'remembered', 'measured']),
  /** The line that says so, as visible text; null when nobody printed one. */
  line: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  /** When it was learnt, Unix milliseconds. */
  atMs: v.number(),
};

/**
 * Something known about the server, however it was learnt: read from what a command printed there, or answered by a person.
 *
 * All of them are about the target of the check: its port, its service, this client.
 */
export const serverFactSchema = v.variant('kind', [
  /** Which system the server runs: uname, systeminfo, any output only one system prints. */
  v.strictObject({ kind: v.literal('system'), system: systemSchema, ...learnt }),
  /** ss, netstat, lsof, Get-NetTCPConnection: where the target's port is listened on. */
  v.strictObject({ kind: v.literal('listening'), scope: listeningScopeSchema, ...learnt }),
  /** ps, tasklist: whether a program of the service runs. */
  v.strictObject({ kind: v.literal('process'), isRunning: v.boolean(), ...learnt }),
  /** systemctl status, service, Get-Service, launchctl. */
  v.strictObject({ kind: v.literal('service'), state: v.picklist(['running', 'stopped', 'failed', 'not_installed']), ...learnt }),
  /** The unit or program it runs under, of the closed list in commands/programs.ts. */
  v.strictObject({ kind: v.literal('program'), program: v.pipe(v.string(), v.maxLength(40)), ...learnt }),
  /** Which front end owns the rules, and whether it filters at all: firewall-cmd --state, ufw status, Get-NetFirewallProfile. */
  v.strictObject({ kind: v.literal('firewall'), firewall: firewallSchema, isActive: v.boolean(), ...learnt }),
  /** The zone the port is reached through, one of firewalld's own (commands/slot.ts). */
  v.strictObject({ kind: v.literal('firewall_zone'), zone: v.pipe(v.string(), v.maxLength(40)), ...learnt }),
  /** What the rules do with a new connection to the port: the first rule that matches, else the policy. */
  v.strictObject({
    kind: v.literal('firewall_rule'),
    firewall: firewallSchema,
    verdict: v.picklist(['accepts', 'rejects', 'drops']),
    family: v.nullable(familySchema),
    ...learnt,
  }),
  /** docker ps: where the port of a container is published. */
  v.strictObject({ kind: v.literal('container'), published: v.picklist(['everywhere', 'loopback', 'nowhere', 'no_container']), ...learnt }),
  /** ldd: whether the program can use TCP wrappers. */
  v.strictObject({ kind: v.literal('libwrap'), isLinked: v.boolean(), ...learnt }),
  /** hosts.allow and hosts.deny, the first line that matches; tcpdmatch. */
  v.strictObject({ kind: v.literal('tcp_wrappers'), verdict: v.picklist(['denies', 'allows', 'no_rule']), ...learnt }),
  /** fail2ban-client status. */
  v.strictObject({ kind: v.literal('ban'), isBanned: v.boolean(), ...learnt }),
  /** A line of the service's log. */
  v.strictObject({ kind: v.literal('log'), meaning: v.picklist(logMeanings), ...learnt }),
  /** tcpdump or pktmon on the server: does the request arrive, does a reply leave? */
  v.strictObject({ kind: v.literal('capture'), arrives: v.boolean(), isAnswered: v.boolean(), ...learnt }),
  /** getenforce and ausearch: it is on, and it has denied this. */
  v.strictObject({ kind: v.literal('selinux'), isEnforcing: v.boolean(), hasDenied: v.boolean(), ...learnt }),
  /** ip route get CLIENT, on the server: whether there is a way back. */
  v.strictObject({ kind: v.literal('return_route'), isThere: v.boolean(), ...learnt }),
  /** ip route show default, on the server. */
  v.strictObject({
    kind: v.literal('default_route'),
    gateway: v.nullable(v.pipe(v.string(), v.maxLength(120))),
    interfaceName: v.nullable(v.pipe(v.string(), v.maxLength(40))),
    ...learnt,
  }),
  /** The port the service is configured for: a Listen or Port line. */
  v.strictObject({ kind: v.literal('configured_port'), port: portSchema, ...learnt }),
  /** What only a person knows. */
  v.strictObject({ kind: v.literal('told'), what: v.picklist(toldThings), ...learnt }),
]);

/** Something known about the server. */
export type ServerFact = v.InferOutput<typeof serverFactSchema>;

/** A server fact of one kind. */
export type ServerFactOf<Kind extends ServerFact['kind']> = Extract<ServerFact, { readonly kind: Kind }>;

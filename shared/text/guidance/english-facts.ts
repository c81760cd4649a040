import type { ServerFactOf } from '../../guidance/server-fact.ts';
import type { GuidanceWords } from './guidance-words.ts';

/** What is known about the server, a sentence each, whoever said so. */
export const englishFacts: GuidanceWords['facts'] = {
  system: ({ system }) => `The server runs ${{ linux: 'Linux', windows: 'Windows', macos: 'macOS' }[system]}.`,
  listening: ({ scope }, { port }) => listening[scope](port),
  process: ({ isRunning }) => (isRunning ? 'Its process runs.' : 'No process of it runs.'),
  service: ({ state }) => services[state],
  program: ({ program }) => `The program there is ${program}.`,
  firewall: ({ firewall, isActive }) => `${firewalls[firewall]} ${isActive ? 'is active' : 'is not active'} there.`,
  firewall_zone: ({ zone }) => `The port is reached through the zone “${zone}”.`,
  firewall_rule: ({ verdict, family }, { port }) =>
    `The server’s firewall ${verdict} what comes for port ${port}${family === null ? '' : ` over IPv${family}`}.`,
  container: ({ published }) => containers[published],
  libwrap: ({ isLinked }) =>
    isLinked ? 'The program is built with TCP wrappers (libwrap).' : 'The program is built without TCP wrappers (libwrap).',
  tcp_wrappers: ({ verdict }) => wrappers[verdict],
  ban: ({ isBanned }) => (isBanned ? 'fail2ban has banned this client.' : 'fail2ban has not banned this client.'),
  log: ({ meaning }) => logs[meaning],
  capture: ({ arrives, isAnswered }) =>
    arrives
      ? `The request arrives at the server, and ${isAnswered ? 'a reply leaves' : 'nothing goes back'}.`
      : 'The request does not arrive at the server.',
  selinux: ({ isEnforcing, hasDenied }) => `SELinux is ${isEnforcing ? 'on' : 'off'}${hasDenied ? ' and has denied this' : ''}.`,
  return_route: ({ isThere }) => (isThere ? 'The server has a route back.' : 'The server has no route back.'),
  default_route: ({ gateway }) => (gateway === null ? 'There is no default route.' : `The default route goes through ${gateway}.`),
  configured_port: ({ port: configured }) => `The service is set to port ${configured}.`,
  told: ({ what }) => told[what],
};

const listening: Readonly<Record<ServerFactOf<'listening'>['scope'], (port: number) => string>> = {
  nowhere: (port) => `Nothing listens on port ${port} there.`,
  loopback: (port) => `Port ${port} is listened on at the loopback address only.`,
  one_address: (port) => `Port ${port} is listened on at another address only.`,
  ipv4: (port) => `Port ${port} is listened on over IPv4 only.`,
  ipv6: (port) => `Port ${port} is listened on over IPv6 only.`,
  all: (port) => `A program listens on port ${port} there.`,
};

const services = {
  running: 'The service is running.',
  stopped: 'The service is stopped.',
  failed: 'The service was started and failed.',
  not_installed: 'There is no such service on the server.',
} as const;

const firewalls = {
  firewalld: 'firewalld',
  ufw: 'ufw',
  nftables: 'nftables',
  iptables: 'iptables',
  windows: 'Windows Firewall',
  macos: 'The macOS firewall',
  pf: 'pf',
  cloud: 'The cloud’s firewall',
} as const;

const containers = {
  everywhere: 'A container publishes the port to everybody.',
  loopback: 'A container publishes the port to its own computer only.',
  nowhere: 'A container holds the program, and its port is not published.',
  no_container: 'No container holds the port.',
} as const;

const wrappers = {
  denies: 'A line of hosts.deny turns this client away.',
  allows: 'A line of hosts.allow lets this client in.',
  no_rule: 'No line of hosts.allow or hosts.deny is about it.',
} as const;

const logs: Readonly<Record<ServerFactOf<'log'>['meaning'], string>> = {
  nothing_of_it: 'The log says nothing about it.',
  tcp_wrappers_denial: 'The log says that TCP wrappers refused the client.',
  address_banned: 'The log says that the address is banned.',
  too_many_connections: 'The log says that there are too many connections.',
  access_denied: 'The log says that the client is not allowed.',
  port_in_use: 'The log says that the port is in use by another program.',
  permission_denied: 'The log says that it lacks a permission.',
  configuration_error: 'The log names a fault in the configuration.',
  out_of_resources: 'The log says that the server ran out of memory, space or connections.',
  certificate_unreadable: 'The log says that the certificate cannot be read.',
  backend_unreachable: 'The log says that a program behind it cannot be reached.',
};

const told: Readonly<Record<ServerFactOf<'told'>['what'], string>> = {
  spelling_right: 'The name is spelled right.',
  spelling_wrong: 'The name is misspelt.',
  port_right: 'The port is right.',
  port_wrong: 'The port is wrong.',
  client_same: 'The customer’s program uses the same settings.',
  client_other_place: 'The customer’s program uses another name, address or port.',
  client_other_security: 'The customer’s program uses another TLS setting or login.',
  dialogue_answers: 'It answers when spoken to.',
  dialogue_refuses: 'It turns the client away when spoken to.',
  dialogue_silent: 'It stays silent when spoken to.',
  commands_impossible: 'Commands cannot be run on the server.',
};

import ipaddr from 'ipaddr.js';

import { readHost } from '../../check/host-name.ts';
import { readAddress } from '../../check/ip-address.ts';
import { programs } from './programs.ts';
import { quitTexts } from './quit-text.ts';
import { launchServices, windowsServices } from './system-services.ts';

/**
 * What may stand in the open places of a command, and which values each takes.
 *
 * A value is an address, a name, a number, or one of a closed list; no accepted value holds a character that sh, PowerShell or cmd
 * gives a meaning, so it may stand bare or between quotes; only `urlHost` has brackets, and stands between quotes. Text of a server never gets here: it is only compared with the lists.
 */
export const slots = {
  address: isAddress,
  host: isHost,
  /** The host as it stands in front of ":port": an IPv6 address in brackets (RFC 3986 section 3.2.2). */
  urlHost: isUrlHost,
  port: isPort,
  transport: oneOf(['tcp', 'udp']),
  /** The address the server sees this client by. */
  client: isAddress,
  gateway: isAddress,
  /** The router of the very route that is taken now, where it goes through one. */
  routeGateway: isAddress,
  /** The network of that route, where it takes hosts for neighbours. */
  linkPrefix: isPrefix,
  /** The router to use from now on: only a person can know it. */
  newGateway: isAddress,
  /** What the default route of the server was before it is changed. */
  savedGateway: isAddress,
  savedInterface: isInterfaceName,
  /** A DNS server to ask or to use. */
  resolver: isAddress,
  interfaceName: isInterfaceName,
  interfaceIndex: (value) => /^[1-9]\d{0,3}$/u.test(value),
  prefix: isPrefix,
  routeKind: oneOf(['blackhole', 'prohibit', 'unreachable', 'throw']),
  /** firewalld's own zones and those distributions add. */
  zone: oneOf([
    ...['public', 'internal', 'external', 'dmz', 'work', 'home', 'trusted', 'block', 'drop'],
    ...['FedoraServer', 'FedoraWorkstation', 'docker', 'libvirt', 'nm-shared'],
  ]),
  unit: oneOf(programs.map(({ unit }) => unit)),
  /** Several units of the list, for looking at all of them. */
  units: (value) => value.split(' ').every(oneOf(programs.map(({ unit }) => unit))),
  process: oneOf(programs.map(({ process }) => process)),
  programPath: oneOf(programs.map(({ path }) => path)),
  logFile: oneOf(programs.map(({ logFile }) => logFile).filter((path) => path !== null)),
  listenFile: oneOf(programs.map(({ listenFile }) => listenFile).filter((path) => path !== null)),
  wrapperName: oneOf(programs.map(({ wrapperName }) => wrapperName).filter((name) => name !== null)),
  jail: oneOf(programs.map(({ jail }) => jail).filter((name) => name !== null)),
  windowsService: oneOf(Object.values(windowsServices)),
  launchService: oneOf(Object.values(launchServices)),
  quit: oneOf(quitTexts),
  iptables: oneOf(['iptables', 'ip6tables']),
  familyFlag: oneOf(['-4', '-6']),
  hostBits: oneOf(['32', '128']),
  /** What a ping carries so that its packet is 1500 bytes long: without 20 or 40 of IP and 8 of ICMP. */
  fullSize: oneOf(['1472', '1452']),
  /** macOS has a word or a program of its own for each version of IP. */
  macFamily: oneOf(['-inet', '-inet6']),
  macPing: oneOf(['ping', 'ping6']),
  macTraceroute: oneOf(['traceroute', 'traceroute6']),
  scheme: oneOf(['http', 'https']),
  /** What openssl calls the protocol that goes on to TLS by a command. */
  startTls: oneOf(['smtp', 'imap', 'pop3', 'ftp', 'ldap', 'postgres', 'mysql']),
  /** Marks what Sonde proposed, in rules and backups. */
  tag: (value) => /^sonde-[0-9a-f]{4}$/u.test(value),
} as const satisfies Readonly<Record<string, (value: string) => boolean>>;

/** An open place of a command. */
export type SlotName = keyof typeof slots;

/** Values for open places; those that are not known are absent. */
export type SlotValues = Readonly<Partial<Record<SlotName, string>>>;

/** The host is in the form it is kept in, and is no address of one interface only. */
function isHost(value: string): boolean {
  const reading = readHost(value);
  return reading.kind === 'host' && reading.host === value && !value.includes('%');
}

/** A name, an IPv4 address, or an IPv6 address in brackets. */
function isUrlHost(value: string): boolean {
  const address = /^\[(.+)\]$/u.exec(value)?.[1];
  return address === undefined ? isHost(value) && !value.includes(':') : address.includes(':') && isAddress(address);
}

/** The address is in its one canonical form and, without its scope, has only digits, letters, dots and colons. */
function isAddress(value: string): boolean {
  return readAddress(value)?.address === value && !value.includes('%');
}

/** IFNAMSIZ of Linux leaves 15 characters. */
function isInterfaceName(value: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_.-]{0,14}$/u.test(value);
}

function isPort(value: string): boolean {
  return /^[1-9]\d{0,4}$/u.test(value) && Number(value) <= 65_535;
}

function isPrefix(value: string): boolean {
  const [address = '', bits = '', ...more] = value.split('/');
  if (more.length > 0 || !isAddress(address) || !/^(?:0|[1-9]\d{0,2})$/u.test(bits)) return false;
  return Number(bits) <= (ipaddr.IPv4.isValid(address) ? 32 : 128);
}

function oneOf(values: readonly string[]): (value: string) => boolean {
  return (value) => values.includes(value);
}

import { readAddress } from '../../check/ip-address.ts';
import { formatTarget } from '../../check/target.ts';
import { decidingAttempt } from '../../history/deciding-attempt.ts';
import type { Evidence } from '../evidence.ts';
import { factOf } from '../reading/facts.ts';
import { measured } from '../reading/measured.ts';
import { isPrivate } from '../reading/networks.ts';
import { targetAddress } from '../reading/target-address.ts';
import { knowingServer } from '../signs/name-signs.ts';
import { candidatesOf, knownProgram, programOf, serviceIdOf } from './program-of.ts';
import { quitText } from './quit-text.ts';
import type { SlotValues } from './slot.ts';
import { launchServices, windowsServices } from './system-services.ts';

/** A DNS server to compare with, where no better one is known: Cloudflare's, which answers everybody. */
const COMPARED_RESOLVER = '1.1.1.1';

/** The values that are known for the open places of commands. What a person typed comes first. */
export function slotValues(evidence: Evidence): SlotValues {
  return {
    ...withoutNulls({ ...ofTarget(evidence), ...ofService(evidence), ...ofNetwork(evidence) }),
    ...evidence.typed,
  };
}

type Values = Readonly<Partial<Record<keyof SlotValues, string | null>>>;

function withoutNulls(values: Values): SlotValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function ofTarget(evidence: Evidence): Values {
  const { target, tls } = evidence.check;
  const address = targetAddress(evidence.check);
  const isV6 = readAddress(address ?? '')?.family === 6;
  return {
    address,
    host: target.host,
    urlHost: target.host.includes(':') ? `[${target.host}]` : target.host,
    port: String(target.port),
    transport: target.transport,
    client: clientAddress(evidence),
    iptables: isV6 ? 'ip6tables' : 'iptables',
    familyFlag: isV6 ? '-6' : '-4',
    hostBits: isV6 ? '128' : '32',
    fullSize: isV6 ? '1452' : '1472',
    macFamily: isV6 ? '-inet6' : '-inet',
    macPing: isV6 ? 'ping6' : 'ping',
    macTraceroute: isV6 ? 'traceroute6' : 'traceroute',
    scheme: tls !== null || evidence.check.failure?.operation === 'handshake' ? 'https' : 'http',
    tag: tagOf(evidence),
  };
}

function ofService(evidence: Evidence): Values {
  const known = knownProgram(evidence);
  const program = programOf(evidence);
  const serviceId = serviceIdOf(evidence) ?? '';
  const units = known === null ? candidatesOf(evidence).map(({ unit }) => unit) : [known.unit];
  return {
    unit: known?.unit ?? null,
    units: units.length === 0 ? null : [...new Set(units)].join(' '),
    process: program?.process ?? null,
    programPath: program?.path ?? null,
    logFile: program?.logFile ?? null,
    listenFile: known?.listenFile ?? null,
    wrapperName: program?.wrapperName ?? null,
    jail: program?.jail ?? null,
    windowsService: windowsServices[serviceId] ?? null,
    launchService: launchServices[serviceId] ?? null,
    quit: quitText(serviceId),
    startTls: startTlsNames[serviceId] ?? null,
  };
}

function ofNetwork(evidence: Evidence): Values {
  const route = measured(evidence, 'local_route')?.finding;
  const [defaultRoute] = route?.defaultRoutes ?? [];
  const fact = factOf(evidence, 'default_route');
  return {
    gateway: route?.gateway ?? defaultRoute?.gateway ?? fact?.gateway ?? null,
    interfaceName: route?.interfaceName ?? defaultRoute?.interfaceName ?? fact?.interfaceName ?? null,
    routeGateway: route?.way === 'gateway' ? route.gateway : null,
    linkPrefix: route?.way === 'on_link' ? route.prefix : null,
    // Of the server: what was measured here is of this computer.
    savedGateway: fact?.gateway ?? null,
    savedInterface: fact?.interfaceName ?? null,
    prefix: route?.prefix ?? null,
    routeKind: route?.way ?? null,
    resolver: knowingServer(evidence) ?? COMPARED_RESOLVER,
    zone: factOf(evidence, 'firewall_zone')?.zone ?? 'public',
  };
}

/** What openssl s_client -starttls calls the services that have it. */
const startTlsNames: Readonly<Record<string, string>> = {
  smtp: 'smtp',
  submission: 'smtp',
  imap: 'imap',
  pop3: 'pop3',
  ftp: 'ftp',
  ldap: 'ldap',
  postgresql: 'postgres',
  mysql: 'mysql',
};

/**
 * The address the server sees this computer by, where that is known: between a private and a public address somebody translates,
 * and the server sees another one.
 */
function clientAddress({ check }: Evidence): string | null {
  const attempt = decidingAttempt(check) ?? check.addresses[0];
  if (attempt?.localAddress == null) return null;
  return isPrivate(attempt.address) === isPrivate(attempt.localAddress) ? attempt.localAddress : null;
}

/** Marks changes made for one endpoint: the same each time, so that an undo written later still finds its change (FNV-1a, folded to 16 bits). */
export function tagOf({ check }: Evidence): string {
  let hash = 0x811c9dc5;
  for (const character of `${check.target.transport} ${formatTarget(check.target)}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `sonde-${((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0')}`;
}

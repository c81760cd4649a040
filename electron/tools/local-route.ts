import { isIP, isIPv6 } from 'node:net';

import { readAddress } from '../../shared/check/ip-address.ts';
import type { Finding } from '../../shared/guidance/measurement.ts';
import { readMacRoute } from '../../shared/paste/server/mac-route.ts';
import { narrowestPrefix, readDefaultRoutes, readRouteGet, routeOf } from '../../shared/paste/server/routes.ts';
import { askingTools, unavailable, type Ask, type ToolAnswer } from './tool-answer.ts';

/** How this computer would send to an address (a literal): the route, the neighbour, every default route. Reads only. Never rejects. */
export async function readLocalRoute(address: string, signal: AbortSignal): Promise<Finding> {
  const ask = askingTools(signal);
  switch (process.platform) {
    case 'win32':
      return readOnWindows(address, ask);
    case 'darwin':
      return readOnMac(address, ask);
    default:
      return readOnLinux(address, ask);
  }
}

async function readOnLinux(address: string, ask: Ask): Promise<Finding> {
  const family = isIPv6(address) ? '-6' : '-4';
  const [got, matched, ...defaults] = await Promise.all([
    ask('ip', family, 'route', 'get', address),
    ask('ip', family, 'route', 'show', 'match', address),
    ask('ip', '-4', 'route', 'show', 'default'),
    ask('ip', '-6', 'route', 'show', 'default'),
  ]);
  if (got.kind === 'unavailable') return got;
  const found = got.lines.map(readRouteGet).find((one) => one !== null);
  const defaultRoutes = readDefaultRoutes(defaults.flatMap(linesOf)).map(({ family: one, gateway, interfaceName }) => ({
    family: one,
    gateway,
    interfaceName,
  }));
  const prefix = narrowestPrefix(linesOf(matched));
  // RTNETLINK's own words for each kind of route that leads nowhere.
  const refused = got.lines.map((line) => refusals.find(({ pattern }) => pattern.test(line))?.way).find((way) => way !== undefined);
  if (found === undefined || found === null) return routeOf({ way: refused ?? 'none', prefix, defaultRoutes });
  // Who has to answer on the local network is the host itself, or the router that packets go through.
  const { gateway } = found.route;
  const neighbour = await ask('ip', family, 'neigh', 'show', gateway !== null && isIP(gateway) !== 0 ? gateway : address);
  return { ...found.route, prefix, defaultRoutes, neighbour: neighbourIn(linesOf(neighbour)) };
}

const refusals = [
  { pattern: /Permission denied/u, way: 'prohibit' },
  { pattern: /Invalid argument/u, way: 'blackhole' },
  { pattern: /No route to host/u, way: 'unreachable' },
] as const;

function neighbourIn(lines: readonly string[]): 'found' | 'not_found' | 'unknown' {
  if (lines.some((line) => / lladdr /u.test(line))) return 'found';
  return lines.some((line) => / (?:FAILED|INCOMPLETE)\b/u.test(line)) ? 'not_found' : 'unknown';
}

async function readOnMac(address: string, ask: Ask): Promise<Finding> {
  const [got, table] = await Promise.all([
    ask('route', '-n', 'get', ...(isIPv6(address) ? ['-inet6'] : []), address),
    ask('netstat', '-rn'),
  ]);
  if (got.kind === 'unavailable') return got;
  const defaultRoutes = readDefaultRoutes(linesOf(table)).map(({ family, gateway, interfaceName }) => ({ family, gateway, interfaceName }));
  return { ...readMacRoute(got.lines), defaultRoutes };
}

/** `route print` names interfaces by their address, which is what programs there are shown too. */
async function readOnWindows(address: string, ask: Ask): Promise<Finding> {
  const table = await ask('ROUTE', 'print');
  if (table.kind === 'unavailable') return table;
  const defaultRoutes = readDefaultRoutes(table.lines).map(({ family, gateway, interfaceName }) => ({ family, gateway, interfaceName }));
  const own = defaultRoutes.find(({ family }) => family === readAddress(address)?.family);
  return own === undefined ? unavailable('unreadable') : routeOf({ way: 'gateway', gateway: own.gateway, defaultRoutes });
}

function linesOf(answer: ToolAnswer): readonly string[] {
  return answer.kind === 'lines' ? answer.lines : [];
}

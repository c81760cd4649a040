import { readAddress } from '../../check/ip-address.ts';
import { routeOf } from './routes.ts';

/** What `route -n get ADDRESS` of macOS and the BSDs prints; "not in table" is no way at all. */
export function readMacRoute(lines: readonly string[]): ReturnType<typeof routeOf> {
  const value = (name: string): string | null =>
    lines.map((line) => new RegExp(`^\\s*${name}: (\\S{1,120})`, 'u').exec(line)?.[1]).find((found) => found !== undefined) ?? null;
  const interfaceName = value('interface');
  if (interfaceName === null) return routeOf({ way: 'none' });
  const gateway = readAddress(value('gateway') ?? '')?.address ?? null;
  const flags = value('flags') ?? '';
  if (flags.includes('REJECT')) return routeOf({ way: 'unreachable', interfaceName });
  if (flags.includes('BLACKHOLE')) return routeOf({ way: 'blackhole', interfaceName });
  const way = /^lo\d/u.test(interfaceName) ? 'this_computer' : gateway === null ? 'on_link' : 'gateway';
  return routeOf({ way, gateway: way === 'gateway' ? gateway : null, interfaceName });
}

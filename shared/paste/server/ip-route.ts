import { readAddress } from '../../check/ip-address.ts';
import { firstAddress } from '../output/first-address.ts';
import type { OutputForm } from '../output/output-form.ts';
import type { PasteContext } from '../output/paste-context.ts';
import { learnt, type Told } from '../output/told.ts';
import { readDefaultRoutes, readRouteGet, routeOf } from './routes.ts';

/**
 * `ip route`, `ip route get`, `route -n`, `netstat -rn` and `route print`. A way to this client is the way back from a server; a way to
 * the target is how the place it was pasted from would send.
 */
export const ipRoute: OutputForm = {
  name: 'ip route',
  needsTarget: true,
  read: ({ lines, command }, context) => {
    const got = lines.flatMap((line) => readRouteGet(line) ?? []).find(({ address }) => isAsked(address, command, context));
    if (got !== undefined) return tellRoute({ ...got, line: lines[0] ?? '' }, context);
    const refused = lines.find((line) => /^RTNETLINK answers: |^connect: Network is unreachable/u.test(line));
    const asked = firstAddress(command ?? '');
    if (refused !== undefined && asked !== null)
      return tellRoute({ address: asked, route: routeOf({ way: wayOf(refused) }), line: refused }, context);
    const routes = readDefaultRoutes(lines);
    const isTable =
      routes.length > 0 ||
      /^(?:sudo )?(?:ip (?:-4 |-6 )?r(?:oute)?\b|route -n|route print|netstat -rn)/u.test(command ?? '') ||
      lines.some((line) => /^Kernel IP routing table|^\S{7,43}\/\d{1,3} (?:via|dev) /u.test(line));
    if (!isTable) return null;
    const [first] = routes;
    return [
      learnt(
        { kind: 'default_route', gateway: first?.gateway ?? null, interfaceName: first?.interfaceName ?? null },
        first?.line ?? lines[0] ?? command ?? '',
      ),
    ];
  },
};

/** Words of other tables look alike ("203.0.113.53 dev eth0 lladdr ..."): the address has to be one that is asked for. */
function isAsked(address: string, command: string | null, { client, target, addresses }: PasteContext): boolean {
  return address === client || address === target?.host || addresses.includes(address) || firstAddress(command ?? '') === address;
}

interface Way {
  readonly address: string;
  readonly route: ReturnType<typeof routeOf>;
  readonly line: string;
}

function tellRoute({ address, route, line }: Way, { client }: PasteContext): readonly Told[] {
  const isBack = client !== null && readAddress(client)?.address === address;
  if (isBack) return [learnt({ kind: 'return_route', isThere: ['gateway', 'on_link', 'this_computer'].includes(route.way) }, line)];
  return [{ kind: 'measured', request: { kind: 'local_route', address }, finding: route }];
}

function wayOf(line: string): 'none' | 'unreachable' | 'prohibit' | 'blackhole' {
  if (/Permission denied/u.test(line)) return 'prohibit';
  if (/Invalid argument/u.test(line)) return 'blackhole';
  return /No route to host/u.test(line) ? 'unreachable' : 'none';
}

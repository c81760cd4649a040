import { readAddress } from '../../check/ip-address.ts';
import { firstAddress } from '../output/first-address.ts';
import { readPairs } from '../output/read-pairs.ts';
import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';
import { routeOf } from './routes.ts';

/** PowerShell's Find-NetRoute: the local address and the route it would send by. */
export const findNetRoute: OutputForm = {
  name: 'Find-NetRoute',
  needsTarget: true,
  read: ({ lines, command }, { client, addresses, target }) => {
    const pairs = readPairs(lines);
    const nextHop = pairs.get('NextHop');
    const asked = /-RemoteIPAddress '?([0-9a-f.:]{2,45})/iu.exec(command ?? '')?.[1];
    const isMissing = lines.some((line) => /^Find-NetRoute ?: /u.test(line));
    if (nextHop === undefined && !isMissing) return null;
    const address =
      (asked === undefined ? null : readAddress(asked)?.address) ??
      (target === null ? null : (readAddress(target.host)?.address ?? addresses[0])) ??
      null;
    if (address === null) return [];
    const line = lines.find((candidate) => /^(?:NextHop|Find-NetRoute)/u.test(candidate)) ?? '';
    if (client === address) return [learnt({ kind: 'return_route', isThere: nextHop !== undefined }, line)];
    const isOnLink = nextHop === '0.0.0.0' || nextHop === '::';
    const finding = isMissing
      ? routeOf({ way: 'none' })
      : routeOf({
          way: isOnLink ? 'on_link' : 'gateway',
          prefix: pairs.get('DestinationPrefix') ?? null,
          gateway: isOnLink ? null : firstAddress(nextHop ?? ''),
          interfaceName: pairs.get('InterfaceAlias') ?? null,
          source: firstAddress(pairs.get('IPAddress') ?? ''),
        });
    return [{ kind: 'measured', request: { kind: 'local_route', address }, finding }];
  },
};

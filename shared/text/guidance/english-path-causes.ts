import type { pathCauses } from '../../guidance/causes/path-causes.ts';
import { cause, type CauseWordsOf } from './cause-words.ts';

/** The words of causes: the way there. */
export const englishPathCauses: CauseWordsOf<typeof pathCauses> = {
  host_off: cause(
    'The host is off, or not at that address',
    ({ address }) => `No host answers at ${address}.`,
    'A host that is off looks like one that drops everything.',
  ),
  wrong_address: cause(
    'The address is wrong',
    ({ host, address }) => `${host} leads to ${address}, and the service is not there.`,
    'Addresses change, and old ones stay in names and notes.',
  ),
  path_broken: cause(
    'The way there is broken',
    () => 'A router on the way has no way on.',
    'Any router on the way may be without a way on.',
  ),
  return_path_broken: cause(
    'The way back is broken',
    () => 'Requests arrive, and the replies do not come back.',
    'A server with a wrong route receives, and its replies get lost.',
  ),
  no_network_here: cause(
    'This computer has no network',
    () => 'This computer reaches nothing outside.',
    'Before the target is blamed, the own network has to work.',
  ),
  no_route_here: cause(
    'This computer has no route there',
    ({ address }) => `This computer has no route to ${address}.`,
    'Without a route a computer does not even try.',
  ),
  route_misdirects: cause(
    'A route of this computer misleads it',
    ({ address }) => `A line of this computer’s own table decides about ${address}, and it leads nowhere.`,
    'Routes that were added once are easily forgotten.',
  ),
  vpn_down: cause(
    'A VPN is missing or down',
    ({ address }) => `${address} can only be reached through a VPN.`,
    'Inner addresses are reached through a VPN only.',
  ),
  no_ipv6: cause(
    'There is no IPv6 here',
    ({ address }) => `${address} needs IPv6, and this computer has none that leads there.`,
    'Many networks have no IPv6, while names give IPv6 addresses.',
  ),
  local_network_privacy: cause(
    'macOS keeps the program from the local network',
    () => 'macOS does not let this program reach neighbours.',
    'macOS asks once whether a program may reach the local network.',
  ),
  windows_stays_silent: cause(
    'Nothing listens, and Windows stays silent',
    ({ port }) => `Nothing listens on port ${port}, and Windows does not say so.`,
    'Windows gives no answer on ports where nothing listens.',
  ),
  limit_too_short: cause(
    'Our limit was too short',
    () => 'The limit ended it before an answer could come.',
    'A slow way may need longer than the limit.',
  ),
  packet_loss: cause('Packets are lost on the way', () => 'The way loses packets.', 'Wireless networks and crowded lines lose packets.'),
  long_path: cause(
    'The way is long or slow',
    () => 'The way there and back takes the time.',
    'Far hosts and satellite lines take their time.',
  ),
  large_packets_lost: cause(
    'Large packets are lost',
    () => 'Small packets pass and large ones do not.',
    'A VPN carries smaller packets, and a firewall may hide that.',
  ),
  dead_address: cause(
    'One of its addresses does not answer',
    ({ host }) => `${host} has several addresses, and one of them does not answer.`,
    'Programs that try that address first wait for it.',
  ),
  source_address_wrong: cause(
    'This computer does not have that address',
    () => 'The address to dial from is not one of this computer’s.',
    'The address to dial from may have been written for another computer.',
  ),
  ports_used_up: cause(
    'This computer has no free port left',
    () => 'All ports this computer could dial from are taken.',
    'Programs that connect very often use them up.',
  ),
  scope_wrong: cause(
    'The interface after the % is wrong',
    () => 'The address names an interface that this computer does not have, or that leads elsewhere.',
    'Interfaces have other names on each computer.',
  ),
  too_many_open_here: cause(
    'This computer has too much open',
    () => 'This computer has no room for another connection.',
    'Many checks or programs at once use up the room.',
  ),
};

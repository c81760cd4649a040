import type { filterCauses } from '../../guidance/causes/filter-causes.ts';
import { cause, type CauseWordsOf } from './cause-words.ts';

/** The words of causes: rules and lists. */
export const englishFilterCauses: CauseWordsOf<typeof filterCauses> = {
  server_firewall_rejects: cause(
    'The server’s firewall rejects it',
    ({ port }) => `A rule of the server answers port ${port} with a no.`,
    'A firewall that rejects looks like a closed port.',
  ),
  server_firewall_drops: cause(
    'The server’s firewall drops it',
    ({ port }) => `The server’s own firewall drops what comes for port ${port}.`,
    'A firewall that drops answers nothing, and writes no log.',
  ),
  filter_before_server: cause(
    'A firewall in front of the server stops it',
    ({ port }) => `Something between here and the server stops what is for port ${port}.`,
    'Cloud networks and companies filter before the server sees anything.',
  ),
  network_login: cause(
    'The network here wants a login first',
    () => 'A login page of this network answers in the server’s place.',
    'Hotels, trains and guest networks answer everything with a login page until somebody logs in.',
  ),
  tcp_wrappers: cause(
    'TCP wrappers turn the client away',
    () => 'A line of hosts.deny turns this client away.',
    'Programs with libwrap obey hosts.deny, and say little about it.',
  ),
  banned: cause(
    'The client’s address is banned',
    () => 'The server has shut this address out for a while.',
    'Servers ban addresses that failed too often.',
  ),
  access_list: cause(
    'The service does not allow this client',
    () => 'A list of the service itself leaves this client out.',
    'Databases and mail servers only serve clients that they list.',
  ),
  blocked_here: cause(
    'This computer blocks it',
    () => 'A rule or security software of this computer does not allow the connection.',
    'Local firewalls and security software act before anything is sent.',
  ),
  middlebox_answers: cause(
    'Something near here answers in its place',
    () => 'Security software or a proxy near this computer accepts connections in the server’s place.',
    'Antivirus software and proxies stand in for servers.',
  ),
};

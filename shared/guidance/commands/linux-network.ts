import { cardsOf } from './card.ts';
import { command } from './template.ts';

const { reads, changes, undoesItself } = cardsOf('linux');

/** Names, routes and the path. */
export const linuxNetwork = {
  linux_getent: reads({ tool: 'getent', host: 'name', command: command`getent ahosts ${'host'}` }),
  linux_nslookup: reads({ tool: 'nslookup', host: 'name', command: command`nslookup ${'host'}` }),
  linux_nslookup_at: reads({ tool: 'nslookup', host: 'name', command: command`nslookup ${'host'} ${'resolver'}` }),
  linux_dig: reads({
    ...{ tool: 'dig', host: 'name' },
    command: command`dig @${'resolver'} ${'host'} A +noall +comments +answer; dig @${'resolver'} ${'host'} AAAA +noall +comments +answer`,
  }),
  // With +cd the resolver gives the answer it would hold back for a broken signature.
  linux_dig_unchecked: reads({
    ...{ tool: 'dig', host: 'name' },
    command: command`dig @${'resolver'} ${'host'} +cd +noall +comments +answer`,
  }),
  linux_resolvectl: reads({ tool: 'resolvectl', host: 'name', command: command`resolvectl query ${'host'}; resolvectl status` }),
  linux_resolv_conf: reads({ tool: 'cat', command: command`cat /etc/resolv.conf` }),
  linux_hosts_file: reads({ tool: 'grep', host: 'name', command: command`grep -n -i -w -F ${'host'} /etc/hosts` }),
  linux_flush_names: undoesItself({
    ...{ tool: 'resolvectl', host: 'name' },
    command: command`sudo resolvectl flush-caches`,
    undo: command`resolvectl query ${'host'}`,
  }),
  linux_use_resolver: undoesItself({
    tool: 'resolvectl',
    command: command`sudo resolvectl dns ${'interfaceName'} ${'resolver'}`,
    undo: command`sudo resolvectl revert ${'interfaceName'}`,
  }),
  linux_resolv_conf_change: changes({
    tool: 'tee',
    command: command`sudo test -e /etc/resolv.conf.${'tag'} || sudo cp -p /etc/resolv.conf /etc/resolv.conf.${'tag'} && echo nameserver ${'resolver'} | sudo tee /etc/resolv.conf`,
    undo: command`sudo cp -p /etc/resolv.conf.${'tag'} /etc/resolv.conf && sudo rm /etc/resolv.conf.${'tag'}`,
  }),

  linux_route_get: reads({ tool: 'ip', command: command`ip route get ${'address'}; ip neigh show ${'address'}` }),
  linux_route_back: reads({ tool: 'ip', command: command`ip route get ${'client'}` }),
  linux_routes: reads({ tool: 'ip', command: command`ip ${'familyFlag'} route show; ip ${'familyFlag'} rule show` }),
  linux_default_show: reads({ tool: 'ip', command: command`ip ${'familyFlag'} route show default` }),
  linux_links: reads({ tool: 'ip', command: command`ip -br link; ip -br address` }),
  linux_default_add: undoesItself({
    ...{ tool: 'ip', family: 4 },
    command: command`sudo ip ${'familyFlag'} route add default via ${'newGateway'}`,
    undo: command`sudo ip ${'familyFlag'} route del default via ${'newGateway'}`,
  }),
  // Routers of IPv6 mostly have an address that only counts on one interface (RFC 4861 section 6.1.2).
  linux_default_add_6: undoesItself({
    ...{ tool: 'ip', family: 6 },
    command: command`sudo ip -6 route add default via ${'newGateway'} dev ${'interfaceName'}`,
    undo: command`sudo ip -6 route del default via ${'newGateway'} dev ${'interfaceName'}`,
  }),
  linux_default_replace: undoesItself({
    ...{ tool: 'ip', family: 4 },
    command: command`sudo ip ${'familyFlag'} route replace default via ${'newGateway'}`,
    undo: command`sudo ip ${'familyFlag'} route replace default via ${'savedGateway'} dev ${'savedInterface'}`,
  }),
  linux_default_old: undoesItself({
    ...{ tool: 'route', family: 4 },
    command: command`sudo route add default gw ${'newGateway'}`,
    undo: command`sudo route del default gw ${'newGateway'}`,
  }),
  linux_host_route: undoesItself({
    tool: 'ip',
    command: command`sudo ip route add ${'address'}/${'hostBits'} via ${'gateway'} dev ${'interfaceName'}`,
    undo: command`sudo ip route del ${'address'}/${'hostBits'} via ${'gateway'} dev ${'interfaceName'}`,
  }),
  linux_route_back_add: undoesItself({
    tool: 'ip',
    // The routers of this computer are not those of the server: only a person knows which one it is.
    command: command`sudo ip route add ${'client'}/${'hostBits'} via ${'newGateway'}`,
    undo: command`sudo ip route del ${'client'}/${'hostBits'} via ${'newGateway'}`,
  }),
  linux_stop_route_remove: undoesItself({
    tool: 'ip',
    command: command`sudo ip route del ${'routeKind'} ${'prefix'}`,
    undo: command`sudo ip route add ${'routeKind'} ${'prefix'}`,
  }),
  linux_wrong_route_remove: undoesItself({
    tool: 'ip',
    command: command`sudo ip route del ${'prefix'} via ${'routeGateway'} dev ${'interfaceName'}`,
    undo: command`sudo ip route add ${'prefix'} via ${'routeGateway'} dev ${'interfaceName'}`,
  }),
  linux_link_route_remove: undoesItself({
    tool: 'ip',
    command: command`sudo ip route del ${'linkPrefix'} dev ${'interfaceName'}`,
    undo: command`sudo ip route add ${'linkPrefix'} dev ${'interfaceName'}`,
  }),

  linux_ping: reads({ tool: 'ping', command: command`ping -c 4 -W 2 ${'address'}` }),
  linux_tracepath: reads({ tool: 'tracepath', command: command`tracepath -n ${'address'}` }),
  linux_traceroute: reads({ tool: 'traceroute', command: command`traceroute -n ${'address'}` }),
  linux_traceroute_tcp: reads({ tool: 'traceroute', command: command`sudo traceroute -T -p ${'port'} -n ${'address'}` }),
  linux_mtr: reads({ tool: 'mtr', command: command`mtr -rwbc 20 -T -P ${'port'} ${'address'}` }),
  linux_ping_large: reads({ tool: 'ping', command: command`ping -c 3 -M do -s ${'fullSize'} ${'address'}` }),
} as const;

import { cardsOf } from './card.ts';
import { command } from './template.ts';

const { reads, changes, undoesItself } = cardsOf('macos');

/** macOS on the server: services, ports, its two firewalls. */
export const macosServer = {
  macos_lsof: reads({ tool: 'lsof', command: command`sudo lsof -nP -i${'transport'}:${'port'}` }),
  macos_netstat: reads({ tool: 'netstat', command: command`netstat -an -p ${'transport'}` }),
  macos_service: reads({ tool: 'launchctl', command: command`sudo launchctl print ${'launchService'}` }),
  macos_processes: reads({ tool: 'ps', command: command`ps -ef` }),
  macos_start: changes({
    tool: 'launchctl',
    command: command`sudo launchctl kickstart ${'launchService'}`,
    undo: command`sudo launchctl kill SIGTERM ${'launchService'}`,
  }),
  macos_log: reads({ tool: 'log', command: command`sudo log show --last 15m --predicate 'eventMessage CONTAINS "${'port'}"'` }),
  macos_load: reads({ tool: 'top', command: command`top -l 1 -n 10 -o cpu` }),

  macos_firewall: reads({
    ...{ tool: 'socketfilterfw', firewall: 'macos' },
    command: command`/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate --getblockall --getallowsigned --getstealthmode`,
  }),
  macos_stealth_off: changes({
    ...{ tool: 'socketfilterfw', firewall: 'macos' },
    command: command`sudo /usr/libexec/ApplicationFirewall/socketfilterfw --setstealthmode off`,
    undo: command`sudo /usr/libexec/ApplicationFirewall/socketfilterfw --setstealthmode on`,
  }),
  macos_block_all_off: changes({
    ...{ tool: 'socketfilterfw', firewall: 'macos' },
    command: command`sudo /usr/libexec/ApplicationFirewall/socketfilterfw --setblockall off`,
    undo: command`sudo /usr/libexec/ApplicationFirewall/socketfilterfw --setblockall on`,
  }),
  macos_pf: reads({
    ...{ tool: 'pfctl', firewall: 'pf' },
    command: command`sudo pfctl -s info; sudo pfctl -sr; sudo pfctl -a '*' -sr`,
  }),
  macos_pf_off: changes({ tool: 'pfctl', firewall: 'pf', command: command`sudo pfctl -d`, undo: command`sudo pfctl -e` }),
  macos_capture: reads({
    tool: 'tcpdump',
    command: command`sudo tcpdump -ni any -c 20 '${'transport'} port ${'port'} and host ${'client'}'`,
  }),
} as const;

/** macOS as a client: names, routes, the path, the test from another place. */
export const macosNetwork = {
  macos_nc: reads({ tool: 'nc', command: command`nc -vz -G 5 ${'host'} ${'port'}` }),
  macos_nc_talk: reads({ tool: 'nc', command: command`nc -vt -G 5 ${'host'} ${'port'}` }),
  macos_curl: reads({ tool: 'curl', command: command`curl -sv -o /dev/null --max-time 15 '${'scheme'}://${'urlHost'}:${'port'}/'` }),
  macos_openssl: reads({
    ...{ tool: 'openssl', host: 'name' },
    command: command`openssl s_client -connect ${'host'}:${'port'} -servername ${'host'} -showcerts < /dev/null`,
  }),
  macos_openssl_address: reads({
    ...{ tool: 'openssl', host: 'address' },
    command: command`openssl s_client -connect '${'urlHost'}:${'port'}' -showcerts < /dev/null`,
  }),
  macos_brew_telnet: changes({ tool: 'brew', command: command`brew install telnet`, undo: command`brew uninstall telnet` }),
  macos_resolve: reads({
    ...{ tool: 'dscacheutil', host: 'name' },
    command: command`dscacheutil -q host -a name ${'host'}; scutil --dns`,
  }),
  macos_nslookup: reads({ tool: 'nslookup', host: 'name', command: command`nslookup ${'host'}` }),
  macos_nslookup_at: reads({ tool: 'nslookup', host: 'name', command: command`nslookup ${'host'} ${'resolver'}` }),
  macos_hosts_file: reads({ tool: 'grep', host: 'name', command: command`grep -n -i -w -F ${'host'} /etc/hosts` }),
  macos_flush_names: undoesItself({
    ...{ tool: 'dscacheutil', host: 'name' },
    command: command`sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder`,
    undo: command`dscacheutil -q host -a name ${'host'}`,
  }),
  macos_use_resolver: changes({
    tool: 'networksetup',
    command: command`sudo networksetup -setdnsservers Wi-Fi ${'resolver'}`,
    undo: command`sudo networksetup -setdnsservers Wi-Fi Empty`,
  }),
  macos_route: reads({ tool: 'route', command: command`route -n get ${'macFamily'} ${'address'}; arp -an` }),
  macos_routes: reads({ tool: 'netstat', command: command`netstat -rn` }),
  macos_route_back: reads({ tool: 'route', command: command`route -n get ${'macFamily'} ${'client'}` }),
  macos_host_route: undoesItself({
    tool: 'route',
    command: command`sudo route -n add ${'macFamily'} -host ${'address'} ${'gateway'}`,
    undo: command`sudo route -n delete ${'macFamily'} -host ${'address'} ${'gateway'}`,
  }),
  macos_default_add: undoesItself({
    tool: 'route',
    command: command`sudo route -n add ${'macFamily'} default ${'newGateway'}`,
    undo: command`sudo route -n delete ${'macFamily'} default ${'newGateway'}`,
  }),
  macos_ping: reads({ tool: 'ping', command: command`${'macPing'} -c 4 ${'address'}` }),
  macos_traceroute: reads({ tool: 'traceroute', command: command`${'macTraceroute'} -n ${'address'}` }),
  macos_clock: reads({ tool: 'sntp', command: command`date; sntp time.apple.com` }),
  macos_proxy: reads({ tool: 'scutil', command: command`scutil --proxy` }),
  macos_links: reads({ tool: 'ifconfig', command: command`ifconfig; netstat -rn` }),
} as const;

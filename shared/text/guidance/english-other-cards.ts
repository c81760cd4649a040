import type { macosNetwork, macosServer } from '../../guidance/commands/macos.ts';
import type { windowsNetwork, windowsServer } from '../../guidance/commands/windows.ts';
import { changing, reading, type CardWordsOf } from './card-words.ts';

const windows: CardWordsOf<typeof windowsServer & typeof windowsNetwork> = {
  windows_listening: reading(
    'What listens on the port',
    'An error or nothing: nothing listens. 127.0.0.1 or ::1: only the server itself. 0.0.0.0 or ::, everybody.',
  ),
  windows_listening_udp: reading('What listens on the UDP port', 'An error or nothing: nothing listens.'),
  windows_netstat: reading('All ports and who holds them', 'LISTENING, the address before the port, and the number of the process.'),
  windows_service: reading('State of the service', 'Running or Stopped.'),
  windows_processes: reading('Processes and their services', 'The program’s name.'),
  windows_start: changing(
    'Start the service',
    'Starts the service until it is stopped or the server restarts.',
    'If it was stopped on purpose, find out why first.',
  ),
  windows_log: reading('Errors of the last 15 minutes', 'The provider’s name says which program.'),
  windows_load: reading('The busiest programs', 'One that is far ahead of the others.'),
  windows_profiles: reading('Whether the firewall is on', 'Enabled, and what happens to what no rule names.'),
  windows_rules: reading(
    'Rules for the port',
    'An enabled rule that blocks outweighs one that allows. None at all: what the profile says.',
  ),
  windows_open: changing(
    'Open the port',
    'Everybody can reach the port until the rule is taken away. It stays after a restart.',
    'A rule that blocks still outweighs it.',
  ),
  windows_netsh_rules: reading('All rules, with netsh', 'The port after LocalPort.'),
  windows_netsh_open: changing(
    'Open the port, with netsh',
    'Everybody can reach the port until the rule is taken away. It stays after a restart.',
    'A rule that blocks still outweighs it.',
  ),
  windows_drop_log: changing(
    'Write down what is dropped',
    'Windows writes dropped packets into pfirewall.log until it is switched off again.',
    'If it was on before, leave it on instead of undoing.',
  ),
  windows_drop_audit: changing(
    'Write drops into the security log',
    'Events 5152 and 5157 are written until it is switched off again.',
    'It writes a lot. If it was on before, leave it on instead of undoing.',
  ),
  windows_capture: changing(
    'Capture packets of the port',
    'Windows writes packets of this port into PktMon.etl until it is stopped. Afterwards “pktmon etl2txt PktMon.etl” makes it readable.',
    'The file grows, and holds what is sent. The undo takes away all filters of pktmon.',
  ),
  windows_test: reading('Test the port', 'TcpTestSucceeded: True or False. It does not say why.'),
  windows_telnet: reading('Talk to the service', 'An empty screen or a greeting: connected. End with Ctrl ], then quit.'),
  windows_telnet_enable: changing('Install telnet', 'Puts the telnet client on this computer.', 'It comes with Windows.'),
  windows_curl: reading('Ask the web server', 'Lines that begin with < are its answer.'),
  windows_resolve: reading('Look the name up', 'Its addresses, or “DNS name does not exist”.'),
  windows_resolve_at: reading('Ask another DNS server', 'The same answer, or another one.'),
  windows_nslookup: reading('Look the name up in DNS', 'Server: who was asked. Non-existent domain: no such name.'),
  windows_name_servers: reading('DNS servers of this computer', 'One line for each interface.'),
  windows_hosts_file: reading('Lines for the name in the hosts file', 'Nothing printed: no line.'),
  windows_flush_names: changing(
    'Forget remembered names',
    'All remembered names are looked up anew. Nothing is lost.',
    'The next lookups take a little longer.',
  ),
  windows_use_resolver: changing(
    'Ask another DNS server',
    'This computer asks that server until it is undone. The undo returns to what the network gives.',
    'Names of an inner network or VPN may not be found. Servers that were set by hand have to be set again.',
  ),
  windows_route: reading(
    'The way it takes, and the neighbour',
    'NextHop is the next router; Unreachable means that no neighbour has the address.',
  ),
  windows_routes: reading('All routes', '0.0.0.0 is the default route. Note it before any change.'),
  windows_route_back: reading('The way back to this client', 'A NextHop that leads there.'),
  windows_default_add: changing(
    'Add a default route',
    'All that has no route of its own goes to this router, until a restart.',
    'A wrong router cuts this computer off: do it at its own screen.',
  ),
  windows_default_add_6: changing(
    'Add a default route for IPv6',
    'All that has no route of its own goes to this router, until a restart.',
    'A wrong router cuts this computer off: do it at its own screen.',
  ),
  windows_ping: reading('Ping', 'Replies with times, or who says that it cannot be reached.'),
  windows_tracert: reading('How far packets get', 'The last line with an address.'),
  windows_trace: reading('How far packets get, with PowerShell', 'The last address under TraceRoute.'),
  windows_pathping: reading('Losses on the way', 'Loss that begins at one line and stays to the end is a fault there.'),
  windows_clock: reading('The clock', 'Its source and how far it is off.'),
  windows_proxy: reading('Proxy settings', '“Direct access” means none.'),
  windows_links: reading('Interfaces and addresses', 'Up, and an address.'),
};

const macos: CardWordsOf<typeof macosServer & typeof macosNetwork> = {
  macos_lsof: reading(
    'What listens on the port',
    'Nothing printed: nothing listens. 127.0.0.1 or [::1]: only the Mac itself. *: everybody.',
  ),
  macos_netstat: reading('All ports', 'LISTEN, and the address before the port.'),
  macos_service: reading('State of the service', 'state = running, or an error that there is none.'),
  macos_processes: reading('All processes', 'The program’s name.'),
  macos_start: changing(
    'Start the service',
    'Starts the service until it is stopped or the Mac restarts.',
    'If it was stopped on purpose, find out why first.',
  ),
  macos_log: reading('The log of the last 15 minutes', 'Lines that name the port.'),
  macos_load: reading('The busiest programs', 'One that is far ahead of the others.'),
  macos_firewall: reading('Whether its firewall is on', 'Enabled, block all, and stealth mode.'),
  macos_stealth_off: changing(
    'Switch stealth mode off',
    'The Mac answers pings and refuses closed ports again.',
    'Only for as long as the test takes.',
  ),
  macos_block_all_off: changing(
    'Let allowed programs in again',
    'Programs that are allowed take connections from everybody again.',
    'Only for as long as the test takes.',
  ),
  macos_pf: reading('Rules of the packet filter', 'A block rule for the port. The last rule that fits decides.'),
  macos_pf_off: changing(
    'Switch the packet filter off',
    'No rule of pf counts, for anybody, until it is switched on again.',
    'The whole filter is off: the last resort.',
  ),
  macos_capture: reading(
    'Packets of the port',
    'Check again while it runs. A line with [S] is a request, one with [S.] a reply, one with [R] a refusal.',
  ),
  macos_nc: reading('Test the port', 'succeeded, refused or timed out.'),
  macos_nc_talk: reading('Talk to the service', 'Its greeting. End with its quit command, or Ctrl C.'),
  macos_curl: reading('Ask the web server', 'Lines that begin with < are its answer.'),
  macos_openssl: reading('The certificates it sends', 'One block for each; Verify return code: 0 is good.'),
  macos_openssl_address: reading('The certificates it sends', 'One block for each; Verify return code: 0 is good.'),
  macos_brew_telnet: changing('Install telnet', 'Puts telnet on this Mac, with Homebrew.', 'It needs Homebrew.'),
  macos_resolve: reading('Look the name up, and who is asked', 'Its addresses, and the DNS servers by order.'),
  macos_nslookup: reading('Look the name up in DNS', 'Server: who was asked. NXDOMAIN: no such name.'),
  macos_nslookup_at: reading('Ask another DNS server', 'The same answer, or another one.'),
  macos_hosts_file: reading('Lines for the name in the hosts file', 'Nothing printed: no line.'),
  macos_flush_names: changing(
    'Forget remembered names',
    'All remembered names are looked up anew. Nothing is lost.',
    'The next lookups take a little longer.',
  ),
  macos_use_resolver: changing(
    'Ask another DNS server',
    'This Mac asks that server on Wi-Fi until it is undone. The undo returns to what the network gives.',
    'Names of an inner network or VPN may not be found. Servers that were set by hand have to be set again.',
  ),
  macos_route: reading(
    'The way it takes, and the neighbours',
    'gateway: is the next router; (incomplete) means that no neighbour has the address.',
  ),
  macos_routes: reading('All routes', 'default is the default route. Note it before any change.'),
  macos_route_back: reading('The way back to this client', 'A gateway that leads there.'),
  macos_host_route: changing(
    'Add a route for this host',
    'What is for this one host goes to that router, until a restart.',
    'Only this host is concerned.',
  ),
  macos_default_add: changing(
    'Add a default route',
    'All that has no route of its own goes to this router, until a restart.',
    'A wrong router cuts this Mac off: do it at its own screen.',
  ),
  macos_ping: reading('Ping', 'Replies with times, or who says that it cannot be reached.'),
  macos_traceroute: reading('How far packets get', 'The last line with an address; !H, !N and !X are a router’s no.'),
  macos_clock: reading('The clock', 'How far it is off.'),
  macos_proxy: reading('Proxy settings', 'HTTPEnable and HTTPSEnable: 1 means that there is one.'),
  macos_links: reading('Interfaces and addresses', 'status: active, and an address.'),
};

/** The words of the commands for Windows and macOS. */
export const englishOtherCards = { ...windows, ...macos };

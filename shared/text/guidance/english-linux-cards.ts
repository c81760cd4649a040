import type { linuxAccess } from '../../guidance/commands/linux-access.ts';
import type { linuxClient } from '../../guidance/commands/linux-client.ts';
import type { linuxFirewall } from '../../guidance/commands/linux-firewall.ts';
import type { linuxNetwork } from '../../guidance/commands/linux-network.ts';
import type { linuxService } from '../../guidance/commands/linux-service.ts';
import type { CardWordsOf } from './card-words.ts';
import { changing, reading } from './card-words.ts';

const service: CardWordsOf<typeof linuxService> = {
  linux_ss: reading(
    'What listens on the port',
    'Nothing printed: nothing listens. 127.0.0.1 or [::1]: only the server itself. 0.0.0.0, * or [::]: everybody.',
  ),
  linux_ss_udp: reading('What listens on the UDP port', 'Nothing printed: nothing listens.'),
  linux_netstat: reading('All listening ports, where ss is missing', 'The port after the colon, and the address before it.'),
  linux_ps: reading('Its processes', 'No line but the heading: it does not run.'),
  linux_ps_all: reading('All processes', 'The program’s name.'),
  linux_status: reading('State of the service', 'Active: active (running), inactive (dead) or failed.'),
  linux_status_old: reading('State of the service, without systemd', 'Running or stopped.'),
  linux_failed: reading('Services that failed', 'The service in question should not be there.'),
  linux_start: changing(
    'Start the service',
    'Starts the service until it is stopped or the server restarts.',
    'If it was stopped on purpose, find out why first.',
  ),
  linux_start_old: changing(
    'Start the service, without systemd',
    'Starts the service until it is stopped or the server restarts.',
    'If it was stopped on purpose, find out why first.',
  ),
  linux_listen_everywhere: changing(
    'Listen on every address',
    'The service listens on every IPv4 address of the server, and restarts. A copy of its settings is kept beside them.',
    'Everybody the firewall lets in can reach it, and the restart cuts its connections.',
  ),
  linux_journal: reading(
    'Its log of the last 15 minutes',
    'Address already in use, Permission denied, refused connect, or a fault in a file.',
  ),
  linux_log_file: reading('Its own log file', 'Refused connect, denied, too many, or a fault in a file.'),
  linux_docker: reading(
    'Containers and their ports',
    '0.0.0.0:80->80/tcp is open to others, 127.0.0.1:80->80/tcp is not, 80/tcp alone is not published.',
  ),
  linux_docker_user: reading('Docker’s own firewall chain', 'Published ports pass by ufw; rules for them stand here.'),
  linux_connections: reading('How many connections there are', 'Compare with the limit of the service.'),
  linux_backlog: reading('Whether connections wait', 'Recv-Q is how many wait; Send-Q is how many may.'),
  linux_load: reading('Load, memory and disk', 'A load far above the number of processors, no free memory, or a full disk.'),
  linux_sshd_limits: reading('Limits and lists of sshd', 'MaxStartups, AllowUsers, DenyUsers and the ports.'),
  linux_clock: reading('The clock', 'System clock synchronized: yes, and the right time.'),
  linux_uname: reading('The system', 'Its name and version.'),
};

const firewall: CardWordsOf<typeof linuxFirewall> = {
  linux_which_firewall: reading(
    'Which firewall is there',
    '“running” is firewalld, “Status: active” is ufw; otherwise the rules of nftables or iptables.',
  ),
  firewalld_list: reading(
    'Zones and what they let in',
    'The port after “ports:”, or its service after “services:”. If neither is there, it is rejected.',
  ),
  firewalld_open: changing(
    'Open the port for 5 minutes',
    'Everybody the zone serves can reach the port. Not saved: gone after 5 minutes or a reload.',
    'The service can be reached by others during that time.',
  ),
  ufw_list: reading('Its rules, by number', 'The first rule that fits decides. Status: inactive means that it filters nothing.'),
  ufw_open: changing(
    'Open the port',
    'Everybody can reach the port until the rule is taken away. It stays after a restart.',
    'It stands before every other rule, denials included.',
  ),
  nft_list: reading('All its rules', 'The first rule of a chain that fits decides; a drop in any chain is final.'),
  nft_open: changing(
    'Open the port',
    'Everybody can reach the port until the rule is taken away, or the server restarts.',
    'It needs the table “inet filter” with the chain “input”. Where firewalld or ufw owns the rules, use that instead.',
  ),
  iptables_list: reading(
    'Its rules for what comes in',
    'The first line that fits decides, else the policy in the first line. The counters show which are met.',
  ),
  iptables_open: changing(
    'Open the port',
    'Everybody can reach the port until the rule is taken away, or the server restarts.',
    'It stands before every other rule. Where firewalld or ufw owns the rules, use that instead.',
  ),
  linux_outgoing_rules: reading('Rules for what goes out', 'A REJECT or DROP that fits the target.'),
  linux_capture: reading(
    'Packets of the port, for a minute',
    'Check again while it runs. A line with [S] is a request, one with [S.] a reply, one with [R] a refusal.',
  ),
};

const access: CardWordsOf<typeof linuxAccess> = {
  linux_ldd: reading('Whether it is built with TCP wrappers', 'A line with libwrap.so: it is. Nothing printed: it is not.'),
  linux_hosts_access: reading(
    'Lines about it, in the order they are read',
    'hosts.allow comes first; the first line that fits decides; no line at all allows.',
  ),
  linux_tcpdmatch: reading('What the lists say about this client', 'access: denied or granted.'),
  linux_deny_comment_out: changing(
    'Comment its lines out',
    'Lines of hosts.deny for this program, and for ALL, no longer count, for anybody, at once. A copy is kept beside it.',
    'A line for ALL guards every service that uses TCP wrappers.',
  ),
  linux_deny_rename: changing(
    'Rename hosts.deny',
    'No line of hosts.deny counts any more, for any service, at once.',
    'All services that use TCP wrappers are open to everybody until it is undone.',
  ),
  linux_ban_list: reading('Banned addresses', 'The client’s address after “Banned IP list”.'),
  linux_ban_jails: reading('Its jails', 'One of them is for this service.'),
  linux_unban: changing(
    'Lift the ban',
    'This address may connect again at once.',
    'If it tries on with a wrong password, it is banned again.',
  ),
  linux_selinux: reading('Whether SELinux denied something', 'Enforcing, and a line with “denied” and the program’s name.'),
  linux_selinux_ports: reading('What the port is for, as SELinux sees it', 'The kind in front of the port has to suit the service.'),
  linux_selinux_port: changing(
    'Allow web servers this port',
    'Web servers may listen on this port, from now on and after a restart.',
    'Only for a web server.',
  ),
};

const network: CardWordsOf<typeof linuxNetwork> = {
  linux_getent: reading('Look the name up as programs do', 'Its addresses; nothing printed means that it was not found.'),
  linux_nslookup: reading('Look the name up in DNS', 'Server: who was asked. NXDOMAIN: no such name.'),
  linux_nslookup_at: reading('Ask another DNS server', 'The same answer, or another one.'),
  linux_dig: reading(
    'Ask another DNS server, in detail',
    'status: NOERROR, NXDOMAIN or SERVFAIL, and the addresses with how long they may be remembered.',
  ),
  linux_dig_unchecked: reading(
    'Ask without checking signatures',
    'If this finds it and the usual way does not, the signatures are broken.',
  ),
  linux_resolvectl: reading('Look the name up, and who is asked', 'Current DNS Server, and the domains each link is asked for.'),
  linux_resolv_conf: reading('DNS servers of this computer', 'nameserver lines, and search for added domains.'),
  linux_hosts_file: reading('Lines for the name in the hosts file', 'Nothing printed: no line.'),
  linux_flush_names: changing(
    'Forget remembered names',
    'All remembered names are looked up anew. Nothing is lost.',
    'The next lookups take a little longer.',
  ),
  linux_use_resolver: changing(
    'Ask another DNS server',
    'This computer asks that server until its network is set up anew.',
    'Names of an inner network or VPN may not be found.',
  ),
  linux_resolv_conf_change: changing(
    'Ask another DNS server, without systemd',
    'This computer asks that server only. A copy of the file is kept beside it.',
    'Names of an inner network or VPN may not be found; other programs may rewrite the file.',
  ),
  linux_route_get: reading(
    'The way it takes, and the neighbour',
    'via is the next router; FAILED or INCOMPLETE means that no neighbour has the address.',
  ),
  linux_route_back: reading('The way back to this client', 'unreachable, or a router that does not lead there, is the cause.'),
  linux_routes: reading('All routes and rules', 'blackhole, prohibit and unreachable lines stop what they name.'),
  linux_default_show: reading('The default route', 'One line with via. Note it before any change.'),
  linux_links: reading('Interfaces and addresses', 'UP and an address.'),
  linux_default_add: changing(
    'Add a default route',
    'All that has no route of its own goes to this router, until a restart.',
    'A wrong router cuts this computer off: do it at its own screen.',
  ),
  linux_default_add_6: changing(
    'Add a default route for IPv6',
    'All that has no route of its own goes to this router, until a restart.',
    'A wrong router cuts this computer off: do it at its own screen.',
  ),
  linux_default_replace: changing(
    'Change the default route',
    'All that has no route of its own goes to another router, until a restart.',
    'A wrong router cuts the computer off: do it at its own screen, and note the old line first.',
  ),
  linux_default_old: changing(
    'Add a default route, with the old command',
    'All that has no route of its own goes to this router, until a restart.',
    'Where there is a default route already, this adds a second one.',
  ),
  linux_host_route: changing(
    'Add a route for this host',
    'What is for this one host goes to that router, until a restart.',
    'Only this host is concerned.',
  ),
  linux_route_back_add: changing(
    'Add a route back to this client',
    'Replies to this one client go to that router, until a restart.',
    'Only this client is concerned.',
  ),
  linux_stop_route_remove: changing(
    'Take the stopping route away',
    'What it named goes the usual way again, until it is put back.',
    'Somebody may have put it there to keep something out.',
  ),
  linux_wrong_route_remove: changing(
    'Take the route away',
    'What it named goes the usual way, until it is put back or the network is set up anew.',
    'Other hosts that it names are concerned too.',
  ),
  linux_link_route_remove: changing(
    'Take the route away',
    'What it took for neighbours goes the usual way, until it is put back or the network is set up anew.',
    'If it is the network of this computer itself, hosts on it are out of reach until the undo.',
  ),
  linux_ping: reading('Ping', 'Replies with times, or who says that it cannot be reached.'),
  linux_tracepath: reading('How far packets get', 'The last line with an address.'),
  linux_traceroute: reading('How far packets get', 'The last line with an address; !H, !N and !X are a router’s no.'),
  linux_traceroute_tcp: reading('How far requests to this port get', 'It goes where pings are dropped.'),
  linux_mtr: reading('Losses on the way', 'Loss that begins at one line and stays to the end is a fault there.'),
  linux_ping_large: reading('Ping with a full-size packet', '“message too long” or no reply, while small pings pass.'),
};

const client: CardWordsOf<typeof linuxClient> = {
  linux_nc: reading('Test the port', 'succeeded, refused or timed out.'),
  linux_nc_talk: reading('Talk to the service', 'Its greeting. End with its quit command, or Ctrl C.'),
  linux_nc_quit: reading('Connect and end politely', 'Its greeting, and its goodbye.'),
  linux_nc_get: reading('Ask the web server', 'A line that begins with HTTP/.'),
  linux_telnet: reading('Talk to the service', '“Connected to” and its greeting. End with Ctrl ], then quit.'),
  linux_bash: reading('Test the port with nothing installed', '0 is open, 1 is refused or not found, 124 is no answer in time.'),
  linux_python: reading('Test the port with Python', 'Connected, or the error with its name.'),
  linux_curl: reading('Ask the web server', 'Lines that begin with < are its answer.'),
  linux_curl_times: reading('Where the time goes', 'Seconds from the start: the largest step is the slow one.'),
  linux_openssl: reading('The certificates it sends', 'One block for each; Verify return code: 0 is good.'),
  linux_openssl_address: reading('The certificates it sends', 'One block for each; Verify return code: 0 is good.'),
  linux_openssl_dates: reading('Names and days of the certificate', 'notAfter, and the names after DNS:.'),
  linux_openssl_dates_address: reading('Names and days of the certificate', 'notAfter, and the addresses after IP Address:.'),
  linux_openssl_start_tls: reading('Begin TLS by command', 'A certificate, or how the server answers the command.'),
  linux_proxy: reading('Proxy settings', 'http_proxy and https_proxy; nothing printed means none.'),
  linux_apt_nc: install('nc', 'Debian, Ubuntu'),
  linux_yum_nc: install('nc', 'older Red Hat, CentOS'),
  linux_dnf_nc: install('ncat, which has the command nc', 'Red Hat, Fedora'),
  linux_apt_telnet: install('telnet', 'Debian, Ubuntu'),
  linux_dnf_telnet: install('telnet', 'Red Hat, Fedora'),
  linux_apt_traceroute: install('traceroute', 'Debian, Ubuntu'),
  linux_dnf_traceroute: install('traceroute', 'Red Hat, Fedora'),
};

/** The words of the commands for Linux. */
export const englishLinuxCards = { ...service, ...firewall, ...access, ...network, ...client };

function install(program: string, where: string) {
  return changing(
    `Install ${program} (${where})`,
    `Puts ${program} on this computer, for everybody who uses it.`,
    'It comes from the system’s own sources.',
  );
}

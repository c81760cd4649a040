import type { CardId } from './commands/cards.ts';

/** Who does a step: on the server, on this computer, at the customer's, or in somebody's head. */
export type Place = 'server' | 'here' | 'customer' | 'nobody';

/** One thing to do, with the commands that do it. Its words are in shared/text/guidance. */
export interface Step {
  readonly place: Place;
  readonly cards: readonly CardId[];
}

/** Every step guidance can advise. Commands of a step are ways to the same end: one of them is enough. */
export const steps = {
  // Look at the server.
  see_listening: server(
    ...(['linux_ss', 'linux_ss_udp', 'linux_netstat', 'windows_listening', 'windows_listening_udp', 'windows_netstat'] as const),
    ...(['macos_lsof', 'macos_netstat'] as const),
  ),
  see_process: server('linux_ps', 'linux_ps_all', 'windows_processes', 'macos_processes'),
  see_service: server('linux_status', 'linux_status_old', 'linux_failed', 'windows_service', 'macos_service'),
  see_log: server('linux_journal', 'linux_log_file', 'windows_log', 'macos_log'),
  see_firewall: server(
    ...(['linux_which_firewall', 'firewalld_list', 'ufw_list', 'nft_list', 'iptables_list'] as const),
    ...(['windows_profiles', 'windows_rules', 'windows_netsh_rules', 'macos_firewall', 'macos_pf'] as const),
  ),
  see_container: server('linux_docker', 'linux_docker_user'),
  see_capture: server('linux_capture', 'windows_capture', 'macos_capture'),
  see_return_route: server('linux_route_back', 'windows_route_back', 'macos_route_back'),
  see_default_route: server('linux_default_show', 'windows_routes', 'macos_routes'),
  see_libwrap: server('linux_ldd'),
  see_wrappers: server('linux_hosts_access', 'linux_tcpdmatch'),
  see_ban: server('linux_ban_list', 'linux_ban_jails'),
  see_limits: server('linux_connections', 'linux_sshd_limits', 'linux_backlog'),
  see_load: server('linux_load', 'linux_backlog', 'windows_load', 'macos_load'),
  see_selinux: server('linux_selinux', 'linux_selinux_ports'),
  see_server_clock: server('linux_clock', 'windows_clock', 'macos_clock'),
  see_system: server('linux_uname'),

  // Change the server.
  start_service: server('linux_start', 'linux_start_old', 'windows_start', 'macos_start'),
  open_port: server(
    ...(['firewalld_open', 'ufw_open', 'nft_open', 'iptables_open', 'windows_open', 'windows_netsh_open'] as const),
    ...(['macos_block_all_off', 'macos_stealth_off', 'macos_pf_off'] as const),
  ),
  log_drops: server('windows_drop_log', 'windows_drop_audit'),
  lift_wrappers: server('linux_deny_comment_out', 'linux_deny_rename'),
  lift_ban: server('linux_unban'),
  mend_selinux: server('linux_selinux_port'),
  mend_return_route: server(
    'linux_route_back_add',
    'linux_default_replace',
    'linux_default_old',
    'windows_default_add',
    'windows_default_add_6',
    'macos_default_add',
  ),
  listen_everywhere: server(),
  change_listening: server('linux_listen_everywhere'),
  use_its_port: server(),
  publish_port: server(),
  allow_address: server(),
  raise_limits: server(),
  mend_configuration: server(),
  renew_certificate: server(),
  send_chain: server(),
  add_name_to_certificate: server(),
  update_tls: server(),
  mend_backend: server(),
  mend_reverse_lookup: server(),
  check_power: server(),
  ask_network_owner: nobody(),

  // Look at this computer.
  see_route_here: here('linux_route_get', 'linux_routes', 'windows_route', 'macos_route'),
  see_links_here: here('linux_links', 'windows_links', 'macos_links'),
  see_outgoing_rules: here('linux_outgoing_rules', 'windows_profiles', 'macos_pf'),
  see_resolver_here: here('linux_resolv_conf', 'linux_resolvectl', 'windows_name_servers', 'macos_resolve'),
  see_hosts_file_here: here('linux_hosts_file', 'windows_hosts_file', 'macos_hosts_file'),
  look_up_here: here('linux_nslookup', 'linux_getent', 'windows_nslookup', 'windows_resolve', 'macos_nslookup'),
  look_up_at: here('linux_nslookup_at', 'linux_dig', 'windows_resolve_at', 'macos_nslookup_at'),
  look_up_unchecked: here('linux_dig_unchecked'),
  ping_host: here('linux_ping', 'windows_ping', 'macos_ping'),
  trace_path: here(
    ...(['linux_traceroute', 'linux_traceroute_tcp', 'linux_tracepath', 'linux_mtr'] as const),
    ...(['windows_tracert', 'windows_trace', 'windows_pathping', 'macos_traceroute'] as const),
  ),
  ping_large: here('linux_ping_large'),
  talk: here('linux_nc_talk', 'linux_telnet', 'linux_nc_get', 'linux_nc_quit', 'windows_telnet', 'macos_nc_talk'),
  see_certificate: here(
    ...(['linux_openssl_dates', 'linux_openssl_dates_address', 'linux_openssl', 'linux_openssl_address'] as const),
    ...(['macos_openssl', 'macos_openssl_address'] as const),
  ),
  try_start_tls: here('linux_openssl_start_tls'),
  ask_web: here('linux_curl', 'windows_curl', 'macos_curl'),
  time_web: here('linux_curl_times'),
  see_proxy_here: here('linux_proxy', 'windows_proxy', 'macos_proxy'),
  see_clock_here: here('linux_clock', 'windows_clock', 'macos_clock'),

  // Change this computer.
  use_resolver: here('linux_use_resolver', 'linux_resolv_conf_change', 'windows_use_resolver', 'macos_use_resolver'),
  flush_names: here('linux_flush_names', 'windows_flush_names', 'macos_flush_names'),
  mend_default_route: here(
    ...(['linux_default_add', 'linux_default_add_6', 'linux_default_old'] as const),
    ...(['windows_default_add', 'windows_default_add_6', 'macos_default_add'] as const),
  ),
  remove_stop_route: here('linux_stop_route_remove'),
  remove_wrong_route: here('linux_wrong_route_remove', 'linux_link_route_remove'),
  add_host_route: here('linux_host_route', 'macos_host_route'),
  install_tools: here(
    ...(['linux_apt_nc', 'linux_yum_nc', 'linux_dnf_nc', 'linux_apt_telnet', 'linux_dnf_telnet'] as const),
    ...(['linux_apt_traceroute', 'linux_dnf_traceroute', 'windows_telnet_enable', 'macos_brew_telnet'] as const),
  ),
  connect_vpn: here(),
  use_ipv4: here(),
  log_in_to_network: here(),
  allow_local_network: here(),
  allow_here: here(),
  free_ports: here(),
  choose_source: here(),
  wait_longer: here(),
  trust_authority: here(),
  give_certificate: here(),
  check_again: here(),

  // Ask others.
  test_there: customer(
    ...(['linux_nc', 'linux_telnet', 'linux_bash', 'linux_python', 'linux_curl'] as const),
    ...(['windows_test', 'windows_telnet', 'windows_curl', 'macos_nc', 'macos_curl'] as const),
  ),
  look_up_there: customer('linux_nslookup', 'linux_getent', 'windows_nslookup', 'windows_resolve', 'macos_nslookup', 'macos_resolve'),
  trace_there: customer('linux_traceroute', 'windows_tracert', 'macos_traceroute'),
  see_proxy_there: customer('linux_proxy', 'windows_proxy', 'macos_proxy'),
  correct_client: customer(),
  check_address: nobody(),
  check_port: nobody(),
  check_spelling: nobody(),
  check_path: nobody(),
  log_in: nobody(),
  add_record: nobody(),
  ask_domain_owner: nobody(),
  use_full_name: nobody(),
  use_tls: nobody(),
  use_plain: nobody(),
  use_certificate_name: nobody(),
  hand_over: nobody(),
  wait: nobody(),
  watch: nobody(),
} as const satisfies Readonly<Record<string, Step>>;

/** The id of one step. */
export type StepId = keyof typeof steps;

function server(...cards: readonly CardId[]): Step {
  return { place: 'server', cards };
}

function here(...cards: readonly CardId[]): Step {
  return { place: 'here', cards };
}

function customer(...cards: readonly CardId[]): Step {
  return { place: 'customer', cards };
}

function nobody(...cards: readonly CardId[]): Step {
  return { place: 'nobody', cards };
}

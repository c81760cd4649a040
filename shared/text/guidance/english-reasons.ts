import type { IcmpSaid } from '../../guidance/reason.ts';
import type { ReasonWords } from './guidance-words.ts';

/** What was seen, a sentence each. Time only ever weighs; it is never said to prove anything. */
export const englishReasons: ReasonWords = {
  failed_with: ({ code, durationMs }, { failure, duration }) => `The target ${failure(code)}, after ${duration(durationMs)}.`,
  answered_quickly: ({ durationMs }, { duration }) => `The no came back after ${duration(durationMs)}, so somebody said it.`,
  unreachable_after_waiting: ({ durationMs }, { duration }) =>
    `It took ${duration(durationMs)}, as long as looking for a host that is not there.`,
  refused_at_once_here: ({ durationMs }, { duration }) => `It took ${duration(durationMs)}, too short for anything outside this computer.`,
  is_ipv4: ({ address }) => `${address} is an IPv4 address.`,
  is_ipv6: ({ address }) => `${address} is an IPv6 address.`,
  is_udp: () => 'It was asked over UDP.',
  target_is_here: ({ host }) => `${host} is this computer itself.`,
  here_is: ({ system }) => `This computer runs ${{ linux: 'Linux', windows: 'Windows', macos: 'macOS' }[system]}.`,
  service_named: ({ product }) => `It names itself “${product}”.`,
  other_address_met: ({ address, outcome }, format) => `${address} of the same name: ${format.outcome(outcome)}.`,
  same_network: ({ address, localAddress }) => `${address} looks like a neighbour of ${localAddress}.`,
  private_address: ({ address }) => `${address} is an address of an inner network.`,
  limit_is_short: ({ limitMs }, { duration }) => `Our own limit of ${duration(limitMs)} ended it.`,
  scope_in_address: ({ scope }) => `The address names the interface ${scope}.`,
  greeting_says: ({ text }) => `It says: “${text}”.`,
  service_answered: ({ service, text }) => `${service ?? 'The service'} answered: “${text}”.`,
  closed_after_pause: ({ durationMs }, { duration }) =>
    `It hung up after ${duration(durationMs)} without a word, the pause of TCP wrappers.`,
  closed_at_once: ({ durationMs, wasReset }, { duration }) =>
    `It ${wasReset ? 'cut the connection off' : 'hung up'} after ${duration(durationMs)}, without a word.`,
  silent_service: ({ service, durationMs }, { duration }) => `${service ?? 'It'} stayed silent for ${duration(durationMs)}.`,
  uses_wrappers: ({ program }) => `${program} can be built with TCP wrappers.`,
  unusual_port: ({ port }) => `No service is usual on port ${port}.`,
  stage_took: ({ stage, durationMs }, format) => `${capital(format.stage(stage))} took ${format.duration(durationMs)}.`,
  from_hosts_file: ({ host }) => `The address of ${host} comes from the hosts file.`,

  certificate_ended: ({ endedAtMs }, { day }) => `The certificate ended on ${day(endedAtMs)}.`,
  certificate_begins: ({ startsAtMs }, { day }) => `The certificate is valid from ${day(startsAtMs)} on.`,
  certificate_names: ({ names, nameCount }, { list }) =>
    nameCount === 0 ? 'The certificate names no host.' : `The certificate is for ${list(names)}.`,
  certificate_issuer: ({ issuer }) => `Issued by ${issuer}.`,
  issuer_is_inspector: ({ issuer }) => `Issued by ${issuer}, which makes products that look into TLS.`,
  issuer_changed: ({ was, now, workedAtMs }, { moment }) => `Issued by ${now}; when it worked, at ${moment(workedAtMs)}, by ${was}.`,
  same_certificate: ({ workedAtMs }, { moment }) => `It is the same certificate as when it worked, at ${moment(workedAtMs)}.`,
  chain_has_one: ({ issuer }) => `The server sent one certificate only, issued by ${issuer}.`,
  public_authority: ({ issuer }) => `${issuer} is known to every system, when the whole chain is sent.`,
  plain_text_came: ({ text }) => (text === '' ? 'What came back is not TLS.' : `What came back is not TLS: “${text}”.`),
  expects_tls: ({ service }) => `${service} begins with TLS on this port.`,

  http_status: ({ status, reason }) => `It answered ${`HTTP ${status} ${reason}`.trim()}.`,
  http_redirect: ({ location }) => `It points to ${location}.`,
  http_took: ({ durationMs }, { duration }) => `The answer took ${duration(durationMs)}.`,

  control_resolved: ({ name }) => `${name} resolves, so the lookup works here.`,
  control_failed: ({ name }) => `${name} does not resolve either.`,
  resolver_said: ({ server, answer }) => `${server ?? 'The DNS server'} ${said[answer]}.`,
  single_label: ({ host }) => `${host} is a single word.`,
  internal_suffix: ({ suffix }) => `Names that end in .${suffix} are known in inner networks only.`,
  resolved_before: ({ atMs, addresses }, { moment, list }) => `It had the address ${list(addresses)} at ${moment(atMs)}.`,
  others_know: ({ server, records }, { list }) => `${server} knows it: ${list(records)}.`,
  nobody_knows: ({ servers }, { list }) => `${list(servers)} ${servers.length === 1 ? 'knows' : 'know'} no such name.`,
  system_knows_now: ({ records }, { list }) => `This computer finds it now: ${list(records)}.`,
  no_server_answers: ({ servers }, { list }) => `No answer from ${list(servers)}.`,
  other_records: ({ recordKind, records }, { list }) => `It has a record of the kind ${recordKind}: ${list(records)}.`,

  worked_before: ({ atMs }, { moment }) => `It worked at ${moment(atMs)}.`,
  never_worked: ({ checkCount }) => `It was checked ${checkCount} times before and never worked.`,
  same_addresses: ({ workedAtMs }, { moment }) => `The name gives the same address as when it worked, at ${moment(workedAtMs)}.`,
  addresses_changed: ({ was, now }, { list }) => `The name gives ${list(now)} now; it worked with ${list(was)}.`,
  other_port_met: ({ port, outcome, durationMs }, format) =>
    outcome === 'succeeded'
      ? `Port ${port} of the same host connected in ${format.duration(durationMs)}.`
      : `Port ${port} of the same host: ${format.outcome(outcome)}.`,
  elsewhere_met: ({ vantage, outcome }, format) => `From ${vantage}: ${format.outcome(outcome)}.`,
  was_different: ({ outcome, atMs }, format) => `Before, at ${format.moment(atMs)}: ${format.outcome(outcome)}.`,
  many_before: ({ checkCount, spanMs }, { span }) => `${checkCount} checks were made in ${span(spanMs)} before.`,
  flips: ({ changeCount, checkCount }) => `It changed ${changeCount} times in the last ${checkCount} checks.`,
  address_fails_more: ({ address, failedCount, checkCount, otherFailedCount }) =>
    `${address} failed ${failedCount} of ${checkCount} times, the other addresses ${otherFailedCount} times in all.`,
  names_fail_sometimes: ({ failedCount, checkCount }) => `The name lookup failed in ${failedCount} of the last ${checkCount} checks.`,
  outcome_counted: ({ outcome, count, checkCount }, format) =>
    `${capital(format.outcome(outcome))} in ${count} of the last ${checkCount} checks.`,
  slower_than_usual: ({ stage, durationMs, usualMs }, format) =>
    `${capital(format.stage(stage))} took ${format.duration(durationMs)}; usual is ${format.duration(usualMs)}.`,
  product_changed: ({ was, now }) => `It names itself ${now}; when it worked, ${was}.`,

  ping_replied: ({ receivedCount, sentCount, averageMs }, { duration }) =>
    `Ping came back ${receivedCount} of ${sentCount} times${averageMs === null ? '' : `, in ${duration(averageMs)} on average`}.`,
  ping_silent: ({ sentCount }) => `None of ${sentCount} pings came back, which proves nothing by itself.`,
  ping_lost: ({ receivedCount, sentCount }) => `Of ${sentCount} pings only ${receivedCount} came back.`,
  icmp_said: ({ word, from, hopLimit }) =>
    `${from ?? 'A router'}${hopLimit === null ? '' : `, ${hopLimit} steps away,`} says ${icmp[word]}.`,
  path_reached: ({ hopCount }) => `The trace reached it after ${hopCount} steps.`,
  path_stops: ({ hopLimit, address }) => `The last router that answers is ${address}, ${hopLimit} steps away.`,
  path_silent: () => 'No router on the way answered the trace.',
  way_out: ({ host, outcome }, format) => `${host}, which is always there: ${format.outcome(outcome)}.`,
  gateway_met: ({ host, outcome }, format) => `The router ${host}: ${format.outcome(outcome)}.`,
  nobody_met: ({ host, port, outcome }, format) =>
    outcome === 'succeeded'
      ? `${host}${port === null ? '' : ` on port ${port}`} connected, though nobody has that address.`
      : `${host}, which nobody has, did not connect: ${format.outcome(outcome)}.`,
  route_here: ({ way, prefix, gateway }) =>
    `The route${prefix === null ? '' : ` ${prefix}`}${gateway === null ? '' : ` through ${gateway}`}: ${ways[way]}.`,
  route_through_tunnel: ({ interfaceName }) => `The route goes through a VPN${interfaceName === null ? '' : ` (${interfaceName})`}.`,
  no_default_route: () => 'This computer has no default route.',
  neighbour_missing: ({ address }) => `Nobody on the local network answers for ${address}.`,
  neighbour_there: ({ address }) => `A host on the local network answers for ${address}.`,
  filters_outgoing: () => 'A firewall of this computer filters what goes out.',
  no_filter_here: () => 'No firewall of this computer is active.',
  proxy_set: ({ proxy }) => `Programs here are told to use the proxy ${proxy}; this check did not.`,
  not_measured: ({ reason }) => unmeasured[reason],
};

const said = {
  nxdomain: 'knows no such name',
  no_data: 'knows the name, without an address',
  servfail: 'could not find it out',
  refused: 'would not answer',
  timed_out: 'did not answer',
  failed: 'could not be asked',
} as const;

const icmp: Readonly<Record<IcmpSaid, string>> = {
  host_unreachable: 'that it cannot reach the host',
  network_unreachable: 'that it has no way to that network',
  port_unreachable: 'that nothing is at that port',
  prohibited: 'that it is prohibited',
  hop_limit_reached: 'that the packet went in a circle or too far',
};

const ways = {
  gateway: 'to the next router',
  on_link: 'straight to the local network',
  this_computer: 'to this computer itself',
  none: 'there is none',
  unreachable: 'marked as unreachable',
  prohibit: 'marked as prohibited',
  blackhole: 'everything is thrown away',
} as const;

const unmeasured = {
  tool_missing: 'The tool for it is not on this computer.',
  not_permitted: 'The system did not allow measuring it.',
  stopped: 'The measurement was stopped.',
  unreadable: 'What the tool printed could not be read.',
  declined: 'It was not measured.',
} as const;

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

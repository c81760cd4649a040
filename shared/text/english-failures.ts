import type { FailureCode } from '../check/failure.ts';
import type { Seen } from './seen.ts';
import type { FailureWords } from './words.ts';

/**
 * What is said of each cause of failure.
 *
 * Who spoke is not said where the evidence does not tell: a refusal may come from the host, a device on the way or a rule on
 * this computer, and a prohibition over IPv6 from a router (facts/field.md 4.11). Time only ever makes something likely.
 */
export const englishFailures: Readonly<Record<FailureCode, FailureWords>> = {
  dns_nxdomain: {
    happened: ({ host }) => `There is no name ${host}.`,
    proves: ({ dnsServers }) =>
      dnsServers.length === 0
        ? 'The system’s lookup found nothing. Nothing was sent to the host.'
        : 'A DNS server answered, and it knows no such name. Nothing was sent to the host.',
    likely: () => 'A typing mistake, a missing record, or a name that only another network or a VPN knows.',
    brief: 'has no such name',
  },
  dns_no_data: {
    happened: ({ host }) => `${host} exists, but has no address.`,
    proves: () => 'A DNS server answered: the name is there, without an A or AAAA record. Nothing was sent to the host.',
    likely: () => 'The address record is missing, or the name is meant for something else, such as mail.',
    brief: 'has no address',
  },
  dns_servfail: {
    happened: ({ host }) => `The DNS server tried to look up ${host} and failed.`,
    proves: () => 'A DNS server answers, but could not find out this name (SERVFAIL). Nothing was sent to the host.',
    likely: () => 'The name servers of that domain do not answer it, or their DNSSEC signatures are broken.',
    brief: 'could not be looked up',
  },
  dns_refused: {
    happened: ({ host }) => `The question for ${host} was refused.`,
    proves: ({ isHere }) =>
      `The DNS server turned the question away, or no DNS server runs at the address ${computer(isHere)} asks. Nothing was sent to the host.`,
    likely: ({ isHere }) => `${opening(isHere)} is set to a DNS server that does not serve it.`,
    brief: 'could not be looked up',
  },
  dns_timed_out: {
    happened: ({ host, elapsed }) => `No DNS server answered for ${host} within ${elapsed}.`,
    proves: () => 'No answer to the question came back. Nothing is known about the host, and nothing was sent to it.',
    likely: () => 'The DNS server is down, or something on the way drops questions to port 53.',
    brief: 'could not be looked up',
  },
  dns_failed: {
    happened: ({ host, systemCode }) => `${host} could not be looked up${inBrackets(systemCode)}.`,
    proves: () => 'The system’s lookup failed. Nothing was sent to the host.',
    likely: () => null,
    brief: 'could not be looked up',
  },
  no_address_of_family: {
    happened: ({ host }) => `${host} has no address of the IP version that was asked for.`,
    proves: () => 'All its addresses are of the other IP version, so nothing was sent.',
    likely: () => null,
    brief: 'is of the other IP version',
  },

  connection_refused: {
    happened: ({ address, port, transport }) =>
      `The answer for ${address} was no: nothing is listening on ${transport === 'udp' ? 'UDP ' : ''}port ${port}, or a firewall rejects it.`,
    proves: ({ elapsed, isLoopback, isHere }) =>
      isLoopback
        ? `A refusal came back after ${elapsed}, from ${computer(isHere)} itself.`
        : `A refusal came back after ${elapsed}. Whether the host, a device on the way or a rule on ${computer(isHere)} sent it, it does not say.`,
    likely: ({ isLoopback, isHere }) =>
      isLoopback
        ? `No program on ${computer(isHere)} listens on that port.`
        : 'The program has stopped, uses another port, or listens only on 127.0.0.1.',
    brief: 'refused',
  },
  protocol_unreachable: {
    happened: ({ address, transport }) => `The answer for ${address} was no: it says it does not take ${transport.toUpperCase()}.`,
    proves: ({ elapsed }) => `An ICMP message "protocol unreachable" came back after ${elapsed}.`,
    likely: () => 'A firewall rejects it with this reason.',
    brief: 'refused',
  },
  permission_denied: {
    happened: ({ address, family, isHere }) =>
      family === 6
        ? `Connecting to ${address} is forbidden, by ${computer(isHere)} or by a router on the way.`
        : `${opening(isHere)} does not allow a connection to ${address}.`,
    proves: ({ family }) =>
      family === 6
        ? 'The system said "permission denied". Over IPv6 a router’s prohibition arrives the same way.'
        : 'The system itself said "permission denied".',
    likely: () => 'A prohibit route, a security policy such as SELinux, or a local firewall.',
    brief: 'is forbidden',
  },
  not_permitted: {
    happened: ({ address, isHere }) => `${opening(isHere)} does not permit a connection to ${address}.`,
    proves: () => 'The system itself said "operation not permitted".',
    likely: () => 'A local firewall or security policy.',
    brief: 'is not permitted',
  },
  route_discards: {
    happened: ({ address, isHere }) => `${opening(isHere)} would not send anything to ${address}.`,
    proves: () => 'The system itself called the address invalid for sending.',
    likely: ({ address, isHere }) => {
      if (address.includes('%')) return `The scope after % is not an interface of ${computer(isHere)}.`;
      return /^fe[89ab]/iu.test(address)
        ? 'A link-local address needs its interface after %, as in fe80::1%eth0.'
        : 'A blackhole route covers the address.';
    },
    brief: 'is not sent to',
  },
  source_address_unavailable: {
    happened: ({ address, isHere }) => `${opening(isHere)} cannot send to ${address} from the address it should use.`,
    proves: ({ isHere }) => `Nothing left ${computer(isHere)}.`,
    likely: ({ isHere }) => `The source address that was asked for is not one of ${computer(isHere)}’s, or its ports are used up.`,
    brief: 'has no source address',
  },
  source_address_in_use: {
    happened: ({ address, isHere }) => `${opening(isHere)} has no free port to reach ${address} from.`,
    proves: ({ isHere }) => `Nothing left ${computer(isHere)}.`,
    likely: () => 'Too many connections are open, or just closed.',
    brief: 'has no free source port',
  },
  connection_aborted: {
    happened: ({ address, isHere }) => `${opening(isHere)} gave up its own connection to ${address}.`,
    proves: () => 'The local network stack ended it, not the other side.',
    likely: ({ isHere }) => `Antivirus or VPN software on ${computer(isHere)}.`,
    brief: 'was given up by the system',
  },
  host_unreachable: {
    happened: ({ address }) => `Nothing can reach ${address}: a router said so, or no host on its network answers for the address.`,
    proves: ({ elapsed }) => `The system reported it as unreachable after ${elapsed}.`,
    likely: likelyUnreachable,
    brief: 'has no route',
  },
  host_down: {
    happened: ({ address }) => `The host ${address} is reported as down.`,
    proves: ({ elapsed }) => `The system or a router said so after ${elapsed}.`,
    likely: () => 'The host is off, or the address belongs to no host.',
    brief: 'is down',
  },
  network_unreachable: {
    happened: ({ address, isHere }) => `There is no route to ${address}, from ${computer(isHere)} or from a router on the way.`,
    proves: ({ elapsed }) => `The system reported the network as unreachable after ${elapsed}.`,
    likely: ({ family, isHere }) =>
      family === 6 ? `There is no IPv6 ${isHere ? 'here' : 'there'}.` : 'No default gateway, or a VPN that is down.',
    brief: 'has no route',
  },
  network_down: {
    happened: ({ address }) => `The network that leads to ${address} is down.`,
    proves: () => 'The system reported its own network interface as down.',
    likely: () => 'A cable, the wireless network or a VPN is off.',
    brief: 'is behind a network that is down',
  },
  family_unsupported: {
    happened: ({ address, family, isHere }) =>
      `${opening(isHere)} does not speak ${family === 6 ? 'IPv6' : 'the IP version'} of ${address}.`,
    proves: ({ isHere }) => `Nothing left ${computer(isHere)}.`,
    likely: ({ isHere }) => `IPv6 is switched off ${isHere ? 'here' : 'there'}.`,
    brief: 'is of an IP version the system does not speak',
  },
  connection_timed_out: {
    happened: ({ address, port, elapsed, isOwnLimit, systemCode }) =>
      isOwnLimit
        ? `Nothing came back from ${address} on port ${port} within our limit of ${elapsed}.`
        : `Nothing came back from ${address} on port ${port}; the ${systemCode === null ? 'program' : 'system'} gave up after ${elapsed}.`,
    proves: ({ isHere }) => `No answer reached ${computer(isHere)} in that time. Whether the host is on, it does not say.`,
    likely: () =>
      'A firewall drops the packets, the host is off, or the address is wrong. A Windows host also stays silent where nothing listens.',
    brief: 'timed out',
  },
  local_limit_reached: {
    happened: ({ systemCode, isHere }) => `${opening(isHere)} has no room for another connection${inBrackets(systemCode)}.`,
    proves: () => 'Nothing was sent to the host.',
    likely: () => 'Too many connections are open at once.',
    brief: 'was not dialled: no room',
  },
  connected_to_itself: {
    happened: ({ port }) => `Nothing is listening on port ${port}: the connection met itself.`,
    proves: ({ port, isHere }) =>
      `${opening(isHere)} dialled from port ${port} to the same port, which joins a socket to itself. No program answered.`,
    likely: () => null,
    brief: 'met itself',
  },

  tls_expired: {
    happened: ({ address, certificate }) =>
      `The certificate of ${address} ended${certificate === null ? '' : ` on ${certificate.endedOn}, ${daysAgo(certificate.daysSinceEnd)}`}.`,
    proves: unproved,
    likely: () => 'Its renewal did not happen, or the server still uses the old file.',
    brief: 'shows an expired certificate',
  },
  tls_not_yet_valid: {
    happened: ({ address, certificate }) =>
      `The certificate of ${address} is not valid ${certificate === null ? 'yet' : `before ${certificate.startsOn}`}.`,
    proves: unproved,
    likely: ({ isHere }) => `The clock of ${computer(isHere)} or of the one that made the certificate is wrong.`,
    brief: 'shows a certificate that is not valid yet',
  },
  tls_wrong_name: {
    happened: ({ host, certificate }) =>
      `The certificate is not for ${host}${certificate === null || certificate.names.length === 0 ? '' : `; it is for ${someOf(certificate.names, certificate.nameCount)}`}.`,
    proves: unproved,
    likely: () => 'Another site at the same address answered, or the name points to the wrong server.',
    brief: 'shows a certificate for another name',
  },
  tls_self_signed: {
    happened: ({ address }) => `The certificate of ${address} is signed by itself: nobody vouches for it.`,
    proves: unproved,
    likely: () => 'A device or test server with the certificate it was made with.',
    brief: 'shows a certificate signed by itself',
  },
  tls_unknown_authority: {
    happened: ({ address, certificate, isHere }) =>
      `${opening(isHere)} does not know who issued the certificate of ${address}${certificate === null ? '' : ` (${certificate.issuer})`}.`,
    proves: unproved,
    likely: ({ isHere }) =>
      `The server does not send its whole chain, a company’s own authority is missing ${isHere ? 'here' : 'there'}, or a proxy on the way replaces certificates.`,
    brief: 'shows a certificate of an unknown authority',
  },
  tls_not_trusted: {
    happened: ({ address, systemCode }) => `The certificate of ${address} cannot be trusted${inBrackets(systemCode)}.`,
    proves: unproved,
    likely: () => null,
    brief: 'shows a certificate that cannot be trusted',
  },
  tls_plain_text_answered: {
    happened: ({ endpoint }) => `${endpoint} connected, but what came back is not TLS.`,
    proves: () => 'Something accepts connections there and speaks, in plain text or another protocol.',
    likely: () => 'This port expects no TLS, or expects it only after a command (STARTTLS).',
    brief: 'answered without TLS',
  },
  tls_no_common_protocol: {
    happened: ({ endpoint }) => `${endpoint} connected, but no TLS version and cipher suits both sides.`,
    proves: () => 'Something accepts connections there and speaks TLS.',
    likely: () => 'Old server software, or one that takes only particular clients.',
    brief: 'shares no TLS version or cipher',
  },
  tls_client_certificate_required: {
    happened: ({ endpoint }) => `${endpoint} wants a certificate from the client.`,
    proves: () => 'Something accepts connections there and speaks TLS.',
    likely: () => 'The service is only for clients with a certificate of their own.',
    brief: 'wants a client certificate',
  },
  tls_closed: {
    happened: ({ endpoint, elapsed }) => `${endpoint} connected, then ended the connection during the TLS handshake, after ${elapsed}.`,
    proves: () => 'Something accepts connections there. No TLS session was agreed.',
    likely: () => 'The port expects no TLS or another server name, or a device on the way ends it.',
    brief: 'ended the TLS handshake',
  },
  tls_timed_out: {
    happened: ({ endpoint, elapsed }) => `${endpoint} connected, but the TLS handshake was not done within ${elapsed}.`,
    proves: () => 'Something accepts connections there. No TLS session was agreed.',
    likely: () => 'The port expects no TLS, or the program behind it hangs.',
    brief: 'did not finish the TLS handshake',
  },
  tls_failed: {
    happened: ({ endpoint, systemCode }) => `${endpoint} connected, but no TLS session could be agreed${inBrackets(systemCode)}.`,
    proves: () => 'Something accepts connections there.',
    likely: () => null,
    brief: 'agreed no TLS session',
  },

  service_rejected: {
    happened: ({ endpoint, service, greeting, detail }) =>
      `${service ?? 'The service'} at ${endpoint} turned the connection away${quoted(greeting ?? detail)}.`,
    proves: ({ isHere }) => `The service runs and answers. It does not serve ${computer(isHere)} now.`,
    likely: () => 'A limit of connections, a list of allowed addresses, or maintenance.',
    brief: 'was turned away',
  },
  connection_closed: {
    happened: ({ address, port, elapsed }) => `${address} accepted the connection on port ${port}, then hung up after ${elapsed}.`,
    proves: ({ operation }) =>
      `Something accepts connections there, and ended this one ${operation === 'request' ? 'instead of answering' : 'before a word'}.`,
    likely: () => 'A list of allowed addresses (hosts.deny), a ban, a limit of connections, or a program that crashed.',
    brief: 'hung up',
  },
  connection_reset: {
    happened: ({ address, port, elapsed, operation }) =>
      operation === 'connect'
        ? `The connection to ${address} port ${port} was reset after ${elapsed}, while it was made.`
        : `${address} accepted the connection on port ${port}, then reset it after ${elapsed}.`,
    proves: ({ operation }) =>
      `Something answers there, and broke the connection off ${operation === 'request' ? 'instead of answering' : 'before a word'}.`,
    likely: () => 'A program that crashed or is overloaded, a ban, or a device on the way that breaks it off.',
    brief: 'reset the connection',
  },
  no_greeting: {
    happened: ({ endpoint, service, elapsed }) => `${endpoint} connected, but ${service ?? 'the service'} said nothing within ${elapsed}.`,
    proves: () => 'Something accepts connections there. A service of this kind speaks first, and this one did not.',
    likely: () => 'The program hangs or is overloaded, another service uses the port, or something in between answers for it.',
    brief: 'said nothing',
  },

  http_server_error: {
    happened: ({ endpoint, http }) => `${endpoint} answered HTTP${http === null ? ' with an error of its own' : ` ${http.status}`}.`,
    proves: () => 'The web server runs and answers, and says that it cannot serve this.',
    likely: () => 'The program behind the web server is down or failing.',
    brief: 'answered with an error',
  },
  reply_unreadable: {
    happened: ({ endpoint, systemCode }) => `${endpoint} answered, but not in HTTP that can be read${inBrackets(systemCode)}.`,
    proves: () => 'Something accepts connections there and speaks.',
    likely: () => 'Another service uses the port, or it expects TLS.',
    brief: 'answered unreadably',
  },
  no_reply: {
    happened: ({ endpoint, elapsed }) => `${endpoint} connected, but did not answer the request within ${elapsed}.`,
    proves: () => 'Something accepts connections there and stayed silent when asked.',
    likely: () => 'The program hangs or is overloaded, or another service uses the port.',
    brief: 'did not answer',
  },
  udp_silence: {
    happened: ({ endpoint, elapsed }) => `Nothing came back from UDP ${endpoint} within ${elapsed}: open or filtered.`,
    proves: () => 'Neither a reply nor a refusal came back. A UDP port that is open may stay silent, and so does a firewall.',
    likely: () => null,
    brief: 'is open or filtered',
  },

  cancelled: {
    happened: ({ total }) => `You cancelled after ${total}.`,
    proves: () => 'Nothing beyond what was seen until then.',
    likely: () => null,
    brief: 'was not finished',
  },
  interrupted_by_sleep: {
    happened: ({ total }) => `The computer went to sleep after ${total}, and the check was ended.`,
    proves: () => 'Nothing beyond what was seen until then.',
    likely: () => null,
    brief: 'was not finished',
  },
  unknown: {
    happened: ({ address, systemCode, detail }) =>
      `${address} could not be checked: ${[systemCode, detail].filter((part) => part !== null).join(', ') || 'the system gave no reason'}.`,
    proves: () => 'Only that this code and text came from the system.',
    likely: () => null,
    brief: 'failed',
  },
};

/** The computer that made the check: a result somebody sent is not about this one. */
function computer(isHere: boolean): string {
  return isHere ? 'this computer' : 'that computer';
}

/** The same at the beginning of a sentence. */
function opening(isHere: boolean): string {
  return isHere ? 'This computer' : 'That computer';
}

/** A router answers at once; asking a local network for an absent host takes about 3 s. Over IPv6 both take about 1 s, so nothing is said. */
function likelyUnreachable({ family, elapsedMs, elapsed }: Seen): string | null {
  if (family !== 4 || elapsedMs === null) return null;
  if (elapsedMs < 100) return `A firewall or router rejects it, since the answer came after ${elapsed}.`;
  if (elapsedMs > 2_500) return `The host is off, or no host has that address: nobody answered for it in ${elapsed}.`;
  return null;
}

function unproved({ tlsVersion }: Seen): string {
  return `A session was agreed${tlsVersion === null ? '' : ` (${tlsVersion})`}, but who is at the other end is not proved. No request was sent on it.`;
}

function inBrackets(code: string | null): string {
  return code === null ? '' : ` (${code})`;
}

function quoted(text: string | null): string {
  return text === null || text === '' ? '' : `: “${text}”`;
}

function daysAgo(days: number): string {
  return days <= 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`;
}

function someOf(names: readonly string[], count: number): string {
  const shown = names.slice(0, 3);
  const more = count - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ').replace(/, ([^,]*)$/u, ' and $1');
}

import type { testInquiries } from '../../guidance/inquiries/tests.ts';
import type { InquiryWords, Say } from './guidance-words.ts';

/** Questions that checks answer by themselves: what each answer means. */
export const englishTests: { readonly [Id in keyof typeof testInquiries]: InquiryWords<'yes' | 'no'> } = {
  met_itself: test(
    'Did the connection meet itself?',
    'Dialling a port of this computer from the very same port joins a socket to itself: it looks open, and nothing is there.',
    'No program answered.',
  ),
  says_protocol: test(
    'Does the answer name the protocol?',
    'A plain “no” comes from a closed port or from a firewall. This particular one is hardly ever sent by a host without a rule.',
    'A firewall is likelier than a program that is down.',
  ),
  over_udp: test(
    'Was it asked over UDP?',
    'UDP has no handshake: an open port may stay silent, and so does a firewall.',
    'Silence proves less than it does over TCP.',
  ),
  interface_down: test(
    'Is the network of this computer down?',
    'Nothing can be reached while the cable, the wireless network or the VPN is off.',
    'The fault is at this computer.',
  ),
  needs_ipv6: test(
    'Does it need IPv6 that is not here?',
    'An IPv6 address can only be reached from a network that has IPv6.',
    'This computer has no way to that kind of address.',
  ),
  mac_and_neighbour: test(
    'Is this a Mac, and the target on its own network?',
    'macOS asks before a program may reach the local network, and says “no route” when it may not.',
    'A switch in the privacy settings may be all it is.',
  ),
  source_missing: test(
    'Is the address to dial from one of this computer’s?',
    'A connection can only begin at an address this computer has.',
    'The address asked for is not there, or its ports are used up. Nothing was sent.',
  ),
  ports_used_up: test(
    'Are this computer’s own ports used up?',
    'Each connection needs a free port at this end, and a closed one stays taken for a minute.',
    'Nothing was sent.',
  ),
  gave_up_here: test(
    'Did this computer itself give the connection up?',
    'Security and VPN software sits between programs and the network, and may end connections.',
    'The other side did not end it.',
  ),
  names_an_interface: test(
    'Does the address name a network interface?',
    'What stands after the % says through which interface to send, by the name it has on this computer.',
    'That name has to be one this computer knows.',
  ),
  forbidden_over_ipv6: test(
    'Was it forbidden over IPv6?',
    'Over IPv6, a router’s “prohibited” arrives exactly like a prohibition of this computer.',
    'A firewall on the way or on the server may have said it.',
    'So it was this computer that said it.',
  ),
  too_many_here: test(
    'Does this computer have too much open?',
    'The system limits how many connections and files a program may have open.',
    'Nothing was sent. It says nothing about the target.',
  ),
  unreadable: test(
    'Did something answer in another language?',
    'A service that speaks another protocol, or expects TLS, answers what nobody can read.',
    'Something is there, and it is not what was expected.',
  ),
  was_cancelled: test('Was it cancelled?', 'What was not finished proves nothing.', 'Check again.'),

  address_moved: seen(
    'Does the name lead elsewhere now?',
    'When the address of a name changes, the new machine may not offer the service, or may not be there.',
    'The check went to another machine than the one that worked.',
    '',
  ),
  connects_elsewhere: seen(
    'Does it connect from another place?',
    'When it connects from elsewhere, the service runs, and the difference lies between the two places.',
    'The service runs. Something treats this computer differently.',
    'So it is not only this computer.',
  ),
  works_elsewhere: seen(
    'Does it work from another place?',
    'One result from somewhere else tells the server’s fault from the way’s.',
    'The service is well. Something between it and this computer differs.',
  ),
  name_fails_there: seen(
    'Does the name fail where it fails?',
    'Without an address nothing was sent to the server at all.',
    'The fault is in the name lookup of that place.',
  ),
  refused_there: seen(
    'Is it refused there?',
    'A refusal at one place and a success here: another address, another port, or a rule of that place.',
    'The service runs, as seen from here.',
  ),
  silent_there: seen(
    'Does nothing come back there?',
    'Packets of that place are lost or dropped, on the way out or at the server.',
    'The service runs, as seen from here.',
  ),
  turned_away_there: seen(
    'Is it turned away there?',
    'The connection reaches the server, and the server treats that place differently.',
    'A list of allowed or banned addresses is likely.',
  ),
  tls_fails_there: seen(
    'Does TLS fail there?',
    'The certificate is the same for everybody, unless something on the way puts in its own.',
    'The clock, the trusted authorities or a proxy of that place differ.',
  ),
  came_back: seen(
    'Did it come back just now?',
    'The check before this one failed, and this one did not.',
    'Whatever it was, it is over, or it comes and goes.',
  ),
  tried_often: seen(
    'Was it tried many times in a row?',
    'Some servers count connections and then ban the address for a while.',
    'A ban is likely, and trying on prolongs it.',
  ),

  says_too_many: test(
    'Does it say that there are too many?',
    'A service at its limit turns newcomers away, and takes them again later.',
    'The limit is reached, for everybody or for this address.',
  ),
  says_not_allowed: test(
    'Does it say that this computer may not?',
    'A service with a list of its own says so in its greeting.',
    'A rule of the service itself decides, so its log names it.',
  ),
  paused_then_closed: seen(
    'Did it hang up after five seconds, without a word?',
    'TCP wrappers keep a denied client waiting five seconds before they close.',
    'This is the pause TCP wrappers make.',
    '',
  ),
  wants_tls: test(
    'Does this port begin with TLS?',
    'A service that waits for a TLS handshake stays silent or hangs up when plain text comes.',
    'It was spoken to without TLS.',
  ),

  other_family_only: test(
    'Is the address of the other IP version?',
    'A name may have addresses of one IP version only.',
    'The name is known. It has no address of the version that was asked for.',
  ),
  all_names_fail: test(
    'Do all names fail?',
    'When a well-known name fails too, the fault is not this one name.',
    'The name lookup of this computer does not work.',
    'The name lookup works. It is about this name.',
  ),
  name_without_address: test(
    'Is the name known, without an address?',
    'A name can have records for mail or others, and no address.',
    'The name is spelled as somebody meant it. Its address is missing.',
  ),
  one_word: test(
    'Is the name a single word?',
    'A single word only works where the network adds its domain to it.',
    'The domain is added by a network, often a company’s or a VPN.',
  ),

  hosts_file_decides: test(
    'Does the hosts file give the address?',
    'A line of the hosts file outweighs DNS, and is easily forgotten when a server moves.',
    'The check went where that line says, not where DNS says.',
  ),

  certificate_over: test(
    'Has the certificate ended?',
    'After its last day a certificate proves nothing.',
    'It has to be renewed, unless a clock is wrong.',
  ),
  certificate_too_new: test(
    'Is the certificate not valid yet?',
    'It is dated ahead of this computer’s clock.',
    'One of the two clocks is wrong, or it was installed too early.',
  ),
  wrong_name: test(
    'Is the certificate for another name?',
    'The name asked for has to stand in the certificate.',
    'Another site answered, or the name was forgotten in the certificate.',
  ),
  same_domain: test(
    'Is it for another name of the same domain?',
    'A certificate of the same domain was made by the right people; one of a stranger shows another site or machine.',
    'The right server answered. The name was forgotten, or a name beside it is meant.',
    'Something else than this server or site answered.',
  ),
  signed_by_itself: test(
    'Is the certificate signed by itself?',
    'Devices and test servers make such certificates. Nobody vouches for them.',
    'Who is at the other end is not proved.',
  ),
  inspected: seen(
    'Did something on the way issue the certificate?',
    'Security software and proxies that look into TLS show a certificate of their own.',
    'The server’s own certificate was not seen.',
  ),
  chain_short: test(
    'Did the server send its own certificate alone?',
    'It has to send the certificates between its own and a known authority too. Browsers often fill the gap, other programs do not.',
    'A link of the chain is missing.',
  ),
  authority_unknown: test(
    'Is the authority unknown here?',
    'A company’s own authority is trusted only where somebody installed it.',
    'The authority has to be known to be trusted.',
  ),
  plain_text: test(
    'Did plain text come instead of TLS?',
    'The service at this port speaks without TLS, or begins TLS only after a command.',
    'The server is up, and speaks. It was spoken to in the wrong way.',
  ),
  no_common_tls: test(
    'Is there no common TLS version?',
    'Old software speaks only old versions, which are switched off today.',
    'Both sides speak TLS, and share no version or cipher.',
  ),
  asks_certificate: test(
    'Does it ask for a certificate of the client?',
    'Some services only take clients that prove who they are by a certificate.',
    'The service is well. It wants to know who asks.',
  ),
  handshake_ended: test(
    'Did the other side end the handshake?',
    'It hung up before a session was agreed, without saying why.',
    'Its log says more than can be seen from here.',
  ),

  http_gateway: test(
    'Did a gateway answer for another program?',
    '502 and 504 are said by a web server that passes requests on and got nothing useful back.',
    'The web server runs. What stands behind it does not answer.',
  ),
  http_unavailable: test(
    'Does it say that it is unavailable?',
    '503 is said during maintenance, under load, and when nothing stands behind the web server.',
    'It may pass by itself.',
  ),
  http_own_fault: test(
    'Does the server blame itself?',
    'Answers from 500 on say that the request was fine and the server failed.',
    'The network is well. The program has a fault.',
    'The network and the server are well. It is about the request.',
  ),
  http_login: test('Does it ask for a login?', '401 and 407 ask who you are. They are no fault.', 'The service is well.'),
  http_forbidden: test(
    'Does it forbid this?',
    '403 is decided by the web server’s own rules.',
    'The service is well. A rule of it decides.',
  ),
  http_missing: test(
    'Is the page not there?',
    '404 and 410 are said by a server that works and does not know the path.',
    'The service is well.',
  ),
  http_too_many: test('Were there too many requests?', '429 is said to who asks too often.', 'It passes by itself.'),
  http_wants_tls: test(
    'Does the port want TLS?',
    'A TLS port answers plain HTTP with 400 (bad request), and 426 asks for another protocol.',
    'It was spoken to without TLS, which such ports refuse.',
  ),
  http_network_login: test(
    'Does the network ask for a login?',
    '511 is never said by the server itself, but by a network on the way that wants a login first.',
    'The server was not reached.',
  ),
  http_sends_away: test(
    'Does it send to another domain?',
    'Login pages of guest networks answer in place of any server and send to a page of their own. Many sites send on, too.',
    'What answered may not be the server.',
  ),
  http_wrong_site: test(
    'Did another site answer?',
    'One server holds many sites, and picks one by the name in the request.',
    'The request did not fit the site or the port.',
  ),
  http_points_on: test('Does it point elsewhere?', 'The answer names another address to go to.', 'What people see is decided there.'),

  one_address: seen(
    'Does one address of several fail?',
    'Who gets that address fails or waits, and the others do not.',
    'The fault is at one of several machines.',
    '',
  ),
  names_unsteady: seen(
    'Does the name lookup fail at times?',
    'One of several DNS servers that fails is asked by chance.',
    'It is the lookup, not the service.',
  ),
  turned_away_at_times: seen(
    'Is it turned away at times?',
    'A service at a limit takes some and turns others away.',
    'A limit or a ban is likely.',
  ),
  refused_at_times: seen('Is it refused at times?', 'While a program starts again nothing listens.', 'The program is not always there.'),
  silent_at_times: seen(
    'Does it stay silent at times?',
    'Packets are lost, or the host is too busy to answer.',
    'It is the way or the load.',
  ),
  log_of_too_much: seen(
    'Does the log tell of too little room?',
    'A server without memory, or with a full table of connections, drops some of what comes.',
    'The server itself drops it.',
  ),
  resolving_slow: test(
    'Is the name lookup slow?',
    'A DNS server that does not answer costs seconds before the next is asked.',
    'The lookup takes the time, not the service.',
  ),
  connecting_slow: test(
    'Is connecting slow?',
    'Connecting takes one trip there and back. A lost packet adds a second or more.',
    'The way takes the time, not the program.',
  ),
  handshake_slow: test('Is TLS slow?', 'Agreeing on TLS takes the server’s processor.', 'The server is busy, or far away.'),
  greeting_slow: test(
    'Is the greeting slow?',
    'Many services look up the client’s name before they greet, and wait when nobody answers.',
    'The server waits for something before it speaks.',
  ),
  answer_slow: test(
    'Is the answer slow?',
    'After the connection stands, only the program and what it asks takes time.',
    'The program takes the time, not the network.',
  ),
};

/** What a yes means, and a no where anything follows from it. */
type Means = readonly [yes: string, no?: string];

function test(asks: string, why: string, ...[yes, no = '']: Means): InquiryWords<'yes' | 'no'> {
  return { asks: always(asks), why: always(why), answers: { yes: { label: 'Yes', means: yes }, no: { label: 'No', means: no } } };
}

/** Something that only other checks or places show: without any of them it is not seen, which is no “no”. */
function seen(asks: string, why: string, ...[yes, no = '']: Means): InquiryWords<'yes' | 'no'> {
  return { asks: always(asks), why: always(why), answers: { yes: { label: 'Yes', means: yes }, no: { label: 'Not seen', means: no } } };
}

function always(text: string): Say {
  return () => text;
}

import { textBytes, hexBytes } from '../../../shared/service/request-bytes.ts';
import type { Reading } from '../../../shared/service/service.ts';

/** Words of a peer with the reading they must get. */
export interface Captured {
  /** An id of shared/service. */
  readonly service: string;
  /** Said unasked, or in reply to the probe of that transport. */
  readonly when: 'greeting' | 'tcp' | 'udp';
  /** The software it was captured from, or the page that prescribes it. */
  readonly from: string;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

const foreign: Reading = { kind: 'foreign' };

function welcome(product: string | null = null): Reading {
  return { kind: 'welcome', product };
}

function rejection(product: string | null = null): Reading {
  return { kind: 'rejection', product };
}

type Row = readonly [from: string, words: string | Uint8Array, reading: Reading];

function of(service: string, when: Captured['when'], rows: readonly Row[]): readonly Captured[] {
  return rows.map(([from, words, reading]) => ({
    service,
    when,
    from,
    bytes: typeof words === 'string' ? textBytes(words) : words,
    reading,
  }));
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A first packet of MySQL: length, sequence number 0, payload. */
function mysqlPacket(payload: string): Uint8Array {
  return latin1(`${String.fromCharCode(payload.length)}\0\0\0${payload}`);
}

/** Every captured greeting and reply. */
export const captured: readonly Captured[] = [
  ...of('ftp', 'greeting', [
    ['vsftpd 3.0.3', '220 (vsFTPd 3.0.3)\r\n', welcome('vsFTPd 3.0.3')],
    [
      'Pure-FTPd 1.0.50',
      '220---------- Welcome to Pure-FTPd [privsep] [TLS] ----------\r\n220-You are user number 1 of 50 allowed.\r\n220-Local time is now 06:52. Server port: 21.\r\n220 You will be disconnected after 15 minutes of inactivity.\r\n',
      welcome('Pure-FTPd'),
    ],
    ['ProFTPD', '220 ProFTPD 1.3.8 Server (Debian) [::ffff:192.0.2.1]\r\n', welcome('ProFTPD 1.3.8')],
    [
      'FileZilla Server',
      '220-FileZilla Server 1.8.1\r\n220 Please visit https://filezilla-project.org/\r\n',
      welcome('FileZilla Server 1.8.1'),
    ],
    ['IIS', '220 Microsoft FTP Service\r\n', welcome('Microsoft FTP Service')],
    ['RFC 959: lines between need no code', '220-Welcome\r\n to the archive\r\n220\r\n', welcome()],
    ['a server that ends lines with LF', '220 ready\n', welcome()],
    ['vsftpd denied by libwrap', '421 Service not available.\r\n', rejection()],
    ['vsftpd with max_clients reached', '421 There are too many connected users, please try later.\r\n', rejection()],
    ['vsftpd misconfigured', '500 OOPS: vsftpd: refusing to run with writable root inside chroot()\r\n', rejection('vsftpd')],
    ['RFC 959: 120', '120 Service ready in 005 minutes.\r\n', rejection()],
    ['a mail server', '220 mail.example.com ESMTP Postfix (Debian/GNU)\r\n', foreign],
    ['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', foreign],
    ['a reply no greeting may be', '331 Please specify the password.\r\n', foreign],
    ['a number that is no code', '2200 things\r\n', foreign],
  ]),
  ...of('ssh', 'greeting', [
    ['OpenSSH 9.2', 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n', welcome('OpenSSH_9.2p1 Debian-2+deb12u10')],
    ['Dropbear', 'SSH-2.0-dropbear_2022.83\r\n', welcome('dropbear_2022.83')],
    ['a Cisco switch', 'SSH-1.99-Cisco-1.25\n', welcome('Cisco-1.25')],
    ['RFC 4253 section 4.2: lines before', 'Authorised use only\r\n\r\nSSH-2.0-OpenSSH_9.2p1\r\n', welcome('OpenSSH_9.2p1')],
    ['OpenSSH at MaxStartups', 'Exceeded MaxStartups\r\n', rejection()],
    ['OpenSSH 9.8 with a penalty', 'Not allowed at this time\r\n', rejection()],
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n', foreign],
    ['a MariaDB server', mysqlPacket('\n5.5.5-10.11.19-MariaDB\0'), foreign],
  ]),
  ...of('telnet', 'greeting', [
    ['inetutils telnetd 2.4', hexBytes('fffb25 fffb26 fffd18 fffd20 fffd23 fffd27 fffd24'), welcome()],
    ['a switch', '\r\nUser Access Verification\r\n\r\nUsername: ', welcome()],
    ['a prompt', 'login: ', welcome()],
    ['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', foreign],
  ]),
  ...of('smtp', 'greeting', [
    ['Postfix', '220 mail.example.com ESMTP Postfix (Debian/GNU)\r\n', welcome('Postfix (Debian/GNU)')],
    ['Postfix postscreen', '220-mail.example.com ESMTP Postfix\r\n220 mail.example.com ESMTP Postfix\r\n', welcome('Postfix')],
    ['Exim 4.96', '220 mail.example.com ESMTP Exim 4.96 Fri, 20 Nov 2026 06:52:11 +0000\r\n', welcome('Exim 4.96')],
    [
      'Exchange',
      '220 EX01.example.com Microsoft ESMTP MAIL Service ready at Fri, 20 Nov 2026 06:52:11 +0000\r\n',
      welcome('Microsoft ESMTP MAIL Service'),
    ],
    ['Google', '220 mx.google.com ESMTP d9443c01a7336-29b5b1 - gsmtp\r\n', welcome()],
    ['RFC 5321 section 4.3.1', '554 mail.example.com No SMTP service here\r\n', rejection()],
    ['Postfix, too many connections', '421 4.7.0 mail.example.com Error: too many connections from 192.0.2.7\r\n', rejection()],
    ['an FTP server', '220 (vsFTPd 3.0.3)\r\n', foreign],
  ]),
  ...of('pop3', 'greeting', [
    ['Dovecot 2.3.19', '+OK Dovecot (Debian) ready.\r\n', welcome('Dovecot (Debian)')],
    ['RFC 1939: APOP', '+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>\r\n', welcome()],
    ['Dovecot without a passdb', '-ERR Auth process broken\r\n', rejection()],
    ['a line that only begins alike', '+OKAY\r\n', foreign],
  ]),
  ...of('imap', 'greeting', [
    [
      'Dovecot 2.3.19',
      '* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ AUTH=PLAIN] Dovecot (Debian) ready.\r\n',
      welcome('Dovecot (Debian)'),
    ],
    ['Exchange', '* OK The Microsoft Exchange IMAP4 service is ready.\r\n', welcome('Microsoft Exchange')],
    ['RFC 9051 section 7.1.4', '* PREAUTH IMAP4rev2 server logged in as Smith\r\n', welcome()],
    ['Dovecot without a passdb', '* BYE Auth process broken\r\n', rejection()],
    ['a line that is no greeting', '* 5 EXISTS\r\n', foreign],
  ]),
  ...of('mysql', 'greeting', [
    [
      'MariaDB 10.11.19',
      hexBytes(
        '640000000a352e352e352d31302e31312e31392d4d6172696144422d302b646562313275310003000000543b6b2b3051286f00fef7080200ff81150000000000001d00000078302462446c74214575407c006d7973716c5f6e61746976655f70617373776f726400',
      ),
      welcome('MariaDB 10.11.19'),
    ],
    ['MariaDB 11', mysqlPacket('\n11.4.2-MariaDB-ubu2404\0\x08\0\0\0abcdefgh\0'), welcome('MariaDB 11.4.2')],
    ['MySQL 8', mysqlPacket('\n8.0.36-0ubuntu0.22.04.1\0\x08\0\0\0abcdefgh\0'), welcome('MySQL 8.0.36-0ubuntu0.22.04.1')],
    ['MariaDB 10.11.19, error 1040', hexBytes('17000000ff1004546f6f206d616e7920636f6e6e656374696f6e73'), rejection()],
    ['error 1130', mysqlPacket("\xff\x6a\x04Host '192.0.2.7' is not allowed to connect to this MariaDB server"), rejection()],
    ['error 1129', mysqlPacket("\xff\x69\x04Host '192.0.2.7' is blocked because of many connection errors"), rejection()],
    ['a mail server', '220 mail.example.com ESMTP Postfix\r\n', foreign],
    ['an empty packet', hexBytes('00000000 0a'), foreign],
    ['a version without an end', mysqlPacket('\n8.0.36'), foreign],
  ]),
  ...of('vnc', 'greeting', [
    ['TigerVNC 1.12', 'RFB 003.008\n', welcome()],
    ['macOS screen sharing', 'RFB 003.889\n', welcome()],
    ['another line', 'RFB three\n', foreign],
  ]),
  ...of('rsync', 'greeting', [
    ['rsync 3.5.0', '@RSYNCD: 32.0 sha512 sha256 sha1 md5 md4\n', welcome()],
    ['rsync 2.6', '@RSYNCD: 29\n', welcome()],
    ['rsync that cannot start', '@ERROR: protocol startup error\n', rejection()],
    ['another line', 'hello\n', foreign],
  ]),
  ...of('http', 'greeting', [
    ['HAProxy, unasked', 'HTTP/1.0 408 Request Time-out\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n', welcome()],
    ['nginx', 'HTTP/1.1 400 Bad Request\r\nServer: nginx/1.22.1\r\nDate: Fri, 20 Nov 2026 06:52:11 GMT\r\n\r\n', welcome('nginx/1.22.1')],
    ['HAProxy without a server', 'HTTP/1.1 503 Service Unavailable\r\n\r\n', rejection()],
    ['an FTP server', '220 (vsFTPd 3.0.3)\r\n', foreign],
  ]),
  ...of('dns', 'udp', [
    ['dnsmasq 2.90, REFUSED', hexBytes('534f 8185 0001 0000 0000 0000 00 0002 0001'), welcome()],
    ['a server that answers without the question', hexBytes('534f 8181 0000 0000 0000 0000'), welcome()],
    ['another id', hexBytes('534e 8185 0001 0000 0000 0000 00 0002 0001'), foreign],
    ['an echo of the question', hexBytes('534f 0100 0001 0000 0000 0000 00 0002 0001'), foreign],
    ['an answer to another question', hexBytes('534f 8180 0001 0000 0000 0000 00 0001 0001'), foreign],
  ]),
  ...of('dns', 'tcp', [
    ['dnsmasq 2.90, REFUSED', hexBytes('0011 534f 8185 0001 0000 0000 0000 00 0002 0001'), welcome()],
    ['a message shorter than a header', hexBytes('0004 534f 8185'), foreign],
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n', foreign],
  ]),
  ...of('ntp', 'udp', [
    ['chrony 4.3', hexBytes('240800e600000000000000007f7f0101eeaa6cc7958abb85534f4e4445203132eeaa6cc8e873a983eeaa6cc8e8785934'), welcome()],
    [
      'RFC 5905: kiss RATE',
      hexBytes(`240000e6 00000000 00000000 52415445 ${'00'.repeat(8)} 534f4e4445203132 ${'00'.repeat(16)}`),
      welcome(),
    ],
    [
      'RFC 5905: kiss DENY',
      hexBytes(`240000e6 00000000 00000000 44454e59 ${'00'.repeat(8)} 534f4e4445203132 ${'00'.repeat(16)}`),
      rejection(),
    ],
    ['an echo of the question', hexBytes(`23 ${'00'.repeat(39)} 534f4e4445203132`), foreign],
    ['a reply to somebody else', hexBytes(`24 ${'00'.repeat(47)}`), foreign],
  ]),
  ...of('snmp', 'udp', [
    [
      'Net-SNMP 5.9.3',
      hexBytes(`306e 020103 3010 0203534f4e 020300ffe3 040100 020103
        0421 301f 041180001f888044b8181ac1edff6a00000000 020101 02011e 0400 0400 0400
        3034 041180001f888044b8181ac1edff6a00000000 0400 a81d 020237f0 020100 020100 3011 300f 060a2b060106030f01010400 410101`),
      welcome(),
    ],
    ['another message id', hexBytes('300e 020103 3007 0203534f4f 020100 0400'), foreign],
    ['an SNMPv2c reply', hexBytes('3010 020101 0406 7075626c6963 a203 020101'), foreign],
  ]),
  ...of('ldap', 'tcp', [
    ['OpenLDAP 2.5.13', hexBytes('3009020101640404003000300c02010165070a010004000400'), welcome()],
    ['Active Directory, long lengths', hexBytes('30840000000d 020101 648400000004 04003000'), welcome()],
    ['a server that wants TLS first', hexBytes('300c 020101 6507 0a010d 0400 0400'), welcome()],
    ['RFC 4511 section 4.4.1', hexBytes('300c 020100 7807 0a0134 0400 0400'), rejection()],
    ['an answer to another message', hexBytes('300c 020102 6507 0a0100 0400 0400'), foreign],
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n', foreign],
  ]),
  ...of('rdp', 'tcp', [
    ['xrdp 0.9.21', hexBytes('030000130ed000001234000201080000000000'), welcome()],
    ['Windows, CredSSP required', hexBytes('030000130ed000001234000300080005000000'), welcome()],
    ['an old server without negotiation', hexBytes('0300000b06d00000123400'), welcome()],
    ['X.224 disconnect request', hexBytes('0300000b06800000123400'), rejection()],
    ['another X.224 message', hexBytes('0300000b06f00000123400'), foreign],
    ['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', foreign],
  ]),
  ...of('sip', 'udp', [
    [
      'Kamailio 5.6.3',
      'SIP/2.0 200 Keepalive\r\nVia: SIP/2.0/UDP sonde.invalid;branch=z9hG4bK-sonde;rport=44648;received=127.0.0.1\r\nCSeq: 1 OPTIONS\r\nServer: kamailio (5.6.3 (x86_64/linux))\r\nContent-Length: 0\r\n\r\n',
      welcome('kamailio (5.6.3 (x86_64/linux))'),
    ],
    ['a telephone', 'SIP/2.0 404 Not Found\r\nUser-Agent: Yealink SIP-T46U 108.86\r\n\r\n', welcome('Yealink SIP-T46U 108.86')],
    ['an overloaded server', 'SIP/2.0 503 Service Unavailable\r\n\r\n', rejection()],
    ['an echo of the question', 'OPTIONS sip:sonde.invalid SIP/2.0\r\n\r\n', foreign],
  ]),
  ...of('postgresql', 'tcp', [
    ['PostgreSQL 15.20 without TLS', 'N', welcome()],
    ['PostgreSQL with TLS', 'S', welcome()],
    ['an error message', hexBytes('45 00000013 53 464154414c00 43 3533333030 00 00'), rejection()],
    ['a server that could not fork', 'Ecould not fork new process for connection: Resource temporarily unavailable\n\0', rejection()],
    ['memcached', 'ERROR\r\n', foreign],
    ['an HTTP server', 'HTTP/1.1 400 Bad Request\r\n\r\n', foreign],
  ]),
  ...of('sql-server', 'tcp', [
    [
      'SQL Server 2017 (MS-TDS section 2.2.6.5)',
      hexBytes('0401002500000100 00 0015 0006 01 001b 0001 02 001c 0001 03 001d 0000 ff 0e000ca10000 02 00'),
      welcome('Microsoft SQL Server 14.0.3233'),
    ],
    ['a version outside the packet', hexBytes('0401000e00000100 00 ffff 0006 ff'), foreign],
    ['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', foreign],
  ]),
  ...of('redis', 'tcp', [
    ['Redis 7.0.15', '+PONG\r\n', welcome()],
    ['Redis 7.0.15 with a password', '-NOAUTH Authentication required.\r\n', welcome()],
    ['Redis starting', '-LOADING Redis is loading the dataset in memory\r\n', rejection()],
    ['Redis in protected mode', '-DENIED Redis is running in protected mode because protected mode is enabled\r\n', rejection()],
    ['memcached', 'ERROR\r\n', foreign],
  ]),
  ...of('redis', 'greeting', [
    ['Redis in protected mode', '-DENIED Redis is running in protected mode because protected mode is enabled\r\n', rejection()],
    ['Redis 7.0.15, full', '-ERR max number of clients reached\r\n', rejection()],
    ['a POP3 server', '-ERR Auth process broken\r\n', foreign],
  ]),
  ...of('mongodb', 'tcp', [
    ['OP_MSG { ok: 1.0 }', hexBytes('26000000 07000000 534f4e44 dd070000 00000000 00 11000000 01 6f6b00 000000000000f03f 00'), welcome()],
    ['an answer to another question', hexBytes('26000000 07000000 00000000 dd070000 00000000 00'), foreign],
    ['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', foreign],
  ]),
  ...of('memcached', 'tcp', [
    ['memcached 1.6.18', 'VERSION 1.6.18\r\n', welcome('memcached 1.6.18')],
    ['memcached with a password file', 'CLIENT_ERROR unauthenticated\r\n', welcome()],
    ['memcached out of memory', 'SERVER_ERROR out of memory\r\n', rejection()],
    ['Redis', "-ERR unknown command 'version'\r\n", foreign],
  ]),
  ...of('memcached', 'greeting', [['memcached 1.6.18, full', 'ERROR Too many open connections\r\n', rejection()]]),
  ...of('amqp', 'tcp', [
    [
      'RabbitMQ 3.10.8, shortened',
      hexBytes(`010000 00000093 000a000a 0009
        0000006e 0c6361706162696c6974696573 46 00000015 127075626c69736865725f636f6e6669726d73 7401
                 08706c6174666f726d 53 00000011 45726c616e672f4f54502032352e322e33
                 0770726f64756374 53 00000008 5261626269744d51
                 0776657273696f6e 53 00000006 332e31302e38
        0000000e 504c41494e20414d51504c41494e 00000005 656e5f5553 ce`),
      welcome('RabbitMQ 3.10.8'),
    ],
    ['a broker of AMQP 1.0', hexBytes('414d5150 00 01 00 00'), welcome()],
    ['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', foreign],
  ]),
];

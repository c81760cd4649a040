import { tokenMakers } from './token-makers.ts';

/** How one kind of credential looks in a line. */
export interface SecretPattern {
  /** For people who ask why something was hidden. */
  readonly name: string;
  /** What stays is in the groups `before` and `after`, where there are any; the rest of the match is the secret. */
  readonly pattern: RegExp;
  /** Only the beginning of one, at the end of a text that goes on: what follows tells whether it is one. */
  readonly isBegun?: true;
}

/** A value: quoted, also where the text ends before its second quote, or up to the next blank or separator. */
const value = String.raw`(?:"(?:[^"\\]|\\.)*"|"[^"\r\n]+$|'[^']*'|'[^'\r\n]+$|[^\s"'&;,<>]+)`;

/** What would end a secret that reaches the end of a text: the end of its line, a character, or a blank or separator. */
export type SecretEnd = 'line' | '<' | '"' | "'" | 'word';

/** What ends a secret that a pattern found. */
export function secretEnd({ pattern }: SecretPattern, secret: string): SecretEnd {
  if (pattern.source.endsWith(REST_OF_LINE)) return 'line';
  if (pattern.source.endsWith('[^<]+')) return '<';
  return secret.startsWith('"') ? '"' : secret.startsWith("'") ? "'" : 'word';
}

const REST_OF_LINE = String.raw`[^\r\n]+`;

/** What follows one of these and = or : is a secret, in JSON, in a query, in a configuration. */
const secretNames = [
  ...['pass(?:phrase|code)?', 'otp', 'pin', 'credential', 'requirepass', 'masterauth', '[a-z_-]{1,40}[_-]pass'],
  // Also at the end of a longer name: userPassword, spring.datasource.password, AccountKey.
  String.raw`[a-z\d_.-]{0,40}(?:password|passwd|pwd|secret|token|signature|(?:api|access|auth|private|secret|account|subscription)[_-]?key)`,
  ...['session_?id', 'php_?sess_?id', 'jsessionid', 'sid'],
].join('|');

/** What follows "password" in words that say what became of it. */
const verdicts =
  '(?:is|was|has|incorrect|correct|required|expired|accepted|changed|ok|failed|failure|invalid|wrong|authentication|updated|set)\\b';

/**
 * Credentials by how they look, whoever sends them; a text may hold several. Applied in this order.
 *
 * Repetitions that several patterns could begin anew at every character are bounded: the text is hostile, and time has to stay linear.
 */
export const secretPatterns: readonly SecretPattern[] = [
  ...httpPatterns(),
  { name: 'user of a URL', pattern: /(?<before>\b[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@"'<>]{1,500}(?<after>@)/giu },
  { name: 'private key', pattern: /(?<before>-----BEGIN [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----)[^-]+/gu },
  ...tokenPatterns(),
  ...commandPatterns(),
  ...valuePatterns(),
  ...optionPatterns(),
];

/** Credentials that are known only by what follows, where a text is cut before that. */
export const begunPatterns: readonly SecretPattern[] = [
  { name: 'user of a URL', isBegun: true, pattern: /(?<before>\b[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@"'<>]{1,500}$/giu },
  {
    name: 'token',
    isBegun: true,
    pattern: new RegExp(
      String.raw`\b(?:eyJ|(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)|${tokenMakers.map(([prefix]) => prefix).join('|')})[\w.+/=-]{0,2000}$`,
      'gu',
    ),
  },
];

function httpPatterns(): readonly SecretPattern[] {
  const schemes = 'basic|bearer|digest|negotiate|ntlm|token|apikey|aws4-hmac-sha256';
  return [
    { name: 'HTTP authorization', pattern: rest(String.raw`\b(?:proxy-)?authorization[ \t]?:[ \t]{0,9}(?:(?:${schemes})[ \t])?`) },
    { name: 'HTTP cookie', pattern: rest(String.raw`\b(?:set-)?cookie2?:[ \t]{0,9}`) },
    {
      name: 'WebSocket protocol',
      pattern: rest(String.raw`\bsec-websocket-protocol:[ \t]{0,9}(?:bearer|token|access_token|authorization)[, ]{1,3}`),
    },
    { name: 'HTTP key header', pattern: rest(String.raw`\bx-[a-z-]{0,40}(?:key|token|auth|secret|signature)[a-z-]{0,20}:[ \t]{0,9}`) },
  ];
}

function tokenPatterns(): readonly SecretPattern[] {
  return [
    { name: 'JSON Web Token', pattern: /\beyJ[\w-]{8,2000}\.[\w-]{4,4000}(?:\.[\w-]{0,2000})?/gu },
    { name: 'AWS key', pattern: /\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z2-7\d]{16}\b/gu },
    {
      name: 'token of a known maker',
      pattern: new RegExp(String.raw`\b(?:${tokenMakers.map(([prefix, rest]) => prefix + rest).join('|')})`, 'gu'),
    },
    { name: 'web hook of Slack', pattern: /(?<before>\bhooks\.slack\.com\/services\/)[\w/]+/gu },
  ];
}

/** Commands whose argument is a secret: at the start of a line, with blanks before them at most. */
function commandPatterns(): readonly SecretPattern[] {
  const start = String.raw`^[ \t]{0,9}`;
  /** The tag of an IMAP command; the number of a reply is none. */
  const tag = String.raw`(?:(?!\d{3}[ -])\S{1,20} )?`;
  const mechanisms = String.raw`(?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|NTLM|GSSAPI|EXTERNAL|XOAUTH2|OAUTHBEARER|SCRAM-SHA-[\w-]{1,20})`;
  return [
    { name: 'PASS', pattern: rest(String.raw`${start}(?::\S{1,100} )?(?:(?:AUTHINFO )?PASS|ACCT|SITE PSWD|USER \S{1,100} PASS) `) },
    {
      name: 'password',
      pattern: new RegExp(String.raw`(?<before>${start}PASSW(?:OR)?D )(?!${verdicts})\S+(?<after>[ \t]{0,9}\r?$)`, 'gimu'),
    },
    { name: 'APOP', pattern: rest(String.raw`${start}APOP \S{1,200} `) },
    { name: 'LOGIN', pattern: rest(String.raw`${start}${tag}LOGIN ${value} `) },
    { name: 'SASL response', pattern: rest(String.raw`${start}${tag}AUTH(?:ENTICATE|INFO SASL)? ${mechanisms} `) },
    { name: 'SASL of IRC', pattern: rest(String.raw`${start}AUTHENTICATE (?!(?:${mechanisms}|[+*])(?:\s|$))`) },
    { name: 'AUTH of Redis', pattern: rest(String.raw`${start}AUTH (?!(?:${mechanisms}|TLS|SSL)(?:\s|$))`) },
    { name: 'HELLO of Redis', pattern: rest(String.raw`${start}HELLO \d AUTH `) },
    { name: 'CONFIG of Redis', pattern: rest(String.raw`\bCONFIG SET (?:requirepass|masterauth) `) },
    { name: 'ACL of Redis', pattern: /(?<before>\bACL SETUSER [^\r\n>]{1,200} >)\S+/giu },
    { name: 'IRC', pattern: rest(String.raw`\b(?:OPER \S{1,100} |(?:NICKSERV|NS) :?IDENTIFY |JOIN [#&]\S{1,100} )`) },
    { name: 'MIGRATE of Redis', pattern: rest(String.raw`\bMIGRATE [^\r\n]{1,200}? AUTH2? `) },
    { name: 'PIN of a modem', pattern: /(?<before>\+CPIN=)\S+/giu },
    { name: 'router', pattern: /(?<before>\b(?:(?:secret|password) \d|snmp-server community) )\S+/giu },
  ];
}

function valuePatterns(): readonly SecretPattern[] {
  return [
    { name: 'XMPP', pattern: /(?<before><(?:auth|response)\b[^<>]{0,300}>)[^<]+/giu },
    { name: 'XML', pattern: /(?<before><(?:[a-z]{1,20}:)?(?:[a-z]{0,20}password|secret|token|api-?key)\b[^<>]{0,300}>)[^<]+/giu },
    {
      name: 'named value',
      pattern: new RegExp(String.raw`(?<before>(?<![a-z\d_.-])["']?(?:${secretNames})["']?\s{0,9}[=:]{1,2}\s{0,9})${value}`, 'giu'),
    },
    { name: 'value in a query', pattern: /(?<before>[?&](?:sig|key|code|auth|jwt|pw|ticket)=)[^\s&"'#]+/giu },
    {
      name: 'SQL password',
      pattern: /(?<before>\b(?:IDENTIFIED (?:WITH \S{1,60} )?BY|PASSWORD) )(?:'[^']*'|'[^'\r\n]+$|"[^"]*"|"[^"\r\n]+$)/giu,
    },
  ];
}

/** Options of commands that people paste or type at a shell. */
function optionPatterns(): readonly SecretPattern[] {
  const short = (programs: string, option: string): RegExp =>
    new RegExp(String.raw`(?<before>\b(?:${programs})\b[^\r\n]{0,200}?\s${option} ?)${value}`, 'gu');
  return [
    {
      name: 'option of a command',
      pattern: new RegExp(String.raw`(?<before>\s--?(?:password|passwd|token|secret|api-key)[ =])${value}`, 'giu'),
    },
    { name: 'user of curl', pattern: /(?<before>\s(?:-u ?|--(?:proxy-)?user[ =])["']?[^\s:"']{1,100}:(?!\/\/))[^\s"']+/gu },
    { name: 'user of Samba', pattern: /(?<before>\s-U ?["']?[^\s%"']{1,100}%)[^\s"']+/gu },
    { name: 'net use', pattern: /(?<before>\bnet use \S{1,200} )[^\s/]\S*(?<after> \/user)/giu },
    { name: 'option -p', pattern: short('mysql|mysqldump|mysqladmin|mariadb|sshpass', '-p') },
    { name: 'option -a', pattern: short('redis-cli', '-a') },
    { name: 'option -w', pattern: short('ldap[a-z]{2,12}', '-w') },
    { name: 'option -k', pattern: short('openssl', '-k') },
    { name: 'option -P', pattern: short('zip|unzip', '-P') },
  ];
}

/** The secret is the rest of the line. */
function rest(before: string): RegExp {
  return new RegExp(`(?<before>${before})${REST_OF_LINE}`, 'gimu');
}

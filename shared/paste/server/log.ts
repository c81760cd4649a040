import type { ServerFactOf } from '../../guidance/server-fact.ts';
import type { OutputForm } from '../output/output-form.ts';
import type { PasteContext } from '../output/paste-context.ts';
import { learnt, type Told } from '../output/told.ts';

type Meaning = ServerFactOf<'log'>['meaning'];

/** Lines of a service's log: vsftpd.log, the journal, nginx and Apache errors. The newest that means something counts. */
export const log: OutputForm = {
  name: 'log',
  needsTarget: true,
  read: ({ lines, program }, context) => {
    const isLog = lines.some((line) => dated.test(line)) || (program !== null && ['journalctl', 'tail'].includes(program));
    if (!isLog) return null;
    const told = readLog(lines, context);
    return told.length > 0 ? told : [learnt({ kind: 'log', meaning: 'nothing_of_it' }, lines.at(-1) ?? '')];
  },
};

/** "Tue Jun  7 16:14:21 2011 [pid", "Nov 20 07:42:03 web1 sshd[", "2026/11/20 07:42:03 [error]", "2026-11-20T07:42:03". */
const dated =
  /^(?:\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}|\w{3} [ \d]\d \d\d:\d\d:\d\d |\[?\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d|\[\w{3} \w{3} \d\d \d\d:\d\d:\d\d)/u;

/** The meaning of the newest telling line among log lines; nothing when none tells. Lines about other clients are left out. */
export function readLog(lines: readonly string[], { client }: PasteContext): readonly Told[] {
  for (const line of lines.toReversed()) {
    const found = meanings.find(({ pattern }) => pattern.test(line));
    if (found === undefined || (found.isOfClient && isOfAnother(line, client))) continue;
    return [learnt({ kind: 'log', meaning: found.meaning }, line.trim())];
  }
  return [];
}

function isOfAnother(line: string, client: string | null): boolean {
  return client !== null && /\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}:[0-9a-f:]{3,40}/iu.test(line) && !line.includes(client);
}

const meanings: readonly { readonly pattern: RegExp; readonly meaning: Meaning; readonly isOfClient: boolean }[] = [
  {
    pattern: /tcp_wrappers denial|refused connect from|libwrap refused|twist .{1,200} to /iu,
    meaning: 'tcp_wrappers_denial',
    isOfClient: true,
  },
  { pattern: /\bfail2ban\b.{0,200}\bBan \S|\bBan \d{1,3}(?:\.\d{1,3}){3}/u, meaning: 'address_banned', isOfClient: true },
  {
    pattern: /MaxStartups|too many connections|max_connections|worker_connections are not enough|too many clients|connection limit/iu,
    meaning: 'too_many_connections',
    isOfClient: false,
  },
  {
    pattern: /Address already in use|Only one usage of each socket address|EADDRINUSE|could not bind .{0,80}in use/iu,
    meaning: 'port_in_use',
    isOfClient: false,
  },
  {
    pattern:
      /cannot load certificate|SSL_CTX_use_certificate|no certificate|unable to load certificate|SSLCertificateFile: file .{1,200} does not exist/iu,
    meaning: 'certificate_unreadable',
    isOfClient: false,
  },
  {
    pattern:
      /configuration file .{1,200} test failed|Syntax error on line|invalid option|unrecogni[sz]ed variable|bad configuration|\[emerg\]|error in config/iu,
    meaning: 'configuration_error',
    isOfClient: false,
  },
  {
    pattern:
      /upstream .{0,200}(?:refused|timed out|unreachable)|connect\(\) failed .{0,80}while connecting to upstream|AH00957|proxy: .{0,100}failed/iu,
    meaning: 'backend_unreachable',
    isOfClient: false,
  },
  {
    pattern:
      /Out of memory|table full, dropping packet|neighbou?r table overflow|Cannot allocate memory|Too many open files|No space left on device/iu,
    meaning: 'out_of_resources',
    isOfClient: false,
  },
  {
    pattern: /bind\(\) .{0,100}\(13: Permission denied\)|bind .{0,100}permission denied|could not open .{0,200}permission denied/iu,
    meaning: 'permission_denied',
    isOfClient: false,
  },
  {
    pattern:
      /access forbidden|denied by (?:rule|acl|access)|not allowed to connect|no pg_hba\.conf entry|Access denied for user|client denied by server/iu,
    meaning: 'access_denied',
    isOfClient: true,
  },
];

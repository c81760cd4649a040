import { describe, expect, it } from 'vitest';

import { cards, type CardId } from '../../../shared/guidance/commands/cards.ts';
import { slotValues } from '../../../shared/guidance/commands/slot-values.ts';
import { fillTemplate } from '../../../shared/guidance/commands/template.ts';
import { buildCheck } from '../../support/guidance/build-check.ts';
import { nodesGiving } from '../../support/guidance/walk-tree.ts';

interface SeedCommand {
  /** As the seeds write it. */
  readonly seed: string;
  readonly card: CardId;
  /** The node that gives it. */
  readonly node: string;
  /** The same of guidance, for the seeds' own example. */
  readonly command: string;
  /** Why it differs from the seed's form. */
  readonly because?: string;
}

const ftp = '203.0.113.96:21';
const web = '203.0.113.96:80';
const github = 'github.com:443';
const tag = /sonde-[0-9a-f]{4}/gu;

const servers: readonly SeedCommand[] = [
  { seed: 'ps', card: 'linux_ps', node: 'refused.service_state', command: 'ps -C apache2 -o pid,user,etime,args' },
  { seed: 'service', card: 'linux_status_old', node: 'refused.service_state', command: 'sudo service apache2 status' },
  {
    ...{ seed: 'netstat -ntpl', card: 'linux_netstat', node: 'refused.listening', command: 'sudo netstat -ntpl' },
    because: 'without sudo, netstat hides the programs of others',
  },
  {
    ...{ seed: 'sudo iptables -L', card: 'iptables_list', node: 'refused.rule' },
    ...{ command: 'sudo iptables -L INPUT -v -n --line-numbers', because: 'names would be looked up, and other chains do not decide' },
  },
  {
    ...{ seed: 'sudo /sbin/iptables -L -v', card: 'iptables_list', node: 'timed_out.rule' },
    ...{ command: 'sudo iptables -L INPUT -v -n --line-numbers', because: 'names would be looked up, and other chains do not decide' },
  },
  {
    ...{
      seed: 'sudo /sbin/iptables -I INPUT 1 -p tcp --dport http -j ACCEPT',
      card: 'iptables_open',
      node: 'timed_out.server_firewall_drops',
    },
    command: 'sudo iptables -I INPUT 1 -p tcp --dport 80 -m comment --comment TAG -j ACCEPT',
    because: 'the comment marks it for its removal',
  },
  {
    ...{ seed: 'ldd /usr/sbin/vsftpd | grep libwrap', card: 'linux_ldd', node: 'turned_away.libwrap' },
    command: 'ldd /usr/sbin/vsftpd | grep libwrap',
  },
  {
    ...{
      seed: '/var/log/vsftpd.log',
      card: 'linux_log_file',
      node: 'turned_away.denial_log',
      command: 'sudo tail -n 50 /var/log/vsftpd.log',
    },
  },
  {
    ...{ seed: 'sudo grep "vsftpd" /etc/hosts.deny', card: 'linux_hosts_access', node: 'turned_away.wrappers' },
    command: "sudo grep -nE '^[^#]*(vsftpd|ALL)' /etc/hosts.allow /etc/hosts.deny",
    because: 'a line for ALL counts too, and hosts.allow is read first',
  },
  {
    ...{ seed: 'comment out with #', card: 'linux_deny_comment_out', node: 'turned_away.tcp_wrappers' },
    command:
      "sudo test -e /etc/hosts.deny.TAG || sudo cp -p /etc/hosts.deny /etc/hosts.deny.TAG && sudo sed -i -E 's/^[^#:]*(vsftpd|ALL)[^:]*:/#&/' /etc/hosts.deny",
  },
  {
    ...{ seed: 'sudo mv /etc/hosts.deny /etc/hosts.deny.old', card: 'linux_deny_rename', node: 'turned_away.tcp_wrappers' },
    ...{ command: 'sudo mv /etc/hosts.deny /etc/hosts.deny.TAG.old', because: 'an older backup is not overwritten' },
  },
  {
    ...{ seed: 'route add default gw xx.xx.xx.1', card: 'linux_default_old', node: 'timed_out.return_path_broken' },
    ...{ command: 'sudo route add default gw NEW_GATEWAY', because: 'only a person knows the router' },
  },
];

const clients: readonly SeedCommand[] = [
  { seed: 'nc -vz IP_address port', card: 'linux_nc', node: 'works_here.ask_customer', command: 'nc -vz -w 5 203.0.113.96 21' },
  { seed: 'nc -vt 203.0.113.96 21', card: 'linux_nc_talk', node: 'works_here.dialogue', command: 'nc -vt 203.0.113.96 21' },
  {
    ...{ seed: 'QUIT', card: 'linux_nc_quit', node: 'works_here.dialogue' },
    command: String.raw`printf 'QUIT\r\n' | nc -v -w 5 203.0.113.96 21`,
  },
  { seed: 'sudo yum install nc', card: 'linux_yum_nc', node: 'works_here.ask_customer', command: 'sudo yum install nc' },
  {
    ...{ seed: 'sudo apt-get install Netcat', card: 'linux_apt_nc', node: 'works_here.ask_customer' },
    ...{ command: 'sudo apt-get install netcat-openbsd', because: 'packages are named in lower case, and this is the one with -z' },
  },
  { seed: 'traceroute', card: 'linux_traceroute', node: 'works_here.all_well_here', command: 'traceroute -n 203.0.113.96' },
  { seed: 'ping', card: 'linux_ping', node: 'works_here.all_well_here', command: 'ping -c 4 -W 2 203.0.113.96' },
];

const named: readonly SeedCommand[] = [
  { seed: 'nslookup', card: 'linux_nslookup', node: 'works_here.client_resolver', command: 'nslookup github.com' },
  { seed: 'telnet github.com 443', card: 'linux_telnet', node: 'works_here.ask_customer', command: 'telnet github.com 443' },
  { seed: 'nc -z -v -w5 github.com 6789', card: 'linux_nc', node: 'works_here.ask_customer', command: 'nc -vz -w 5 github.com 443' },
  {
    ...{ seed: "timeout 5 bash -c 'cat < /dev/null > /dev/tcp/github.com/6789'; echo $?", card: 'linux_bash' },
    ...{ node: 'works_here.ask_customer', command: "timeout 5 bash -c 'cat < /dev/null > /dev/tcp/github.com/443'; echo $?" },
  },
  {
    ...{ seed: 'socket.connect((server, port)), except socket.error', card: 'linux_python', node: 'works_here.ask_customer' },
    command: `python3 - <<'END'
import socket
try:
    sock = socket.create_connection(('github.com', 443), timeout=5)
    print('Connected')
    sock.close()
except OSError as error:
    print("Couldn't connect to server:", error)
    raise
END`,
    because: 'socket.error is OSError since Python 3.3, and create_connection also takes IPv6',
  },
];

describe('every command of the seeds', () => {
  it.each([...servers, ...clients, ...named])('$seed is given by $node', ({ card, node }) => {
    expect(nodesGiving(card)).toContain(node);
  });

  it.each(servers)('$seed is said as guidance says it', ({ card, command }) => {
    const target = card.startsWith('linux_l') || card.includes('deny') || card.includes('hosts') ? ftp : web;
    expect(said(card, target)).toBe(command);
  });

  it.each(clients)('$seed is said as guidance says it', ({ card, command }) => {
    expect(said(card, ftp)).toBe(command);
  });

  it.each(named)('$seed is said as guidance says it', ({ card, command }) => {
    expect(said(card, github)).toBe(command);
  });
});

describe('what the seeds undo by place, guidance undoes by what it says', () => {
  it('iptables -D INPUT 1 names the rule and its comment instead', () => {
    const { undo } = cards.iptables_open;
    expect(fillTemplate(undo, valuesFor(web)).text.replace(tag, 'TAG')).toBe(
      'sudo iptables -D INPUT -p tcp --dport 80 -m comment --comment TAG -j ACCEPT',
    );
  });

  it('hosts.deny is put back from its own backup', () => {
    expect(fillTemplate(cards.linux_deny_rename.undo, valuesFor(ftp)).text.replace(tag, 'TAG')).toBe(
      'sudo mv /etc/hosts.deny.TAG.old /etc/hosts.deny',
    );
  });
});

function valuesFor(target: string) {
  const isFtp = target === ftp;
  const check = buildCheck({ target, code: 'connection_refused', product: isFtp ? 'vsFTPd 3.0.3' : 'Apache/2.4.62 (Debian)' });
  return slotValues({ check, checks: [], measurements: [], facts: [], here: 'linux', changedAtMs: null, typed: {} });
}

function said(card: CardId, target: string): string {
  return fillTemplate(cards[card].command, valuesFor(target)).text.replace(tag, 'TAG');
}

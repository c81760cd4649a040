import { cardsOf } from './card.ts';
import { command } from './template.ts';

const { reads, changes } = cardsOf('linux');

/** Who may connect: TCP wrappers, fail2ban, SELinux. */
export const linuxAccess = {
  linux_ldd: reads({ tool: 'ldd', command: command`ldd ${'programPath'} | grep libwrap` }),
  linux_hosts_access: reads({
    tool: 'grep',
    command: command`sudo grep -nE '^[^#]*(${'wrapperName'}|ALL)' /etc/hosts.allow /etc/hosts.deny`,
  }),
  linux_tcpdmatch: reads({ tool: 'tcpdmatch', command: command`tcpdmatch ${'wrapperName'} ${'client'}` }),
  // Only the list of daemons before the first colon decides whether a line is about this service. A copy that is there already is the
  // original one: run twice, the command must not put the changed file in its place.
  linux_deny_comment_out: changes({
    tool: 'sed',
    command: command`sudo test -e /etc/hosts.deny.${'tag'} || sudo cp -p /etc/hosts.deny /etc/hosts.deny.${'tag'} && sudo sed -i -E 's/^[^#:]*(${'wrapperName'}|ALL)[^:]*:/#&/' /etc/hosts.deny`,
    undo: command`sudo mv /etc/hosts.deny.${'tag'} /etc/hosts.deny`,
  }),
  linux_deny_rename: changes({
    tool: 'mv',
    // Not the name of the copy above: who tries both keeps the original.
    command: command`sudo mv /etc/hosts.deny /etc/hosts.deny.${'tag'}.old`,
    undo: command`sudo mv /etc/hosts.deny.${'tag'}.old /etc/hosts.deny`,
  }),

  linux_ban_list: reads({ tool: 'fail2ban-client', command: command`sudo fail2ban-client status ${'jail'}` }),
  linux_ban_jails: reads({ tool: 'fail2ban-client', command: command`sudo fail2ban-client status` }),
  linux_unban: changes({
    tool: 'fail2ban-client',
    command: command`sudo fail2ban-client set ${'jail'} unbanip ${'client'}`,
    undo: command`sudo fail2ban-client set ${'jail'} banip ${'client'}`,
  }),

  linux_selinux: reads({ tool: 'ausearch', command: command`getenforce; sudo ausearch -m avc -ts recent` }),
  linux_selinux_ports: reads({ tool: 'semanage', command: command`sudo semanage port -l | grep -w ${'port'}` }),
  linux_selinux_port: changes({
    ...{ tool: 'semanage', services: ['http', 'https'] },
    command: command`sudo semanage port -a -t http_port_t -p ${'transport'} ${'port'}`,
    undo: command`sudo semanage port -d -t http_port_t -p ${'transport'} ${'port'}`,
  }),
} as const;

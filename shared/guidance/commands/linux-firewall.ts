import { cardsOf } from './card.ts';
import { command } from './template.ts';

const { reads, changes, undoesItself } = cardsOf('linux');

/** A port opened to try it is closed again by itself after this many milliseconds. */
const FIVE_MINUTES_MS = 300_000;

/**
 * The packet filter, by the front end that owns its rules: a rule of another one is no help, since an accept ends only its own chain.
 *
 * A rule is taken away by what it says and its comment, never by its place: by then another one may stand there.
 */
export const linuxFirewall = {
  linux_which_firewall: reads({
    tool: 'sh',
    command: command`sudo firewall-cmd --state; sudo ufw status; sudo nft list ruleset; sudo iptables -S`,
  }),

  firewalld_list: reads({
    ...{ tool: 'firewall-cmd', firewall: 'firewalld' },
    command: command`sudo firewall-cmd --get-active-zones; sudo firewall-cmd --zone=${'zone'} --list-all`,
  }),
  firewalld_open: undoesItself({
    ...{ tool: 'firewall-cmd', firewall: 'firewalld', lastsMs: FIVE_MINUTES_MS },
    command: command`sudo firewall-cmd --zone=${'zone'} --add-port=${'port'}/${'transport'} --timeout=300`,
    undo: command`sudo firewall-cmd --zone=${'zone'} --remove-port=${'port'}/${'transport'}`,
  }),

  ufw_list: reads({ tool: 'ufw', firewall: 'ufw', command: command`sudo ufw status numbered` }),
  ufw_open: changes({
    ...{ tool: 'ufw', firewall: 'ufw' },
    command: command`sudo ufw prepend allow ${'port'}/${'transport'} comment '${'tag'}'`,
    undo: command`sudo ufw delete allow ${'port'}/${'transport'}`,
  }),

  nft_list: reads({ tool: 'nft', firewall: 'nftables', command: command`sudo nft -a list ruleset` }),
  nft_open: changes({
    ...{ tool: 'nft', firewall: 'nftables' },
    command: command`sudo nft -e -a insert rule inet filter input ${'transport'} dport ${'port'} counter accept comment '"${'tag'}"'`,
    // nft deletes by handle only; the handle is found by the comment.
    undo: command`sudo nft -a list chain inet filter input | sed -n 's/.*"${'tag'}".* handle //p' | xargs -r -n 1 sudo nft delete rule inet filter input handle`,
  }),

  iptables_list: reads({
    ...{ tool: 'iptables', firewall: 'iptables' },
    command: command`sudo ${'iptables'} -L INPUT -v -n --line-numbers`,
  }),
  iptables_open: changes({
    ...{ tool: 'iptables', firewall: 'iptables' },
    command: command`sudo ${'iptables'} -I INPUT 1 -p ${'transport'} --dport ${'port'} -m comment --comment ${'tag'} -j ACCEPT`,
    undo: command`sudo ${'iptables'} -D INPUT -p ${'transport'} --dport ${'port'} -m comment --comment ${'tag'} -j ACCEPT`,
  }),

  linux_outgoing_rules: reads({ tool: 'iptables', command: command`sudo ${'iptables'} -S OUTPUT; sudo nft list ruleset` }),
  linux_capture: reads({
    tool: 'tcpdump',
    command: command`sudo timeout 60 tcpdump -ni any -c 20 '${'transport'} port ${'port'} and host ${'client'}'`,
  }),
} as const;

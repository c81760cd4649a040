import type { CardId } from '../../../shared/guidance/commands/cards.ts';
import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { addresses } from '../topology.ts';
import { dropped } from './planted/dropped.ts';
import { names } from './planted/names.ts';
import { nobody, wrongRoutes } from './planted/nobody.ts';
import { rejected } from './planted/rejected.ts';
import { service } from './planted/service.ts';
import { turnedAway } from './planted/turned-away.ts';
import type { Planted } from './planted.ts';

/** A planted cause that a command of the advice can mend. */
export interface Mend {
  readonly planted: Planted;
  readonly card: CardId;
  /** As the advice has to give it; TAG is its mark. */
  readonly command: string;
  readonly undo: string;
  /** What a person has to say for the command. */
  readonly typed?: Evidence['typed'];
}

function causedBy(all: readonly Planted[], cause: Planted['cause']): readonly Planted[] {
  return all.filter((planted) => planted.cause === cause);
}

const openPort = {
  card: 'nft_open',
  command: `sudo nft -e -a insert rule inet filter input tcp dport 21 counter accept comment '"TAG"'`,
  undo: `sudo nft -a list chain inet filter input | sed -n 's/.*"TAG".* handle //p' | xargs -r -n 1 sudo nft delete rule inet filter input handle`,
} as const;

const filters: readonly Mend[] = [...causedBy(dropped, 'server_firewall_drops'), ...causedBy(rejected, 'server_firewall_rejects')].map(
  (planted) => ({ planted, ...openPort }),
);

function liftWrappers(name: string): Pick<Mend, 'card' | 'command' | 'undo'> {
  return {
    card: 'linux_deny_comment_out',
    command: `sudo test -e /etc/hosts.deny.TAG || sudo cp -p /etc/hosts.deny /etc/hosts.deny.TAG && sudo sed -i -E 's/^[^#:]*(${name}|ALL)[^:]*:/#&/' /etc/hosts.deny`,
    undo: 'sudo mv /etc/hosts.deny.TAG /etc/hosts.deny',
  };
}

const wrappers: readonly Mend[] = causedBy(turnedAway, 'tcp_wrappers').flatMap((planted) => [
  { planted, ...liftWrappers(planted.port === 22 ? 'sshd' : 'vsftpd') },
  {
    planted,
    card: 'linux_deny_rename',
    command: 'sudo mv /etc/hosts.deny /etc/hosts.deny.TAG.old',
    undo: 'sudo mv /etc/hosts.deny.TAG.old /etc/hosts.deny',
  },
]);

const services: readonly Mend[] = [
  ...causedBy(service, 'service_stopped')
    .filter(({ isCheckedBefore }) => isCheckedBefore)
    .map((planted) => ({
      planted,
      card: 'linux_start' as const,
      command: 'sudo systemctl start vsftpd',
      undo: 'sudo systemctl stop vsftpd',
    })),
  ...service
    .filter(({ ftp }) => ftp?.['listen_address'] !== undefined)
    .map((planted) => ({
      planted,
      card: 'linux_listen_everywhere' as const,
      command:
        "sudo test -e /etc/vsftpd.conf.TAG || sudo cp -p /etc/vsftpd.conf /etc/vsftpd.conf.TAG && sudo sed -i -E '/^[[:space:]]*(listen|bind)/I s/[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+|localhost/0.0.0.0/' /etc/vsftpd.conf && sudo systemctl restart vsftpd",
      undo: 'sudo mv /etc/vsftpd.conf.TAG /etc/vsftpd.conf && sudo systemctl restart vsftpd',
    })),
];

const routes: readonly Mend[] = wrongRoutes.map((planted) => {
  const { route } = planted;
  const leads = /^[a-z]/u.test(route) ? 'stop' : route.includes(' via ') ? 'wrong' : 'link';
  return {
    planted,
    card: `linux_${leads}_route_remove`,
    command: `sudo ip route del ${route}`,
    undo: `sudo ip route add ${route}`,
  } as const;
});

const waysOut: readonly Mend[] = [
  ...causedBy(nobody, 'no_network_here').map((planted) => ({
    planted,
    card: 'linux_default_add' as const,
    command: 'sudo ip -4 route add default via 198.51.100.1',
    undo: 'sudo ip -4 route del default via 198.51.100.1',
    typed: { newGateway: '198.51.100.1' },
  })),
  ...causedBy(dropped, 'return_path_broken').map((planted) => ({
    planted,
    card: 'linux_route_back_add' as const,
    command: `sudo ip route add ${addresses.client}/32 via 203.0.113.1`,
    undo: `sudo ip route del ${addresses.client}/32 via 203.0.113.1`,
    typed: { newGateway: '203.0.113.1' },
  })),
];

const resolvers: readonly Mend[] = (['wrong_resolver', 'resolver_down', 'resolver_differs'] as const)
  .flatMap((cause) => causedBy(names, cause))
  .map((planted) => ({
    planted,
    card: 'linux_resolv_conf_change',
    command: `sudo test -e /etc/resolv.conf.TAG || sudo cp -p /etc/resolv.conf /etc/resolv.conf.TAG && echo nameserver ${addresses.resolver} | sudo tee /etc/resolv.conf`,
    undo: 'sudo cp -p /etc/resolv.conf.TAG /etc/resolv.conf && sudo rm /etc/resolv.conf.TAG',
  }));

/** Everything planted that a command can mend. */
export const mends: readonly Mend[] = [...filters, ...wrappers, ...services, ...routes, ...waysOut, ...resolvers];

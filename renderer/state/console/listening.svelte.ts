import { formatTarget } from '../../../shared/check/target.ts';
import type { TelnetPolicy } from '../../../shared/console/telnet-policy.ts';
import type { EventOf, StopStream } from '../../../shared/ipc/types.ts';
import { follow } from '../../bridge.ts';

/** Where to wait for others. */
export interface ListenPlan {
  readonly address: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly service: string | null;
  readonly telnet: TelnetPolicy;
  /** The person saw what it means that others can connect. */
  readonly isOpenToOthers: boolean;
}

/** Somebody who connected. */
export type Peer = Extract<EventOf<'listenConsole'>, { kind: 'peer' }>;

/** How it stands. */
export type ListenState =
  | { readonly kind: 'starting' }
  | Extract<EventOf<'listenConsole'>, { kind: 'listening' | 'failed' | 'not_loopback' }>
  | { readonly kind: 'stopped' };

/** A local port that is waited at, in its tab. */
export class Listening {
  readonly kind = 'listening';
  readonly key: number;
  readonly plan: ListenPlan;
  state: ListenState = $state.raw({ kind: 'starting' });
  /** Everybody who came, in their order. */
  peers: readonly Peer[] = $state.raw([]);
  refusedCount = $state(0);

  readonly #stop: StopStream;

  /** `onPeer` is told of each who connects. */
  constructor(key: number, plan: ListenPlan, onPeer: (peer: Peer) => void) {
    this.key = key;
    this.plan = plan;
    this.#stop = follow('listenConsole', plan, {
      onEvent: (event) => {
        if (event.kind === 'peer') {
          this.peers = [...this.peers, event];
          onPeer(event);
        } else if (event.kind === 'peer_refused') this.refusedCount += 1;
        else this.state = event;
      },
      onEnd: () => {
        if (this.state.kind === 'listening' || this.state.kind === 'starting') this.state = { kind: 'stopped' };
      },
    });
  }

  /** Where it waits, as people write it. */
  get endpoint(): string {
    const { address, port } = this.state.kind === 'listening' ? this.state : this.plan;
    return formatTarget({ host: address, port });
  }

  /** Waits no more; sessions with those who came go on. */
  leave(): void {
    this.#stop();
  }
}

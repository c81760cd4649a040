import type { TelnetPolicy } from '../../shared/console/telnet-policy.ts';
import { startTelnet, type TelnetItem, type TelnetState, type TelnetTerminal } from '../../shared/console/telnet-state.ts';
import { changeTelnetPolicy, receiveTelnet, resizeTelnet, sendTelnet } from '../../shared/console/telnet.ts';

/** How many characters a window shows. */
export type WindowSize = Pick<TelnetTerminal, 'columns' | 'rows'>;

/** The Telnet of one connection: remembers where the conversation stands between one chunk and the next. */
export class TelnetCodec {
  #state: TelnetState;

  constructor(policy: TelnetPolicy) {
    this.#state = startTelnet(policy);
  }

  /** What received bytes mean. */
  decode(bytes: Uint8Array): readonly TelnetItem[] {
    return this.#take(receiveTelnet(this.#state, bytes));
  }

  /** Data as it goes on the wire. */
  encode(data: Uint8Array): Uint8Array {
    const { state, bytes } = sendTelnet(this.#state, data);
    this.#state = state;
    return bytes;
  }

  /** Changes what is done with commands, and gives what is to be said about it. */
  changePolicy(policy: TelnetPolicy): readonly TelnetItem[] {
    return this.#take(changeTelnetPolicy(this.#state, policy));
  }

  /** Changes the size of the terminal, and gives what is to be said about it (NAWS, RFC 1073). */
  resize(size: WindowSize): readonly TelnetItem[] {
    return this.#take(resizeTelnet(this.#state, size));
  }

  #take({ state, items }: ReturnType<typeof receiveTelnet>): readonly TelnetItem[] {
    this.#state = state;
    return items;
  }
}

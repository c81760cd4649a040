import type { Fault } from '../shared/ipc/messages.ts';
import type { CallBridge, CallName, EventOf, RequestOf, ResponseOf, StopStream, StreamBridge, StreamName } from '../shared/ipc/types.ts';

declare global {
  interface Window {
    readonly bridge: CallBridge & StreamBridge;
  }
}

/** Sonde itself failed: a bug, never something the network or the disk did. */
export class BridgeFault extends Error {
  constructor(name: CallName | StreamName, fault: Fault) {
    super(`${name}: ${fault}`);
    this.name = 'BridgeFault';
  }
}

/** Who listens to a stream. */
export interface Follower<Event> {
  readonly onEvent: (event: Event) => void;
  /** The stream came to its end; with a fault, which is then also reported to the window. */
  readonly onEnd?: (fault: Fault | null) => void;
}

/** Asks the main process; rejects with a BridgeFault only. */
export async function ask<Name extends CallName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> {
  const calls: CallBridge = window.bridge;
  const answer = await calls[name](request);
  if (answer.kind === 'faulted') throw new BridgeFault(name, answer.fault);
  return answer.value;
}

/** Follows a stream to its end, or until the function it returns is called. */
export function follow<Name extends StreamName>(name: Name, request: RequestOf<Name>, follower: Follower<EventOf<Name>>): StopStream {
  const streams: StreamBridge = window.bridge;
  return streams[name](request, (message) => {
    if (message.kind === 'event') return follower.onEvent(message.value);
    follower.onEnd?.(message.fault);
    if (message.fault !== null) reportError(new BridgeFault(name, message.fault));
  });
}

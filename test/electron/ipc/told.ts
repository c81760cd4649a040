import * as v from 'valibot';

import { contract } from '../../../shared/ipc/contract.ts';
import type { EventOf, StreamName } from '../../../shared/ipc/types.ts';

/** What a stream tells to its end, each event as the contract says; `hear` hears each as it comes. */
export async function told<Name extends StreamName>(
  name: Name,
  events: AsyncIterable<EventOf<Name>>,
  hear: (event: EventOf<Name>) => void = () => undefined,
): Promise<readonly EventOf<Name>[]> {
  const heard: EventOf<Name>[] = [];
  for await (const event of events) {
    const parsed = v.parse(contract[name].event, event) as EventOf<Name>;
    heard.push(parsed);
    hear(parsed);
  }
  return heard;
}

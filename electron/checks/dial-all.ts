import type { Socket } from 'node:net';

import { leave } from '../probes/leave.ts';
import type { StageContext } from './findings.ts';
import { tryAddresses, type Address, type TriedAll } from './try-addresses.ts';
import type { Dialled } from '../probes/dialer.ts';

/** What dialling all addresses brought. */
export interface DialledAll extends Pick<TriedAll<Dialled>, 'attempts' | 'failure'> {
  /** The connection to the first good address in the resolver's order, or null; the caller closes it. */
  readonly chosen: { readonly socket: Socket; readonly address: string } | null;
}

/** The connect stage: dials every address, keeps the first good connection and leaves the others politely. */
export async function dialAll(
  context: StageContext & { readonly addresses: readonly Address[] },
  signal: AbortSignal,
): Promise<DialledAll> {
  const { target, options, dial } = context;
  const { attempts, ended, failure } = await tryAddresses({
    ...context,
    stage: 'connect',
    tryOne: ({ address }, timeoutMs) => dial({ address, port: target.port, source: options.source, timeoutMs }, signal),
  });
  const good = ended.flatMap((dialled, index) => {
    const address = attempts[index]?.address;
    return dialled.kind === 'connected' && address !== undefined ? [{ socket: dialled.socket, address }] : [];
  });
  const [chosen, ...others] = good;
  for (const { socket } of others) void leave(socket, null, signal);
  return { attempts, failure, chosen: chosen ?? null };
}

import type { Service } from '../../shared/service/service.ts';
import { askByDatagram } from '../probes/datagram.ts';
import type { Findings, StageContext } from './findings.ts';
import { tryAddresses, type Address } from './try-addresses.ts';

/** The request stage over UDP, where there is no connection: every address is asked side by side, and one reply is enough. */
export async function askAll(
  context: StageContext & { readonly addresses: readonly Address[] },
  signal: AbortSignal,
): Promise<Pick<Findings, 'failure' | 'addresses'> & Partial<Findings>> {
  const { target, options, service } = context;
  const probe = service?.probe.udp ?? null;
  const { attempts, ended, failure } = await tryAddresses({
    ...context,
    stage: 'request',
    tryOne: (address, timeoutMs) => askByDatagram({ ...address, port: target.port, probe, timeoutMs, source: options.source }, signal),
  });
  const reply = ended.find(({ cause }) => cause === null)?.reply;
  if (service === null || probe === null || reply == null) return { addresses: attempts, failure };
  const reading = probe.read(reply);
  return { addresses: attempts, failure, service: serviceByReply(service, 'product' in reading ? reading.product : null) };
}

function serviceByReply({ id, name }: Service, product: string | null): Findings['service'] {
  return { id, name, knownBy: 'reply', product };
}

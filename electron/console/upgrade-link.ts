import type { Socket } from 'node:net';

import { startTlsFor } from '../../shared/service/start-tls.ts';
import { askForTls, type TlsQuestion, type UpgradeProblem } from './ask-for-tls.ts';
import type { StreamLink } from './stream-link.ts';

/** A plain link that TLS is to take over. */
export interface LinkToUpgrade extends Omit<TlsQuestion, 'words'> {
  readonly link: StreamLink;
  /** Whose words to ask in; null where the service is not known. */
  readonly serviceId: string | null;
}

/** The connection, let go of by the link for TLS to begin, or why it may not. */
export type Upgrade =
  { readonly kind: 'agreed'; readonly socket: Socket } | { readonly kind: 'not_agreed'; readonly problem: UpgradeProblem };

/** Asks in the service's words to go on in TLS, and takes the connection out of its link where that is agreed. Never rejects; the abort ends it with no_answer. */
export async function upgradeLink({ link, serviceId, ...question }: LinkToUpgrade, signal: AbortSignal): Promise<Upgrade> {
  const words = serviceId === null ? null : startTlsFor(serviceId);
  if (words === null) return { kind: 'not_agreed', problem: 'unknown_service' };
  link.resume();
  const problem = await askForTls({ words, ...question }, signal);
  if (problem !== null) return { kind: 'not_agreed', problem };
  const socket = link.release();
  return socket === null ? { kind: 'not_agreed', problem: 'words_after_agreement' } : { kind: 'agreed', socket };
}

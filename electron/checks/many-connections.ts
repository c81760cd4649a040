import { isLoopback } from '../../shared/check/loopback.ts';

/** More connections than this to one host that is not this computer are made only after a yes. */
export const CONNECTIONS_WITHOUT_ASKING = 100;

/** The host that would get more connections than may be made without asking, or null. */
export function hostToAskAbout(counts: ReadonlyMap<string, number>): { readonly host: string; readonly connectionCount: number } | null {
  for (const [host, connectionCount] of counts) {
    if (connectionCount > CONNECTIONS_WITHOUT_ASKING && !isLoopback(host)) return { host, connectionCount };
  }
  return null;
}

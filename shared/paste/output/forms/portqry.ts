import type { OutputForm } from '../output-form.ts';
import { readPort } from '../read-port.ts';
import { connected, notConnected, notResolved, ownLimit } from '../tell-endpoint.ts';
import type { ToldEndpoint } from '../told.ts';

/** Microsoft's PortQry: LISTENING, NOT LISTENING or FILTERED, which it says after three tries. English only. */
export const portQry: OutputForm = {
  name: 'PortQry',
  needsTarget: false,
  read: ({ lines }) => {
    const host = nameOf(lines);
    const address = lines.flatMap((line) => /^Name resolved to (\S{2,64})$/u.exec(line)?.[1] ?? [])[0] ?? host;
    const unresolved = lines.find((line) => /^Failed to resolve name to IP address$/u.test(line));
    if (unresolved !== undefined) return [notResolved({ host }, { code: 'dns_failed', systemCode: null }, unresolved)];
    const told = lines.flatMap((line) => readVerdict(line, host, address));
    return told.length === 0 ? null : told;
  },
};

const verdict = /^(TCP|UDP) port (\d{1,5}) \([^)]{1,60}\): (LISTENING or FILTERED|NOT LISTENING|LISTENING|FILTERED)$/u;

function readVerdict(line: string, host: string | null, address: string | null): readonly ToldEndpoint[] {
  const [, transport, portText = '', said] = verdict.exec(line) ?? [];
  if (said === undefined) return [];
  const place = { host, address, port: readPort(portText), transport: transport === 'UDP' ? 'udp' : 'tcp' } as const;
  switch (said) {
    case 'LISTENING':
      return [connected(place)];
    case 'NOT LISTENING':
      return [notConnected(place, { code: 'connection_refused', systemCode: null }, line)];
    case 'FILTERED':
      return [notConnected(place, ownLimit, line)];
    default:
      return [notConnected(place, { code: 'udp_silence', systemCode: null }, line)];
  }
}

/** "Querying target system called:" and the name below it, blank lines between. */
function nameOf(lines: readonly string[]): string | null {
  const at = lines.findIndex((line) => line.startsWith('Querying target system called:'));
  return (at < 0 ? [] : lines.slice(at + 1)).map((line) => line.trim()).find((line) => line !== '') ?? null;
}

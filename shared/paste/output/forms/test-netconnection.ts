import { readPairs } from '../read-pairs.ts';
import { readAddress } from '../../../check/ip-address.ts';
import type { OutputForm } from '../output-form.ts';
import { readPort } from '../read-port.ts';
import { connected, notConnected, notResolved, unsaidCause } from '../tell-endpoint.ts';
import type { Told, ToldEndpoint } from '../told.ts';
import { pinged } from '../told-ping.ts';

/**
 * PowerShell's Test-NetConnection: a table of properties, whose names are English in every language. It never says why TCP failed, and
 * prints no ping where it made none.
 */
export const testNetConnection: OutputForm = {
  name: 'Test-NetConnection',
  needsTarget: false,
  read: ({ lines }) => {
    const told = runsOf(lines).map(readRun);
    return told.every((one) => one === null) ? null : told.flatMap((one) => one ?? []);
  },
};

/** Several runs one after the other: each begins with its warnings, or with its table where it has none. */
function runsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  let hasTable = false;
  for (const line of lines) {
    const isTable = line.startsWith('ComputerName');
    if (hasTable && (isTable || warning.test(line))) {
      runs.push([]);
      hasTable = false;
    }
    hasTable ||= isTable;
    runs.at(-1)?.push(line);
  }
  return runs;
}

function readRun(lines: readonly string[]): readonly Told[] | null {
  const pairs = readPairs(lines);
  const [, warnedHost, warnedPort] = lines.map((line) => warning.exec(line)).find((match) => match !== null) ?? [];
  const host = pairs.get('ComputerName') ?? warnedHost;
  if (host === undefined || !(pairs.has('TcpTestSucceeded') || pairs.has('PingSucceeded') || warnedHost !== undefined)) return null;
  const port = readPort(pairs.get('RemotePort') ?? warnedPort ?? '');
  const place = { host, address: readAddress(pairs.get('RemoteAddress') ?? '')?.address ?? null, port, transport: 'tcp' } as const;
  return [...readTcp(place, pairs.get('TcpTestSucceeded'), lines), ...readPing(place.address, pairs)];
}

/** "WARNING:", "WARNUNG:", "AVERTISSEMENT :", ... */
const warning = /^\p{L}{2,20}\s?[:\uff1a] TCP connect to \(?(\S{1,253}?) ?: ?(\d{1,5})\)? failed$/u;

interface Place {
  readonly host: string;
  readonly address: string | null;
  readonly port: number | null;
  readonly transport: 'tcp';
}

function readTcp(place: Place, verdict: string | undefined, lines: readonly string[]): readonly ToldEndpoint[] {
  const unnamed = lines.find((line) => /^\p{L}{2,20}\s?[:\uff1a] Name resolution of \S{1,253} failed/u.test(line));
  if (unnamed !== undefined) return [notResolved(place, { code: 'dns_failed', systemCode: null }, unnamed)];
  const line = lines.find((candidate) => warning.test(candidate) || candidate.startsWith('TcpTestSucceeded')) ?? '';
  if (verdict === 'True') return [connected(place)];
  return verdict === 'False' || line !== '' ? [notConnected(place, unsaidCause, line)] : [];
}

function readPing(address: string | null, pairs: ReadonlyMap<string, string>): readonly Told[] {
  const verdict = pairs.get('PingSucceeded');
  if (address === null || verdict === undefined) return [];
  const timeMs = Number(/^(\d{1,6}) ms$/u.exec(pairs.get('PingReplyDetails (RTT)') ?? '')?.[1] ?? Number.NaN);
  return [
    pinged(address, {
      sentCount: 1,
      timesMs: Number.isNaN(timeMs) || verdict !== 'True' ? [] : [timeMs],
      receivedCount: verdict === 'True' ? 1 : 0,
      said: null,
    }),
  ];
}

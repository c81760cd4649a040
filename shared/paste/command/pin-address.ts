import { readHost } from '../../check/host-name.ts';
import { readAddress } from '../../check/ip-address.ts';
import { readPorts } from '../read-ports.ts';
import { unreadable, type ReadTarget, type TargetReading } from '../target-reading.ts';
import { withoutBrackets } from '../without-brackets.ts';
import type { Settings } from './settings.ts';

/**
 * The reading with the address that `--resolve HOST:PORT:ADDRESS` or `--connect-to HOST:PORT:ADDRESS:PORT` (curl) dials instead.
 *
 * Like curl, only an entry for this host and port counts, the first of them, and empty parts mean "any" or "the same".
 */
export function pinAddress(reading: TargetReading, { texts }: Settings): TargetReading {
  if (reading.kind === 'unreadable') return reading;
  const resolved = texts.resolve?.map((entry) => applyResolve(reading, entry)).find((applied) => applied !== null);
  const connected = texts.connectTo?.map((entry) => applyConnectTo(reading, entry)).find((applied) => applied !== null);
  return connected ?? resolved ?? reading;
}

/** A "+" before the host only says how long curl remembers it. Of several addresses the first is dialled. */
function applyResolve(reading: ReadTarget, entry: string): TargetReading | null {
  const [, host, port, addresses] = /^\+?(\[[^\]]*\]|[^:]*):(\d+):(.+)$/u.exec(entry) ?? [];
  const [address = ''] = (addresses ?? '').split(',', 1);
  const found = readAddress(withoutBrackets(address));
  if (host === undefined || port === undefined || found === null) return entry.startsWith('-') ? null : notRead('--resolve', entry);
  if (!isPort(reading, port) || (host !== '*' && !isHost(reading, host))) return null;
  return { ...reading, options: { ...reading.options, address: found.address } };
}

function applyConnectTo(reading: ReadTarget, entry: string): TargetReading | null {
  const [, host, port, toHost, toPort] = /^(\[[^\]]*\]|[^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/u.exec(entry) ?? [];
  if (host === undefined || port === undefined || toHost === undefined || toPort === undefined) return notRead('--connect-to', entry);
  if ((port !== '' && !isPort(reading, port)) || (host !== '' && !isHost(reading, host))) return null;
  const ports = toPort === '' ? ({ kind: 'ports', ports: reading.ports } as const) : readPorts(toPort);
  if (ports.kind === 'not_ports') return unreadable(ports.problem);
  const moved = { ...reading, ports: ports.ports };
  if (toHost === '' || isHost(reading, toHost)) return moved;
  const found = readAddress(withoutBrackets(toHost));
  if (found === null) return unreadable({ kind: 'two_names', host: toHost, serverName: reading.host });
  return { ...moved, options: { ...reading.options, address: found.address } };
}

function isHost(reading: ReadTarget, text: string): boolean {
  const read = readHost(text);
  return read.kind === 'host' && read.host === reading.host;
}

function isPort({ ports: [range] }: ReadTarget, text: string): boolean {
  return range?.first === Number(text);
}

function notRead(option: string, text: string): TargetReading {
  return unreadable({ kind: 'option_value_unreadable', program: 'curl', option, text });
}

import { findServiceName } from './find-service-name.ts';
import { listPorts, type PortList, type PortRange } from './port-list.ts';
import type { TargetProblem } from './target-problem.ts';

/** Ports that were read, or the first thing wrong with them. */
export type PortsReading =
  { readonly kind: 'ports'; readonly ports: PortList } | { readonly kind: 'not_ports'; readonly problem: TargetProblem };

/** Reads ports as people write them: "80", "20-25", "22,80,443", "https", or these mixed. Never throws. */
export function readPorts(text: string): PortsReading {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0) return { kind: 'not_ports', problem: { kind: 'port_unreadable', text } };
  const ranges: PortRange[] = [];
  for (const item of items) {
    const read = readRange(item);
    if ('kind' in read) return { kind: 'not_ports', problem: read };
    ranges.push(read);
  }
  return { kind: 'ports', ports: listPorts(ranges) };
}

function readRange(item: string): PortRange | TargetProblem {
  const [, firstText, lastText] = /^(\d+) ?- ?(\d+)$/u.exec(item) ?? [];
  if (firstText === undefined || lastText === undefined) return readPort(item);
  const [first, last] = [readPort(firstText), readPort(lastText)];
  if ('kind' in first) return first;
  if ('kind' in last) return last;
  if (first.first > last.first) return { kind: 'port_range_backwards', first: first.first, last: last.first };
  return { first: first.first, last: last.first };
}

function readPort(text: string): PortRange | TargetProblem {
  const port = /^\d+$/u.test(text) ? Number(text) : (findServiceName(text)?.port ?? null);
  if (port === null) return { kind: 'port_unreadable', text };
  if (port === 0) return { kind: 'port_zero' };
  if (port <= LAST_PORT) return { first: port, last: port };
  const suggestion = Math.floor(port / 10);
  return suggestion <= LAST_PORT ? { kind: 'port_digit_too_many', text, suggestion } : { kind: 'port_out_of_range', text };
}

/** A port is 16 bits wide (RFC 9293 section 3.1). */
const LAST_PORT = 65_535;

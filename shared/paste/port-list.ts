/** Neighbouring ports, both ends included; a single port has the same number twice. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Ports from 1 to 65535, at least one: ascending ranges that neither overlap nor touch, so no port comes twice. */
export type PortList = readonly PortRange[];

/** The list that holds exactly the ports of these ranges. */
export function listPorts(ranges: readonly PortRange[]): PortList {
  const merged: PortRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before === undefined || range.first > before.last + 1) merged.push(range);
    else merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, range.last) };
  }
  return merged;
}

/** Every port of the list, ascending. */
export function* portsOf(ports: PortList): Generator<number, void, undefined> {
  for (const { first, last } of ports) {
    for (let port = first; port <= last; port += 1) yield port;
  }
}

/** How many ports the list holds. */
export function countPorts(ports: PortList): number {
  return ports.reduce((count, { first, last }) => count + last - first + 1, 0);
}

/** The list as `readPorts` takes it: "22,80,1000-1024". */
export function formatPorts(ports: PortList): string {
  return ports.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}

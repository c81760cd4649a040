import { formatPorts } from '../../../shared/paste/port-list.ts';
import type { TargetReading } from '../../../shared/paste/target-reading.ts';

/** A reading on one line, as the rows of `target-rows.ts` write it. */
export function showReading(reading: TargetReading): string {
  if (reading.kind === 'unreadable') return `unreadable: ${reading.problem.kind}`;
  const { form, transport, host, ports, options } = reading;
  const chosen = Object.entries(options).map(([name, value]) => `${name}=${String(value)}`);
  return [form, transport, host, formatPorts(ports), ...chosen.toSorted()].join(' ');
}

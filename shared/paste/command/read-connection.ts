import { readPlace } from '../read-place.ts';
import { unreadable, type TargetReading } from '../target-reading.ts';
import type { Settings } from './settings.ts';

/** What a command that connects to "HOST PORT" asks for; `defaultPort` is what the program dials without one, or null. */
export function readConnection({ form, settings, operands, defaultPort }: Connection): TargetReading {
  const place = readPlace(operands, defaultPort);
  if (place.kind === 'no_place') return unreadable(place.problem);
  const { host, ports } = place;
  return { kind: 'read', form, host, ports, transport: place.transport ?? settings.transport, options: settings.options };
}

interface Connection {
  readonly form: string;
  readonly settings: Settings;
  readonly operands: readonly string[];
  readonly defaultPort: number | null;
}

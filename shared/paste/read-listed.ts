import { readTarget } from './read-target.ts';
import type { TargetReading } from './target-reading.ts';

/** What one line of a list says. */
export interface ReadLine {
  readonly lineNumber: number;
  readonly readings: readonly TargetReading[];
  readonly displayName: string | null;
  readonly tags: readonly string[];
}

/** A target, with the default ports (as a person writes them, or empty) where it names none. */
export function readListed(text: string, defaultPorts: string): TargetReading {
  const reading = readTarget(text);
  return isPortMissing(reading) && defaultPorts.trim() !== '' ? readTarget(`${text.trim()} ${defaultPorts}`) : reading;
}

/** Whether all it lacks is a port. */
export function isPortMissing(reading: TargetReading): boolean {
  return reading.kind === 'unreadable' && reading.problem.kind === 'port_missing';
}

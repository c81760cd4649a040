import { abandonLookups } from '../probes/abandon-lookups.ts';

/** Ends the process with this exit code, now, whatever hangs; what was written to stdout and stderr is out by then. */
export function leave(exitCode: number): void {
  abandonLookups(exitCode);
  process.exit(exitCode);
}

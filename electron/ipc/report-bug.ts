import { inspect } from 'node:util';

import { makeVisible } from '../../shared/console/display.ts';
import { tellLog } from '../logs/log-entry.ts';

/**
 * Writes a fault of Sonde itself to the log, and where whoever started it can read it. Never for what the network, the disk or the person did.
 *
 * Its words may quote a server: nothing in them acts on the terminal.
 */
export function reportBug(error: unknown): void {
  tellLog({ event: 'bug', where: 'main', thrown: error });
  console.error(makeVisible(inspect(error), 'kept'));
}

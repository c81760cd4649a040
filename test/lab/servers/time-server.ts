import { fileURLToPath } from 'node:url';

import { addresses } from '../topology.ts';
import type { LabServer } from './server.ts';

const place = addresses.various;

/** A time server (NTP over UDP): scripted, because installing a real one would replace the machine's own time service. */
export const timeServer: LabServer = {
  name: 'time-server',
  host: 'server',
  listens: [`${place}:123`],
  prepare: () => Promise.resolve([process.execPath, fileURLToPath(new URL('../inside/time-server.ts', import.meta.url)), place]),
};

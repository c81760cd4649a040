import { powerMonitor } from 'electron';

import { Sleep } from '../checks/sleep.ts';

/** The computer's sleep as the system tells of it. A locked screen is no sleep. */
export function followSleep(): Sleep {
  const sleep = new Sleep();
  powerMonitor.on('suspend', () => sleep.begin());
  powerMonitor.on('resume', () => sleep.end());
  return sleep;
}

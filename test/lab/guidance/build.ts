import type { Check } from '../../../shared/check/check.ts';
import { createLab, type Lab } from '../lab.ts';
import { dnsmasq } from '../servers/dnsmasq.ts';
import { nameServers } from '../servers/name-servers.ts';
import { nginx } from '../servers/nginx.ts';
import { openssh } from '../servers/openssh.ts';
import { startServers } from '../servers/server.ts';
import { checkWithSonde } from '../sonde.ts';
import { addresses } from '../topology.ts';
import { startFtp } from './ftp.ts';
import { moveIn } from './machine.ts';
import type { Planted } from './planted.ts';

/** An address everybody knows, which control probes dial when names fail (Cloudflare's). */
const WELL_KNOWN = '1.1.1.1';

/** Builds a lab of its own for one planted cause, plants it, and hands it over with the history; it is gone afterwards. */
export async function withPlanted<Result>(
  planted: Planted,
  use: (lab: Lab, earlier: readonly Check[]) => Promise<Result>,
): Promise<Result> {
  const { servers = [], ftp = {}, plant, isCheckedBefore = false } = planted;
  const lab = await createLab();
  try {
    await moveIn(lab, ['client', 'server']);
    await lab.ip('resolver', `address add ${WELL_KNOWN}/32 dev lo`);
    await lab.ip('router', `route add ${WELL_KNOWN} via ${addresses.resolver}`);
    await startServers(lab, [dnsmasq, nameServers, nginx, openssh, ...servers]);
    if (ftp !== null) await startFtp(lab, { host: 'server', settings: ftp });
    const earlier = isCheckedBefore ? [(await checkWithSonde(lab, planted)).check] : [];
    await plant(lab);
    return await use(lab, earlier);
  } finally {
    await lab.close();
  }
}

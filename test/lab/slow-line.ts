import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Lab } from './lab.ts';
import { addresses } from './topology.ts';

/** What carries the delay: the kernel's own netem, or where the kernel was built without it, a relay of ours. */
export type DelayedBy = 'netem' | 'relay';

/** Port on the far machine on which every third packet from the client is lost. */
export const lossyPort = 81;

/** Makes the line to the far machine slow, each way by `delayMs`, and its `lossyPort` lossy. */
export async function slowDown(lab: Lab, delayMs: number): Promise<DelayedBy> {
  // Counted, not by chance: every run loses the same packets, the first SYN among them.
  await lab.nft(
    'router',
    `table inet loss {
      chain forward {
        type filter hook forward priority 1; policy accept;
        iifname "client" tcp dport ${String(lossyPort)} ip daddr ${addresses.far} numgen inc mod 3 == 0 drop
      }
    }`,
  );
  const netem = `qdisc add dev %s root netem delay ${String(delayMs)}ms`;
  const { exitCode } = await lab.run('router', ['tc', ...netem.replace('%s', 'far').split(' ')]);
  if (exitCode !== 0) {
    await relay(lab, delayMs);
    return 'relay';
  }
  await lab.run('far', ['tc', ...netem.replace('%s', 'eth0').split(' ')]);
  return 'netem';
}

// Packets between client and far take a detour through a tunnel device, where a program holds each back for a while.
async function relay(lab: Lab, delayMs: number): Promise<void> {
  const path = join(lab.folder, 'ports.json');
  const ports = { relay: 7_001, tunnel: 7_002 };
  await writeFile(path, JSON.stringify({ delayMs, ...ports }));
  lab.serve('router', [process.execPath, fileURLToPath(new URL('inside/delay.ts', import.meta.url)), path]);
  const wire = `UDP4-DATAGRAM:127.0.0.1:${String(ports.relay)},bind=127.0.0.1:${String(ports.tunnel)}`;
  // A device node of our own: containers often lack /dev/net/tun.
  const tunnel = 'mknod /run/tun c 10 200 && exec socat "$@"';
  lab.serve('router', ['sh', '-c', tunnel, 'sh', 'TUN,tun-device=/run/tun,tun-name=slow,iff-no-pi,iff-up', wire]);
  await untilRelayed(lab);
  await lab.ip('router', 'route add default dev slow table 100');
  await lab.ip('router', 'rule add iif client to 192.0.2.128/25 lookup 100');
  await lab.ip('router', 'rule add iif far lookup 100');
}

async function untilRelayed(lab: Lab): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { stdout } = await lab.run('router', ['sh', '-c', 'ss -Hlun; ip -br link']);
    if (stdout.includes(':7001') && stdout.includes('slow')) return;
    await sleep(50);
  }
  throw new Error('The relay that stands in for netem did not start.');
}

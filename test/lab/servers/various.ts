import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addresses } from '../topology.ts';
import type { LabServer } from './server.ts';

const { various, wantsCertificate } = addresses;

/** Mosquitto: MQTT for everybody, over TLS too, and at one address only for those who show a certificate. */
export const mosquitto: LabServer = {
  name: 'mosquitto',
  host: 'server',
  listens: [`${various}:1883`, `${various}:8883`, `${wantsCertificate}:8883`],
  prepare: async ({ folder, certificates: { good, authorityPath } }) => {
    const configuration = join(folder, 'mosquitto.conf');
    const tls = [`certfile ${good.chainPath}`, `keyfile ${good.keyPath}`];
    const lines = [
      'user root',
      'allow_anonymous true',
      `listener 1883 ${various}`,
      `listener 8883 ${various}`,
      ...tls,
      `listener 8883 ${wantsCertificate}`,
      ...tls,
      `cafile ${authorityPath}`,
      'require_certificate true',
    ];
    await writeFile(configuration, `${lines.join('\n')}\n`);
    return ['mosquitto', '-c', configuration];
  },
};

/** An rsync daemon with one empty module. */
export const rsync: LabServer = {
  name: 'rsync',
  host: 'server',
  listens: [`${various}:873`],
  prepare: async ({ folder }) => {
    const configuration = join(folder, 'rsyncd.conf');
    await mkdir(join(folder, 'module'));
    await writeFile(configuration, `[module]\npath = ${folder}/module\n`);
    return ['rsync', '--daemon', '--no-detach', `--config=${configuration}`, `--address=${various}`];
  },
};

/** SNMP agent with the community "public" (UDP). */
export const snmpd: LabServer = {
  name: 'snmpd',
  host: 'server',
  listens: [`${various}:161`],
  prepare: async ({ folder }) => {
    const configuration = join(folder, 'snmpd.conf');
    await writeFile(configuration, 'rocommunity public\n');
    return ['snmpd', '-f', '-Lo', '-C', '-c', configuration, '-I', '-smux,mteTrigger,mteTriggerConf', `udp:${various}:161`];
  },
};

/** An X server shown through VNC: RFB on 5900 and X11 on 6000 from one process. */
export const xvnc: LabServer = {
  name: 'xvnc',
  host: 'server',
  listens: [`${various}:5900`, '0.0.0.0:6000'],
  prepare: () => {
    const display = [':0', '-rfbport', '5900', '-interface', various, '-localhost=0', '-SecurityTypes', 'None', '-geometry', '320x200'];
    const listening = ['-listen', 'tcp', '-nolisten', 'unix', '-nolisten', 'local', '-ac'];
    // Its lock file lies in /tmp, whatever one says.
    const privately = 'mount -t tmpfs tmpfs /tmp && exec Xvnc "$@"';
    return Promise.resolve(['unshare', '--mount', 'sh', '-c', privately, 'sh', ...display, ...listening]);
  },
};

import { mariadb, memcached, postgresql, redis, slapd } from './databases.ts';
import { dnsmasq } from './dnsmasq.ts';
import { dovecot, exim } from './mail.ts';
import { nameServers } from './name-servers.ts';
import { nginx } from './nginx.ts';
import { openssh, opensshDenied } from './openssh.ts';
import { scripted, scriptedFar } from './scripted.ts';
import type { LabServer } from './server.ts';
import { timeServer } from './time-server.ts';
import { mosquitto, rsync, snmpd, xvnc } from './various.ts';
import { vsftpdDenied, vsftpdOpen } from './vsftpd.ts';

/** Servers as distributions ship them. */
const realServers: readonly LabServer[] = [
  vsftpdOpen,
  vsftpdDenied,
  openssh,
  opensshDenied,
  nginx,
  exim,
  dovecot,
  mariadb,
  postgresql,
  redis,
  memcached,
  slapd,
  mosquitto,
  rsync,
  snmpd,
  xvnc,
  dnsmasq,
];

/** Every server of the lab. */
export const allServers: readonly LabServer[] = [...realServers, nameServers, timeServer, scripted, scriptedFar];

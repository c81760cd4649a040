import { amqp } from './amqp.ts';
import { dns } from './dns.ts';
import { elasticsearch } from './elasticsearch.ts';
import { ftp } from './ftp.ts';
import { ftps } from './ftps.ts';
import { http } from './http.ts';
import { https } from './https.ts';
import { imap } from './imap.ts';
import { imaps } from './imaps.ts';
import { ipp } from './ipp.ts';
import { jetdirect } from './jetdirect.ts';
import { ldap } from './ldap.ts';
import { ldaps } from './ldaps.ts';
import { memcached } from './memcached.ts';
import { mongodb } from './mongodb.ts';
import { mqtt } from './mqtt.ts';
import { mysql } from './mysql.ts';
import { ntp } from './ntp.ts';
import { oracle } from './oracle.ts';
import { pop3 } from './pop3.ts';
import { pop3s } from './pop3s.ts';
import { postgresql } from './postgresql.ts';
import { rdp } from './rdp.ts';
import { redis } from './redis.ts';
import { rsync } from './rsync.ts';
import type { Service } from './service.ts';
import { sip } from './sip.ts';
import { sips } from './sips.ts';
import { smb } from './smb.ts';
import { smtp } from './smtp.ts';
import { smtps } from './smtps.ts';
import { snmp } from './snmp.ts';
import { sqlServer } from './sql-server.ts';
import { ssh } from './ssh.ts';
import { submission } from './submission.ts';
import { telnet } from './telnet.ts';
import { vnc } from './vnc.ts';
import { winrm } from './winrm.ts';
import { x11 } from './x11.ts';

/** Every service Sonde knows, in the order a list of them is shown: files and shells, mail, names, web, desktops, stores, the rest. */
export const services: readonly Service[] = [
  ...[ftp, ftps, ssh, telnet, rsync, smb],
  ...[smtp, submission, smtps, pop3, pop3s, imap, imaps],
  ...[dns, ldap, ldaps, ntp, snmp],
  ...[http, https, winrm, elasticsearch, ipp, jetdirect],
  ...[rdp, vnc, x11, sip, sips],
  ...[mysql, postgresql, sqlServer, oracle, redis, mongodb, memcached],
  ...[amqp, mqtt],
];

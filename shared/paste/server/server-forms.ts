import type { OutputForm } from '../output/output-form.ts';
import { hostsAccess } from './access.ts';
import { dig } from './dig.ts';
import { findNetRoute } from './find-netroute.ts';
import { firewallCmd } from './firewall-cmd.ts';
import { getNetTcpConnection } from './get-nettcpconnection.ts';
import { ipRoute } from './ip-route.ts';
import { iptables } from './iptables.ts';
import { ldd } from './ldd.ts';
import { log } from './log.ts';
import { lsof } from './lsof.ts';
import { netstat } from './netstat.ts';
import { nft } from './nft.ts';
import { nslookup } from './nslookup.ts';
import { ps } from './ps.ts';
import { resolveDnsName } from './resolve-dnsname.ts';
import { serviceState } from './service-state.ts';
import { smallAnswers } from './small-answers.ts';
import { ss } from './ss.ts';
import { ufw } from './ufw.ts';
import { windowsFirewall } from './windows-firewall.ts';

/** Every output of a server that is read, in the order it is looked for. */
export const serverForms: readonly OutputForm[] = [
  dig,
  nslookup,
  resolveDnsName,
  nft,
  iptables,
  firewallCmd,
  ufw,
  windowsFirewall,
  getNetTcpConnection,
  findNetRoute,
  ss,
  netstat,
  lsof,
  serviceState,
  ldd,
  ipRoute,
  ps,
  log,
  hostsAccess,
  smallAnswers,
];

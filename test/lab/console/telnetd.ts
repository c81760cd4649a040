import type { LabServer } from '../servers/server.ts';
import { addresses } from '../topology.ts';

/** The telnetd of GNU inetutils, which negotiates before its first word; it expects its connection where inetd puts it. */
export const telnetd: LabServer = {
  name: 'telnetd',
  host: 'server',
  listens: [`${addresses.various}:23`],
  prepare: () => Promise.resolve(['socat', `TCP-LISTEN:23,bind=${addresses.various},reuseaddr,fork`, 'EXEC:/usr/sbin/telnetd,nofork']),
};

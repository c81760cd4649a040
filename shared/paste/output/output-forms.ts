import { curl } from './forms/curl.ts';
import { devTcp } from './forms/dev-tcp.ts';
import { exitCodeAlone } from './forms/exit-code.ts';
import { nameLookup } from './forms/name-lookup.ts';
import { ncBusybox } from './forms/nc-busybox.ts';
import { ncOpenbsd } from './forms/nc-openbsd.ts';
import { ncTraditional } from './forms/nc-traditional.ts';
import { ncat } from './forms/ncat.ts';
import { ping } from './forms/ping.ts';
import { portQry } from './forms/portqry.ts';
import { python } from './forms/python.ts';
import { ssh } from './forms/ssh.ts';
import { telnet } from './forms/telnet.ts';
import { telnetWindows } from './forms/telnet-windows.ts';
import { testNetConnection } from './forms/test-netconnection.ts';
import { traceroute } from './forms/traceroute.ts';
import { wordsAlone } from './forms/words-alone.ts';
import { serverForms } from '../server/server-forms.ts';
import type { OutputForm } from './output-form.ts';

/** Every output that is read, in the order it is looked for: those with words nobody else prints come first. */
export const outputForms: readonly OutputForm[] = [
  testNetConnection,
  portQry,
  telnetWindows,
  devTcp,
  curl,
  ncat,
  ncBusybox,
  ncOpenbsd,
  ncTraditional,
  ssh,
  python,
  traceroute,
  ping,
  ...serverForms,
  telnet,
  nameLookup,
  wordsAlone,
  exitCodeAlone,
];

import type { OutputForm } from '../output-form.ts';
import { readPort } from '../read-port.ts';
import { notConnected, unsaidCause } from '../tell-endpoint.ts';

/** The telnet of Windows. It never says why it failed, and clears the screen once connected, so only failures can be pasted. */
export const telnetWindows: OutputForm = {
  name: 'telnet (Windows)',
  needsTarget: false,
  read: ({ lines }) => {
    const told = lines.flatMap((line) => {
      const [, host = null, portText] = failed.exec(line) ?? [];
      return portText === undefined ? [] : [notConnected({ host, port: readPort(portText), transport: 'tcp' }, unsaidCause, line)];
    });
    return told.length === 0 ? null : told;
  },
};

/** Other languages keep "Host...", a comma before the port's word and a colon after its number. */
const failed = /^(?:Connecting To (\S{1,253}?)\.{3})?Could not open connection to the host, on port (\d{1,5}): /u;

import { firstAddress } from '../first-address.ts';
import type { OutputForm } from '../output-form.ts';
import { readTracepath } from '../tracepath.ts';
import { readUnixTraceroute } from '../traceroute-unix.ts';
import { readWindowsTracert } from '../tracert-windows.ts';

/** traceroute of Linux, inetutils, BusyBox and macOS, tracepath, and tracert of Windows. */
export const traceroute: OutputForm = {
  name: 'traceroute',
  needsTarget: false,
  read: ({ lines, command }, { addresses }) => {
    const found = readUnixTraceroute(lines) ?? readTracepath(lines) ?? readWindowsTracert(lines);
    if (found === null) return null;
    const address = found.address ?? firstAddress(command ?? '') ?? addresses[0] ?? null;
    return address === null ? [] : [{ kind: 'measured', request: { kind: 'traceroute', address, port: null }, finding: found.finding }];
  },
};

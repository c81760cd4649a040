import { firstAddress } from '../first-address.ts';
import type { OutputForm } from '../output-form.ts';
import { readUnixPing } from '../ping-unix.ts';
import { readWindowsPing } from '../ping-windows.ts';
import { readErrno } from '../read-errno.ts';
import { notResolved } from '../tell-endpoint.ts';
import type { ToldEndpoint } from '../told.ts';

/** ping of iputils, inetutils, BusyBox, macOS and Windows. */
export const ping: OutputForm = {
  name: 'ping',
  needsTarget: false,
  read: ({ lines, command }, { addresses }) => {
    const unnamed = lines.flatMap(readUnnamed);
    if (unnamed.length > 0) return unnamed;
    const found = readUnixPing(lines) ?? readWindowsPing(lines);
    if (found === null) return null;
    const address = found.address ?? firstAddress(command ?? '') ?? addresses[0] ?? null;
    return address === null ? [] : [{ kind: 'measured', request: { kind: 'ping', address }, finding: found.finding }];
  },
};

/** iputils and macOS with the resolver's words, inetutils, BusyBox, Windows in the languages found. */
const unnamed =
  /^ping6?: (?:cannot resolve (\S{1,253}): (.+)|(\S{1,253}): (.+)|(unknown) host|bad address '(\S{1,253})')$|^(?:Ping request could not find host|Ping-Anforderung konnte Host|La requ.te Ping n.a pas pu trouver l.h.te|La solicitud de ping no pudo encontrar el host) "?([^\s"]{1,253}?)"?(?:\. | |$)/u;

function readUnnamed(line: string): readonly ToldEndpoint[] {
  const [found, macHost, macReason, host, reason, unknown, busyboxHost, windowsHost] = unnamed.exec(line) ?? [];
  if (found === undefined) return [];
  const name = macHost ?? host ?? busyboxHost ?? windowsHost ?? null;
  const cause = readErrno(macReason ?? reason ?? '');
  const isOfName =
    cause?.code.startsWith('dns_') === true || unknown !== undefined || busyboxHost !== undefined || windowsHost !== undefined;
  return isOfName ? [notResolved({ host: name }, cause ?? { code: 'dns_failed', systemCode: null }, line)] : [];
}

import type { OutputForm } from '../output-form.ts';
import { readErrno } from '../read-errno.ts';
import { notResolved } from '../tell-endpoint.ts';

/** "host: Name or service not known": how telnet on macOS, traceroute, tracepath and many others say that a name gave no address. */
export const nameLookup: OutputForm = {
  name: 'name lookup',
  needsTarget: false,
  read: ({ lines }) => {
    const told = lines.flatMap((line) => {
      const [, host, reason = ''] = /^(?:\S{1,60}: )?([^\s:]{1,253}): (.{3,200})$/u.exec(line) ?? [];
      const cause = host === undefined ? null : readErrno(reason);
      return host === undefined || cause?.code.startsWith('dns_') !== true ? [] : [notResolved({ host }, cause, line)];
    });
    return told.length === 0 ? null : told.slice(0, 1);
  },
};

import type { OutputForm } from '../output-form.ts';
import { noise, readDialogue, type DialogueLine } from '../read-dialogue.ts';
import { readPort } from '../read-port.ts';
import { readAnyErrno, readErrno } from '../read-errno.ts';
import { closedByPeer, connected, endedAt, notConnected, notResolved, ownLimit } from '../tell-endpoint.ts';
import type { ToldCause } from '../told.ts';

/**
 * nc of OpenBSD as Debian ships it, old and new, and as macOS does: "succeeded!" or one line an address.
 *
 * Before 1.106 it did not print the address behind a name; macOS writes "port" before the number and says connectx.
 */
export const ncOpenbsd: OutputForm = {
  name: 'nc',
  needsTarget: false,
  read: ({ lines }) => readDialogue(lines, readLine),
};

const succeeded =
  /^Connection to (?:(\S{1,253}) )?(?:\((\S{1,64})\) )?(?:port )?(\S{1,40}) (?:port )?\[(tcp|udp)\/[^\]]{0,40}\] succeeded!$/u;
const unanswered =
  /^\S{0,60}nc\S{0,20}: connectx? to (?:(\S{1,253}) )?(?:\((\S{1,64})\) )?port (\S{1,40}) \((tcp|udp)\) (failed|timed out): (.+)$/u;
const unnamed = /^\S{0,60}nc\S{0,20}: getaddrinfo(?: for host "([^"]{1,253})" port (\S{1,40}))?: (.+)$/u;
const unbound = /^\S{0,60}nc\S{0,20}: bind failed: (.+)$/u;
const broken = /^\S{0,60}nc\S{0,20}: (?:read|write|read failed|write failed|Write error)(?: \([^)]{0,20}\))?: (.+)$/u;

function readLine(line: string): DialogueLine | null {
  return readSucceeded(line) ?? readUnanswered(line) ?? readUnnamed(line) ?? readOther(line);
}

function readSucceeded(line: string): DialogueLine | null {
  const [, host = null, address = host, portText, transport] = succeeded.exec(line) ?? [];
  if (portText === undefined) return null;
  const place = { host, address, port: readPort(portText) };
  if (transport === 'tcp') return connected({ ...place, transport });
  // For UDP it says so when nothing came back at all (nc(1), CAVEATS).
  const cause: ToldCause = { code: 'udp_silence', systemCode: null };
  const attempts = address === null ? [] : [{ address, cause }];
  return endedAt('request', { ...connected({ ...place, transport: 'udp' }), attempts }, { cause, line });
}

function readUnanswered(line: string): DialogueLine | null {
  const [, host = null, address = host, portText, transport, how, reason = ''] = unanswered.exec(line) ?? [];
  if (portText === undefined) return null;
  const place = { host, address, port: readPort(portText), transport: transport === 'udp' ? 'udp' : 'tcp' } as const;
  return notConnected(place, how === 'timed out' ? ownLimit : readAnyErrno(reason), line);
}

function readUnnamed(line: string): DialogueLine | null {
  const [, host = null, portText, reason] = unnamed.exec(line) ?? [];
  if (reason === undefined) return null;
  return notResolved({ host, port: portText === undefined ? null : readPort(portText) }, readAnyErrno(reason), line);
}

function readOther(line: string): DialogueLine | null {
  const unboundReason = unbound.exec(line)?.[1];
  if (unboundReason !== undefined) return notConnected({}, readAnyErrno(unboundReason), line);
  const brokenReason = broken.exec(line)?.[1];
  if (brokenReason !== undefined) return { kind: 'ended', cause: readErrno(brokenReason) ?? closedByPeer };
  return /^\S{0,60}nc\S{0,20}: /u.test(line) ? noise : null;
}

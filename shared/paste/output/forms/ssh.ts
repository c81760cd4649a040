import type { OutputForm } from '../output-form.ts';
import { noise, readDialogue, type DialogueLine } from '../read-dialogue.ts';
import { readAnyErrno, readErrno } from '../read-errno.ts';
import { readPort } from '../read-port.ts';
import { closedByPeer, connected, endedAt, notConnected, notResolved } from '../tell-endpoint.ts';

/** OpenSSH's client, and sftp and scp through it, with or without -v. A refused login means that the service works. */
export const ssh: OutputForm = {
  name: 'ssh',
  needsTarget: false,
  read: ({ lines }) => readDialogue(lines, readLine),
};

const failed = /^ssh: connect to host (\S{1,253}) port (\d{1,5}): (.+)$/u;
const unnamed = /^ssh: Could not resolve hostname (\S{1,253}): (.+)$/u;
const dropped = /^(?:kex_exchange_identification|ssh_exchange_identification|banner exchange): (.+)$/u;
const closed = /^Connection (?:closed|reset|to) (?:by )?(\S{2,253}) port (\d{1,5})(?: timed out| \[preauth\])?$/u;
const established = /^debug1: Connecting to (\S{1,253}) (?:\[(\S{2,64})\] )?port (\d{1,5})\.$/u;
const refusedLogin = /^(?:\S{1,80}@)?(\S{1,253}): Permission denied \(/u;

function readLine(line: string): DialogueLine | null {
  const [, host, portText = '', reason = ''] = failed.exec(line) ?? [];
  if (host !== undefined)
    return notConnected({ host, address: null, port: readPort(portText), transport: 'tcp' }, readAnyErrno(reason), line);
  const [, name, why = ''] = unnamed.exec(line) ?? [];
  if (name !== undefined) return notResolved({ host: name }, readAnyErrno(why), line);
  return readTalk(line);
}

function readTalk(line: string): DialogueLine | null {
  const [, peer, portText = ''] = closed.exec(line) ?? [];
  if (peer !== undefined) return endAt({ peer, portText, line });
  const [, host] = refusedLogin.exec(line) ?? [];
  if (host !== undefined) return connected({ host, transport: 'tcp' });
  return dropped.test(line) || established.test(line) || /^(?:debug\d: |Warning: |OpenSSH_|The authenticity of host)/u.test(line)
    ? noise
    : null;
}

function endAt({ peer, portText, line }: { readonly peer: string; readonly portText: string; readonly line: string }): DialogueLine {
  const place = connected({ host: peer, address: peer, port: readPort(portText), transport: 'tcp' });
  const cause = line.endsWith('timed out')
    ? ({ code: 'no_greeting', systemCode: null } as const)
    : line.includes(' reset ')
      ? (readErrno('Connection reset by peer') ?? closedByPeer)
      : closedByPeer;
  return endedAt('greeting', place, { cause, line });
}

import type { OutputForm } from '../output-form.ts';
import { noise, readDialogue, type DialogueLine } from '../read-dialogue.ts';
import { readAnyErrno, readErrno } from '../read-errno.ts';
import { readPort } from '../read-port.ts';
import { closedByPeer, connected, notConnected, notResolved, ownLimit } from '../tell-endpoint.ts';

/** ncat of Nmap, also what Red Hat ships as nc. It names neither host nor port when it fails: both come from the command or the case. */
export const ncat: OutputForm = {
  name: 'ncat',
  needsTarget: false,
  read: ({ lines }) => {
    let isConnected = false;
    return readDialogue(lines, (line) => {
      const known = readLine(line, isConnected);
      isConnected ||= known?.kind === 'endpoint' && known.failure === null;
      return known;
    });
  },
};

const open = /^Ncat: Connected to (\S{2,64}):(\d{1,5})\.$/u;
const next = /^Ncat: Connection to (\S{2,64}) failed: (.+)$/u;
const unnamed = /^Ncat: Could not resolve hostname "([^"]{1,253})": (.{1,200}?)(?:\. QUITTING\.)?$/u;

function readLine(line: string, isConnected: boolean): DialogueLine | null {
  if (!line.startsWith('Ncat: ')) return null;
  const [, address, portText = ''] = open.exec(line) ?? [];
  if (address !== undefined) return connected({ address, port: readPort(portText), transport: 'tcp' });
  const [, tried, reason = ''] = next.exec(line) ?? [];
  if (tried !== undefined) return notConnected({ address: tried }, readAnyErrno(reason), line);
  const [, host, why = ''] = unnamed.exec(line) ?? [];
  if (host !== undefined) return notResolved({ host }, readAnyErrno(why), line);
  const said = line.slice('Ncat: '.length);
  const cause = said === 'TIMEOUT.' ? ownLimit : readErrno(said);
  if (cause === null)
    return isConnected && /^Idle timeout expired/u.test(said) ? { kind: 'ended', cause: { code: 'no_greeting', systemCode: null } } : noise;
  return isConnected
    ? { kind: 'ended', cause: cause.code === 'connection_timed_out' ? closedByPeer : cause }
    : notConnected({}, cause, line);
}

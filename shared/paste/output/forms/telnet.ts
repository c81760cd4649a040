import type { OutputForm } from '../output-form.ts';
import { noise, readDialogue, type DialogueLine } from '../read-dialogue.ts';
import { readAnyErrno } from '../read-errno.ts';
import { readPort } from '../read-port.ts';
import { closedByPeer, connected, notConnected, notResolved } from '../tell-endpoint.ts';
import type { ToldAttempt, ToldEndpoint } from '../told.ts';

/**
 * telnet of inetutils, netkit and the BSDs (macOS, Red Hat). Piped, its messages come before "Trying": the addresses tried and the
 * outcomes are matched in their order. It never prints the port of a failure.
 */
export const telnet: OutputForm = {
  name: 'telnet',
  needsTarget: false,
  read: ({ lines }) => {
    const tried = lines.flatMap((line) => /^Trying (\S{2,64}?)\.\.\.$/u.exec(line)?.[1] ?? []);
    const told = readDialogue(lines, readLine);
    if (told === null) return tried.length === 0 ? null : [];
    return [gather(told, tried)];
  },
};

const open = /^Connected to (\S{1,253}?)\.?$/u;
const failed = /^(?:telnet: connect to address (\S{2,64}): |telnet: Unable to connect to remote host: |Connection failed: )(.+)$/u;
const unnamed = /^Server lookup failure: {1,2}(\S{1,253}?):(\S{1,40}), (.+)$|^telnet: could not resolve (\S{1,253})\/(\S{1,40}): (.+)$/u;
const unnamedBriefly = /^telnet: (\S{1,253}): (.+)$/u;

function readLine(line: string): DialogueLine | null {
  if (/^Trying |^Escape character is |^telnet: Unable to connect to remote host$/u.test(line)) return noise;
  const host = open.exec(line)?.[1];
  if (host !== undefined) return connected({ host, transport: 'tcp' });
  const [, address = null, reason] = failed.exec(line) ?? [];
  if (reason !== undefined) return notConnected({ address, transport: 'tcp' }, readAnyErrno(reason), line);
  if (/^Connection closed(?: by foreign host)?\.?$/u.test(line)) return { kind: 'ended', cause: closedByPeer };
  return readName(line);
}

function readName(line: string): DialogueLine | null {
  const [, one, onePort, oneReason, two = one, twoPort = onePort, twoReason = oneReason] = unnamed.exec(line) ?? [];
  if (two !== undefined) return notResolved({ host: two, port: readPort(twoPort ?? '') }, readAnyErrno(twoReason ?? ''), line);
  const [, host, reason = ''] = unnamedBriefly.exec(line) ?? [];
  if (host === undefined) return null;
  const cause = readAnyErrno(reason);
  return cause.code.startsWith('dns_') ? notResolved({ host }, cause, line) : null;
}

/** One run of telnet dials one endpoint, whatever number of addresses it has. */
function gather(told: readonly ToldEndpoint[], tried: readonly string[]): ToldEndpoint {
  const last = told.at(-1) ?? connected({});
  const attempts = told.flatMap(({ attempts: [known], failure }, index): readonly ToldAttempt[] => {
    const address = known?.address ?? tried[index];
    return address === undefined ? [] : [{ address, cause: failure?.stage === 'connect' ? failure : null }];
  });
  return {
    ...last,
    host: last.host ?? tried.at(-1) ?? null,
    attempts: attempts.map(({ address, cause }) => ({ address, cause: cause && { code: cause.code, systemCode: cause.systemCode } })),
  };
}

import { recogniseGreeting, serviceOfPort } from '../../../service/find-service.ts';
import { textBytes } from '../../../service/request-bytes.ts';
import { portsOf } from '../../port-list.ts';
import { readTarget } from '../../read-target.ts';
import type { OutputForm } from '../output-form.ts';
import { connected } from '../tell-endpoint.ts';

/** `nc host port` without -v prints nothing of its own: what a service said by itself shows that it was reached. */
export const wordsAlone: OutputForm = {
  name: 'greeting',
  needsTarget: false,
  read: ({ lines, program, command }) => {
    if (command === null || program === null || !connectors.has(program) || lines.length === 0) return null;
    const isSpoken = isGreeting(textBytes(`${lines.join('\r\n')}\r\n`), command) || /^HTTP\/\d/u.test(lines[0] ?? '');
    return isSpoken ? [{ ...connected({}), words: lines.join('\n') }] : null;
  },
};

const connectors: ReadonlySet<string> = new Set(['nc', 'netcat', 'nc.openbsd', 'nc.traditional', 'ncat', 'telnet']);

/** Of the service the port is for, or of the only one that greets so. */
function isGreeting(bytes: Uint8Array, command: string): boolean {
  const reading = readTarget(command);
  const [port] = reading.kind === 'read' ? portsOf(reading.ports) : [];
  const expected = port === undefined ? null : serviceOfPort({ port, transport: 'tcp' })?.readGreeting?.(bytes);
  const kind = expected?.kind ?? recogniseGreeting(bytes)?.reading.kind;
  return kind === 'welcome' || kind === 'rejection';
}

import { plainPunctuation } from '../clean-text.ts';
import { splitCommands } from '../command/split-commands.ts';
import { unwrapCommand } from '../command/unwrap-command.ts';
import { readPlace } from '../read-place.ts';
import { unreadable } from '../target-reading.ts';
import type { TextForm } from '../text-form.ts';

/**
 * bash's /dev/tcp/HOST/PORT and /dev/udp/HOST/PORT, wherever they stand in a command; `timeout 5` before it is the limit.
 *
 * The same one may come several times (open, then close); two different ones are two commands.
 */
export const devTcp: TextForm = {
  name: 'dev-tcp',
  read: (pasted) => {
    const text = plainPunctuation(pasted);
    const [first, second] = new Set(Array.from(text.matchAll(device), ([found]) => found));
    if (first === undefined) return null;
    if (second !== undefined) return unreadable({ kind: 'several_commands' });
    const [, , transport, host = '', port = ''] = first.split('/');
    const place = readPlace([host, port], null);
    if (place.kind === 'no_place') return unreadable(place.problem);
    return {
      kind: 'read',
      form: 'dev-tcp',
      host: place.host,
      ports: place.ports,
      transport: transport === 'udp' ? 'udp' : 'tcp',
      options: limitOf(text),
    };
  },
};

/** Bounded, and not inside a URL's path. */
const device = /(?<=^|[\s<>"'(=;|&])\/dev\/(?:tcp|udp)\/[^\s/"'<>;|&()]{1,300}(?:\/[^\s/"'<>;|&()]{1,60})?/gu;

function limitOf(text: string): { readonly timeoutMs?: number } {
  const [command] = splitCommands(text).commands.flatMap((words) => unwrapCommand(words, 0));
  return command?.limitMs ? { timeoutMs: command.limitMs } : {};
}

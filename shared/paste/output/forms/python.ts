import type { OutputForm } from '../output-form.ts';
import { readAnyErrno, readErrno, readWinSockNumber } from '../read-errno.ts';
import { connected, notConnected, ownLimit } from '../tell-endpoint.ts';
import type { ToldCause } from '../told.ts';

/**
 * A socket exception of Python, with or without its traceback, and what the usual script prints around it ("Couldn't connect to server:",
 * "Connected"). It names neither host nor port: both come from the case.
 */
export const python: OutputForm = {
  name: 'Python',
  needsTarget: false,
  read: ({ lines, program }) => {
    for (const line of lines.toReversed()) {
      const cause = readException(line);
      if (cause !== null) return [notConnected({ transport: 'tcp' }, cause, line)];
    }
    const isPython = program !== null && /^py(?:thon[\d.]*)?$/u.test(program);
    return isPython && lines.includes('Connected') ? [connected({ transport: 'tcp' })] : null;
  },
};

const exception =
  /(?:^|[\s:])(?:ConnectionRefusedError|ConnectionResetError|ConnectionAbortedError|TimeoutError|PermissionError|BrokenPipeError|OSError|IOError|socket\.(?:error|timeout|gaierror|herror)|Couldn't connect to server)(?:: | )(?:\[(?:Errno|WinError) (-?\d{1,6})\] )?(.{1,300})$/u;

function readException(line: string): ToldCause | null {
  const [, number, text = ''] = exception.exec(line) ?? [];
  if (text === '') return null;
  if (/^timed out$/u.test(text)) return ownLimit;
  // The text of a WinError is in the language of Windows; its number is not.
  const known = readWinSockNumber(Number(number ?? 0)) ?? readErrno(text);
  return known ?? (number === undefined ? null : readAnyErrno(text));
}

import { expect, test } from 'vitest';

import { withLineEnding } from '../../../../electron/cli/console/with-line-ending.ts';

const endings = ['crlf', 'lf', 'cr', 'none'] as const;

function sent(typed: string, terminalEnding: string): readonly string[] {
  return endings.map((ending) => Buffer.from(withLineEnding({ typed: Buffer.from(typed), terminalEnding }, ending)).toString());
}

test.each(['\n', '\r\n'])('a line of a terminal that ends lines in %j is sent with the ending that was chosen, once', (terminalEnding) => {
  expect(sent(`QUIT${terminalEnding}`, terminalEnding)).toEqual(['QUIT\r\n', 'QUIT\n', 'QUIT\r', 'QUIT']);
  expect(sent(terminalEnding, terminalEnding)).toEqual(['\r\n', '\n', '\r', '']);
  // Typed masked it ends in LF on every system.
  expect(sent('secret\n', terminalEnding)[0]).toBe('secret\r\n');
});

test('a carriage return that a person typed is sent', () => {
  expect(sent('QUIT\r\n', '\n')).toEqual(['QUIT\r\r\n', 'QUIT\r\n', 'QUIT\r\r', 'QUIT\r']);
});

test('what Ctrl-D ended is sent as it is', () => {
  expect(sent('QUIT', '\n')).toEqual(['QUIT', 'QUIT', 'QUIT', 'QUIT']);
});

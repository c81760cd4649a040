import { expect, test } from 'vitest';

import { findBytes } from '../../../shared/console/find-bytes.ts';
import { Transcript } from '../../../shared/console/transcript.ts';

function heard(...texts: readonly string[]): Transcript {
  const transcript = new Transcript('tcp');
  for (const [place, text] of texts.entries()) transcript.add({ kind: 'received', atMs: place, bytes: Buffer.from(text, 'latin1') });
  return transcript;
}

test('bytes are found in every line, those that overlap too', () => {
  const found = findBytes(heard('aaa\r\n', 'xaa\r\n').lines(), Buffer.from('aa'));
  expect(found).toEqual([
    { lineNumber: 1, from: 0, to: 2 },
    { lineNumber: 1, from: 1, to: 3 },
    { lineNumber: 2, from: 1, to: 3 },
  ]);
  expect(findBytes(heard('abc').lines(), Buffer.from('cd'))).toEqual([]);
  expect(findBytes(heard('abc').lines(), new Uint8Array())).toEqual([]);
});

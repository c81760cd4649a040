import { expect, test } from 'vitest';

import { byteRows, countByteRows } from '../../../shared/console/byte-rows.ts';
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

test('a line has a row for each sixteen bytes, and one that says when where that is new', () => {
  const [first, second] = heard(`${'x'.repeat(40)}\ny\n`).lines();
  if (first === undefined || second === undefined || first.kind === 'note') throw new Error('There are two lines.');
  expect(countByteRows(first, undefined)).toBe(4);
  expect(countByteRows(second, first)).toBe(1);
  expect(byteRows(first, 'hex').map(({ offsetBytes }) => offsetBytes)).toEqual([0, 16, 32]);
  expect(byteRows(first, 'escapes').at(-1)?.pairs.at(-1)).toBe(String.raw`\n`);
  expect(byteRows(first, 'decimal').at(-1)?.pairs.at(-1)).toBe('010');
});

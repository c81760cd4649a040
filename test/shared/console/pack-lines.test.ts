import fc from 'fast-check';
import { expect, test } from 'vitest';

import { packLines, unpackLines } from '../../../shared/console/pack-lines.ts';
import type { TranscriptLine } from '../../../shared/console/transcript-line.ts';

const bytes = fc.uint8Array({ maxLength: 50 });
const place = { number: fc.nat(), atMs: fc.nat() };

const dataLine: fc.Arbitrary<TranscriptLine> = fc.record({
  ...place,
  kind: fc.constantFrom('received', 'sent'),
  bytes,
  sizeBytes: fc.nat(),
  offsetBytes: fc.nat(),
  withheld: fc.constantFrom('secret', 'sent', null),
  isRedacted: fc.boolean(),
});

const noteLine: fc.Arbitrary<TranscriptLine> = fc
  .record({ ...place, body: bytes, option: fc.nat(255), isTelnet: fc.boolean() })
  .map(({ number, atMs, body, option, isTelnet }) => ({
    kind: 'note',
    number,
    atMs,
    event: isTelnet
      ? { kind: 'telnet', atMs, side: 'peer', signal: { kind: 'subnegotiation', option, body } }
      : { kind: 'finished', atMs, side: 'you' },
  }));

test('any lines come back as they were packed', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(dataLine, noteLine), { maxLength: 20 }), (lines) => {
      expect(unpackLines(packLines(lines))).toEqual(lines);
    }),
  );
});

test('a line shares its memory with no other', () => {
  const [line] = unpackLines({ heads: '[["r",1,1,2,2,0,null,0]]', bytes: Buffer.from('ab') }) ?? [];
  expect(line?.kind === 'received' && line.bytes.buffer.byteLength).toBe(2);
});

test.each([
  ['no JSON', 'x', ''],
  ['no list', '{}', ''],
  ['bytes that are missing', '[["r",1,1,9,9,0,null,0]]', 'abc'],
  ['bytes that nobody claims', '[["r",1,1,1,1,0,null,0]]', 'abc'],
  ['an unknown kind', '[["q",1,1,1,1,0,null,0]]', 'a'],
  ['a note that is data', '[["n",1,1,0,{"kind":"received","atMs":1,"bytes":[]}]]', ''],
  ['a note that never happens', '[["n",1,1,0,{"kind":"exploded","atMs":1}]]', ''],
  ['a size below nothing', '[["r",1,1,-1,1,0,null,0]]', ''],
])('%s is not what was packed', (_, heads, text) => {
  expect(unpackLines({ heads, bytes: Buffer.from(text) })).toBe(null);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { LastBytes } from '../../../electron/console/last-bytes.ts';

test('the last bytes are the end of all that came, however it was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 30 })), (chunks) => {
      const last = new LastBytes(8);
      for (const chunk of chunks) last.add(chunk);
      expect([...last.bytes]).toEqual(chunks.flatMap((chunk) => [...chunk]).slice(-8));
    }),
  );
});

test('once they are forgotten, only what comes after counts', () => {
  const last = new LastBytes(4);
  last.add(Buffer.from('abc'));
  last.clear();
  last.add(Buffer.from('d'));
  expect([...last.bytes]).toEqual([...Buffer.from('d')]);
});

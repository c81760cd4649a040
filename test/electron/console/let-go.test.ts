import { expect, test } from 'vitest';

import { letGo } from '../../../electron/console/let-go.ts';

test('memory that nobody else knows is given back', () => {
  const bytes = new Uint8Array(65_536);
  letGo(bytes);
  expect(bytes.buffer.byteLength).toBe(0);
});

test('memory that others share stays as it was', () => {
  const [first, second] = [Buffer.from('one of a pool'), Buffer.from('another of it')];
  letGo(first);
  expect(first.toString()).toBe('one of a pool');
  expect(second.toString()).toBe('another of it');
});

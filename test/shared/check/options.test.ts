import { expect, test } from 'vitest';

import { CHECK_LIMIT_MS, DEFAULT_TIMEOUT_MS, fillOptions } from '../../../shared/check/options.ts';

test('what is not chosen gets its default', () => {
  expect(fillOptions({ timeoutMs: 1_000 })).toEqual({
    timeoutMs: 1_000,
    connectOnly: false,
    address: null,
    tls: 'auto',
    family: null,
    source: null,
    service: null,
    path: '/',
    controlName: 'example.com',
  });
  expect(fillOptions().timeoutMs).toBe(DEFAULT_TIMEOUT_MS);
});

test.each([
  { timeoutMs: 0 },
  { timeoutMs: CHECK_LIMIT_MS + 1 },
  { timeoutMs: 1.5 },
  { path: 'no-slash' },
  { path: '/a b' },
  { path: '/\r\nX: y' },
])('options out of range are refused: %j', (chosen) => {
  expect(() => fillOptions(chosen)).toThrow();
});

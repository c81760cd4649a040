import fc from 'fast-check';
import { expect, test } from 'vitest';

import { plainEndpoint } from '../../../electron/cli/plan.ts';
import { readEndpoint } from '../../../shared/paste/read-endpoint.ts';
import { readTarget } from '../../../shared/paste/read-target.ts';

test('what is taken for a plain endpoint reads the same through every form', () => {
  fc.assert(
    fc.property(fc.stringMatching(new RegExp(plainEndpoint.source, 'u')), (text) => {
      expect(readEndpoint(text)).toEqual(readTarget(text));
    }),
    { numRuns: 2_000 },
  );
});

test.each(['web1.example.net:80', '203.0.113.96:80', '203.0.113.96 80', '[2001:db8::1]:443', 'localhost:1', 'nc:80'])(
  '%s is a plain endpoint',
  (text) => {
    expect(text).toMatch(plainEndpoint);
  },
);

test.each([
  'https://web1.example.net:80',
  'nc 80',
  'ssh host',
  'host:1-9',
  'a b:80',
  '2001:db8::1 80',
  'host:80/udp',
  'host:80 443',
  '/dev/tcp/a/80',
])('%s is not', (text) => {
  expect(text).not.toMatch(plainEndpoint);
});

import * as v from 'valibot';
import { expect, test } from 'vitest';

import { formatTarget, targetSchema } from '../../../shared/check/target.ts';

test('an IPv6 address is written in brackets, a name is not', () => {
  expect(formatTarget({ host: '2001:db8::1', port: 80 })).toBe('[2001:db8::1]:80');
  expect(formatTarget({ host: 'db1.example.net', port: 5432 })).toBe('db1.example.net:5432');
});

test.each([
  ['', 80],
  ['DB1.example.net', 80],
  ['a b', 80],
  ['a\n', 80],
  ['$(id)', 80],
  ['-oProxyCommand=x', 80],
  ['-rf', 80],
  ['db1', 0],
  ['db1', 65_536],
  ['db1', 1.5],
])('the target %j port %d is refused at every door', (host, port) => {
  expect(v.is(targetSchema, { host, port, transport: 'tcp' })).toBe(false);
});

test('a scoped address and a name with an underscore are targets', () => {
  expect(v.is(targetSchema, { host: 'fe80::1%eth0', port: 22, transport: 'tcp' })).toBe(true);
  expect(v.is(targetSchema, { host: '_sip.example.net', port: 5060, transport: 'udp' })).toBe(true);
});

import fc from 'fast-check';
import { isIP } from 'node:net';
import { describe, expect, test } from 'vitest';

import { readAddress } from '../../../shared/check/ip-address.ts';

describe('readAddress', () => {
  test.each([
    ['203.0.113.96', '203.0.113.96', 4],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1', 6],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1', 6],
    ['0:0:0:0:0:0:0:0', '::', 6],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', 6],
    ['::ffff:203.0.113.5', '::ffff:203.0.113.5', 6],
    ['::FFFF:CB00:7105', '::ffff:203.0.113.5', 6],
    ['::203.0.113.5', '::cb00:7105', 6],
    ['64:ff9b::203.0.113.5', '64:ff9b::cb00:7105', 6],
    ['fe80::1%eth0', 'fe80::1%eth0', 6],
    ['FE80::1%12', 'fe80::1%12', 6],
  ] as const)('reads %s as %s', (text, address, family) => {
    expect(readAddress(text)).toEqual({ address, family });
  });

  test.each([
    '',
    'web1',
    '127.1',
    '010.0.0.1',
    '1.2.3.256',
    '1.2.3.4%eth0',
    '[::1]',
    ':::',
    '1::2::3',
    '12345::',
    '::1%',
    '::1%a b',
    '::1%a%b',
    '::1.2.3',
    '::01.2.3.4',
  ])('refuses %j', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  test('agrees with Node on what is an address', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'0123456789abcdefF:.'), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), nearly), (text) => {
        expect(readAddress(text)?.family ?? 0).toBe(isIP(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test('gives every IPv6 address one form, which Node takes for the same address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const address = readAddress(text)?.address ?? '';
        expect(readAddress(address)?.address).toBe(address);
        expect(new URL(`http://[${address}]/`).hostname).toBe(new URL(`http://[${text}]/`).hostname);
      }),
    );
  });
});

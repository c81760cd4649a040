import fc from 'fast-check';
import { domainToASCII } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { readHost } from '../../../shared/check/host-name.ts';
import { hostSchema } from '../../../shared/check/target.ts';

function hostOf(text: string): string {
  const reading = readHost(text);
  return reading.kind === 'host' ? reading.host : reading.problem.kind;
}

describe('readHost', () => {
  test.each([
    ['Web1.Example.NET', 'web1.example.net'],
    ['web1.example.net.', 'web1.example.net'],
    ['  web1 ', 'web1'],
    ['my_service', 'my_service'],
    ['web1-', 'web1-'],
    ['B\u00fccher.example', 'xn--bcher-kva.example'],
    ['BU\u0308CHER.example', 'xn--bcher-kva.example'],
    ['fa\u00df.example', 'xn--fa-hia.example'],
    ['\u03a3\u0391\u03a3.example', 'xn--mxa9ab.example'],
    ['\u4f8b\u3048\u3002\u30c6\u30b9\u30c8', 'xn--r8jz45g.xn--zckzah'],
    ['\uff57\uff45\uff42\uff11', 'web1'],
    ['\u24d4xample.com', 'example.com'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['203.0.113.96', '203.0.113.96'],
    ['[2001:DB8::0:1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['[FE80::1%Ethernet_2]', 'fe80::1%Ethernet_2'],
    ['1.2.3.4.example', '1.2.3.4.example'],
  ])('keeps %j as %s', (text, host) => {
    expect(hostOf(text)).toBe(host);
  });

  test.each([
    ['', 'host_missing'],
    ['.', 'host_missing'],
    ['[]', 'host_missing'],
    ['web 1', 'host_character'],
    ['web\u202e1', 'host_character'],
    ['\u0301web', 'host_character'],
    ['web1..example', 'host_label_empty'],
    ['a'.repeat(64), 'host_label_too_long'],
    [`${'a'.repeat(63)}.`.repeat(4), 'host_too_long'],
    ['-web1', 'host_begins_with_hyphen'],
    ['127.1', 'ipv4_short_form'],
    ['0x7f000001', 'ipv4_short_form'],
    ['0177.0.0.1', 'ipv4_leading_zero'],
    ['1.2.3.256', 'ipv4_unreadable'],
    ['1.2.3.4.5', 'ipv4_unreadable'],
    ['1::2::3', 'ipv6_unreadable'],
    ['fe80::1%', 'ipv6_unreadable'],
  ])('refuses %j for %s', (text, problem) => {
    expect(hostOf(text)).toBe(problem);
  });

  test('suggests the address most programs read in a short form', () => {
    expect(readHost('10.1')).toEqual({ kind: 'not_a_host', problem: { kind: 'ipv4_short_form', text: '10.1', suggestion: '10.0.0.1' } });
  });

  test('takes 63 characters a label and 253 a name, no more', () => {
    const longest = [63, 63, 63, 61].map((length) => 'a'.repeat(length)).join('.');
    expect(hostOf(longest)).toBe(longest);
    expect(hostOf(`${longest}a`)).toBe('host_too_long');
    expect(hostOf(`${longest}.`)).toBe(longest);
  });

  test('turns names of many scripts into the punycode Node makes of them', () => {
    const letters = fc.constantFrom(
      ...'abz019\u00e4\u00f6\u00fc\u00e9\u00f1\u0142\u03b1\u03b2\u03c9\u0436\u0434\u044f\u05d0\u05d1\u0639\u0628\u0915\u0916\u0e01\u4f8b\u3048\u30c6\ud55c\uae00\u00c4\u0416\u03a9',
    );
    const label = fc.string({ unit: letters, minLength: 1, maxLength: 12 }).filter((text) => !/^\d+$/u.test(text));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const name = labels.join('.');
        // Node refuses what breaks the rules of right-to-left names (RFC 5893); a resolver is the judge of those here.
        const known = domainToASCII(name);
        if (known !== '') expect(hostOf(name)).toBe(known);
      }),
    );
  });

  test('gives a host that can be kept and is kept the same when read again, or a problem, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.domain(), fc.ipV6()), (text) => {
        const reading = readHost(text);
        if (reading.kind === 'not_a_host') return;
        expect(v.is(hostSchema, reading.host)).toBe(true);
        expect(hostOf(reading.host)).toBe(reading.host);
      }),
      { numRuns: 2_000 },
    );
  });
});

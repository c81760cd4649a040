import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { displayHost } from '../../../shared/check/display-host.ts';
import { readHost } from '../../../shared/check/host-name.ts';

function shown(text: string): string {
  const reading = readHost(text);
  return reading.kind === 'host' ? displayHost(reading.host) : reading.problem.kind;
}

describe('displayHost', () => {
  test.each([
    'web1.example.net',
    '203.0.113.96',
    'fe80::1%eth0',
    'b\u00fccher.example',
    '\u4f8b\u3048.jp',
    '\u65e5\u672c\u8a9e\u30c6\u30b9\u30c8abc.jp',
    '\ud55c\uae00.kr',
    '\u0440\u043e\u0441\u0441\u0438\u044f.\u0440\u0444',
    '\u043c\u043e\u0441\u043a\u0432\u0430.com',
    '\u05d3\u05d5\u05d2\u05de\u05d4.example',
    '\u0909\u0926\u093e\u0939\u0930\u0923.example',
  ])('shows %s in its own script', (host) => {
    expect(shown(host)).toBe(host);
  });

  test.each([
    ['p\u0430ypal.com', 'Latin with one Cyrillic letter'],
    ['\u0430\u0440\u0440\u04cf\u0435.com', 'Cyrillic that looks Latin'],
    ['\u03bf\u03bb\u0430.example', 'Greek with Cyrillic'],
    ['\u3072\ud55c.example', 'Japanese with Korean'],
    ['i\u2764.example', 'a symbol'],
  ])('shows %s in punycode: %s', (host) => {
    expect(shown(host)).toMatch(/^xn--[a-z0-9-]+\.(?:com|example)$/u);
  });

  test('shows Cyrillic that looks Latin as it is under a Cyrillic top-level domain', () => {
    expect(shown('\u0430\u0440\u0440\u04cf\u0435.\u0440\u0444')).toBe('\u0430\u0440\u0440\u04cf\u0435.\u0440\u0444');
  });

  test.each(['xn--', 'xn--a', 'xn--zzzzzzzzz99', 'xn--abc-', 'xn--\u0301'])(
    'leaves %j alone, which is not punycode of anything',
    (label) => {
      expect(displayHost(`${label}.example`)).toBe(`${label}.example`);
    },
  );

  test('decides for each label', () => {
    expect(shown('p\u0430ypal.b\u00fccher.com')).toBe('xn--pypal-4ve.b\u00fccher.com');
  });

  test('never throws, and what it shows is read back as the same host', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(?:xn--)?[a-z0-9-]{1,20}\.[a-z]{2}$/u), (host) => {
        const reading = readHost(displayHost(host));
        if (reading.kind === 'host') expect(reading.host).toBe(host);
      }),
      { numRuns: 1_000 },
    );
  });
});

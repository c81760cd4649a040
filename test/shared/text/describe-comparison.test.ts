import { describe, expect, test } from 'vitest';

import type { Check } from '../../../shared/check/check.ts';
import { compareChecks } from '../../../shared/history/compare-checks.ts';
import { describeComparison } from '../../../shared/text/describe-comparison.ts';
import { describeDifference } from '../../../shared/text/describe-difference.ts';
import { english } from '../../../shared/text/english.ts';
import { attempt, refusal, sampleCheck } from '../../electron/store/sample-check.ts';
import { tlsCheck } from '../history/tls-check.ts';

const resolution = sampleCheck().resolution!;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function describePair(older: Check, newer: Check, firstFailedAtMs: number | null = null) {
  return describeComparison(compareChecks({ older, newer }), { firstFailedAtMs }, english);
}

/** No-break spaces as plain ones. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function resolvesTo(...addresses: readonly string[]): Check['resolution'] {
  return { ...resolution, addresses: addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) };
}

function changesOf(older: Partial<Check>, newer: Partial<Check>): string {
  return plain(describePair(sampleCheck(older), sampleCheck(newer)).changes);
}

describe('describeComparison', () => {
  test('says what moved and what was renewed, as support asks for it', () => {
    const failedAtMs = 100 * DAY_MS;
    const older = tlsCheck(
      { validFromMs: 10 * DAY_MS, validToMs: 400 * DAY_MS },
      { resolution: resolvesTo('203.0.113.96'), startedAtMs: 99 * DAY_MS },
    );
    const newer = tlsCheck(
      { validFromMs: failedAtMs - 2 * HOUR_MS, validToMs: 400 * DAY_MS, fingerprintSha256: 'BB:22' },
      { ...refusal, resolution: resolvesTo('203.0.113.97'), startedAtMs: failedAtMs + DAY_MS },
    );
    const { outcome, changes } = describePair(older, newer, failedAtMs);
    expect(outcome).toBe('Refused now, succeeded before.');
    expect(plain(changes)).toBe('Resolves to 203.0.113.97 now, was .96; certificate renewed 2 h before the first failure.');
  });

  test('says that nothing else differs when only the outcome does', () => {
    const { outcome, clauses, changes } = describePair(
      sampleCheck(),
      sampleCheck({ ...refusal, addresses: sampleCheck().addresses.slice(0, 1) }),
    );
    expect(outcome).toBe('Refused now, succeeded before.');
    expect(clauses).toEqual([]);
    expect(changes).toBe('Nothing else that was seen differs.');
  });

  test('says that both ended alike', () => {
    expect(describePair(sampleCheck(), sampleCheck()).outcome).toBe('Succeeded both times.');
  });

  test.each([
    ['one address is added', ['203.0.113.96'], ['203.0.113.96', '203.0.113.97'], 'Also resolves to 203.0.113.97 now.'],
    ['one address is gone', ['203.0.113.96', '203.0.113.97'], ['203.0.113.96'], 'No longer resolves to 203.0.113.97.'],
    ['another network', ['203.0.113.96'], ['198.51.100.7'], 'Resolves to 198.51.100.7 now, was 203.0.113.96.'],
    ['IPv6', ['2001:db8::1'], ['2001:db8::2'], 'Resolves to 2001:db8::2 now, was 2001:db8::1.'],
    ['one of two', ['192.0.2.1', '203.0.113.96'], ['192.0.2.1', '203.0.113.97'], 'Resolves to 203.0.113.97 now, was .96.'],
    [
      'many at once',
      ['192.0.2.1'],
      ['198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4', '198.51.100.5'],
      'Resolves to 198.51.100.1, 198.51.100.2, 198.51.100.3 and 2 more now, was 192.0.2.1.',
    ],
  ])('says of a name that moved: %s', (_, older, newer, sentence) => {
    const same = { addresses: [attempt({ address: older[0]! })] };
    expect(changesOf({ ...same, resolution: resolvesTo(...older) }, { ...same, resolution: resolvesTo(...newer) })).toBe(sentence);
  });

  test('says when another of the same addresses decided', () => {
    const [first] = sampleCheck().addresses;
    const other = { ...first!, address: '203.0.113.97' };
    expect(
      changesOf(
        { resolution: resolvesTo('203.0.113.96', '203.0.113.97') },
        { resolution: resolvesTo('203.0.113.96', '203.0.113.97'), addresses: [other] },
      ),
    ).toBe('203.0.113.97 decided now, .96 before.');
  });

  test('says what became of each of several addresses', () => {
    const [first, second] = sampleCheck().addresses;
    const newer = { addresses: [first!, { ...second!, outcome: 'timed_out' as const, code: 'connection_timed_out' as const }] };
    expect(changesOf({}, newer)).toBe('2001:db8::96 timed out now, network unreachable before.');
  });

  test('says that the hosts file answers now', () => {
    expect(changesOf({}, { resolution: { ...resolution, source: 'hosts_file' } })).toBe('The address comes from the hosts file now.');
  });

  test.each([
    [
      'an older certificate',
      { validFromMs: 1 * DAY_MS, validToMs: 30 * DAY_MS, fingerprintSha256: 'BB' },
      'An older certificate is shown, valid to 31 Jan 1970.',
    ],
    [
      'a new one long before',
      { validFromMs: 60 * DAY_MS, validToMs: 400 * DAY_MS, fingerprintSha256: 'BB' },
      'Certificate renewed, valid from 2 Mar 1970.',
    ],
    [
      'another of the same dates',
      { validFromMs: 10 * DAY_MS, validToMs: 90 * DAY_MS, fingerprintSha256: 'BB' },
      'Another certificate is shown.',
    ],
    [
      'another issuer',
      { validFromMs: 10 * DAY_MS, validToMs: 90 * DAY_MS, issuer: 'CN=Proxy' },
      "Issued by CN=Proxy now, was C=US, O=Let's Encrypt, CN=R3.",
    ],
    [
      'other names',
      { validFromMs: 10 * DAY_MS, validToMs: 90 * DAY_MS, names: ['other.example.com'] },
      'The certificate is for other names.',
    ],
  ])('says of %s', (_, changes, sentence) => {
    const startedAtMs = 100 * DAY_MS;
    const older = tlsCheck({ validFromMs: 10 * DAY_MS, validToMs: 90 * DAY_MS }, { startedAtMs: 80 * DAY_MS });
    expect(plain(describePair(older, tlsCheck(changes, { startedAtMs })).changes)).toBe(
      !('fingerprintSha256' in changes) ? `The certificate ended on 1 Apr 1970; ${lowerFirst(sentence)}` : sentence,
    );
  });

  test('does not say of a certificate that was never seen that it is gone', () => {
    expect(
      describePair(tlsCheck(), sampleCheck({ ...refusal, target: tlsCheck().target, service: null, greeting: null })).changes,
    ).not.toMatch(/certificate/iu);
  });

  test('says a new version once, not again as another greeting', () => {
    const greeting = { ...sampleCheck().greeting!, text: '220 (vsFTPd 3.0.5)\n' };
    const service = { ...sampleCheck().service!, product: 'vsFTPd 3.0.5' };
    expect(changesOf({}, { greeting, service })).toBe('Is vsFTPd 3.0.5 now, was vsFTPd 3.0.3.');
    expect(changesOf({}, { greeting })).toBe('Greets “220 (vsFTPd 3.0.5)” now, was “220 (vsFTPd 3.0.3)”.');
  });

  test('says how much longer a stage took, when it matters', () => {
    const stages = sampleCheck().stages.map((stage) => (stage.stage === 'connect' ? { ...stage, durationMs: 38.9 } : stage));
    expect(changesOf({}, { stages })).toBe('Connecting took 38.9 ms, was 12.5 ms.');
  });

  test('says where it was seen from', () => {
    expect(changesOf({}, { vantage: 'Anna’s laptop' })).toBe('Seen from Anna’s laptop now, from this computer before.');
  });
});

describe('describeDifference', () => {
  test('words every row of two checks that differ in everything', () => {
    const older = tlsCheck(
      {},
      { http: { method: 'HEAD', path: '/', status: 200, reason: 'OK', server: 'nginx', location: null, durationMs: 4 } },
    );
    const newer = sampleCheck(refusal);
    const comparison = compareChecks({ older, newer });
    const rows = comparison.differences.map((difference) => describeDifference(difference, comparison, english));
    expect(rows.map(({ label, older: before, newer: now, note }) => [label, plain(before), plain(now), note])).toEqual([
      ['Outcome', 'Succeeded', 'Refused', null],
      ['Ended at', 'Greeting', 'Connect', null],
      ['Cause', '–', 'connection_refused', null],
      ['Code', '–', 'ECONNREFUSED', null],
      ['Seen from', 'this computer', 'this computer', null],
      ['Answered by', 'the system’s resolver', 'the system’s resolver', null],
      ['Resolves to', '203.0.113.96, 2001:db8::96', '203.0.113.96, 2001:db8::96', null],
      ['Address', '203.0.113.96', '203.0.113.96', null],
      ['Addresses tried', '203.0.113.96 Succeeded, 2001:db8::96 Network unreachable', '203.0.113.96 Refused', null],
      ['Resolve', '3.0 ms', '3.0 ms', 'about the same'],
      ['Connect', '12.5 ms', '12.5 ms', 'about the same'],
      ['Greeting', '20.0 ms', '20.0 ms', 'about the same'],
      ['Subject', 'CN=vpn.example.com, O=Example Ltd', 'Not seen', null],
      ['Issuer', "C=US, O=Let's Encrypt, CN=R3", 'Not seen', null],
      ['Names', 'vpn.example.com, gw.example.com', 'Not seen', null],
      ['Valid', '1 Jan 1970 to 1 Jan 1970', 'Not seen', null],
      ['SHA-256', 'AA11', 'Not seen', null],
      ['Trust', 'trusted', 'Not seen', null],
      ['Protocol', 'TLSv1.3', 'Not seen', null],
      ['Cipher', 'TLS_AES_256_GCM_SHA384', 'Not seen', null],
      ['HTTP', '200', 'Not seen', null],
      ['Server', 'nginx', 'Not seen', null],
    ]);
  });

  test.each([
    [12.4, 38.9, '3.1 times slower'],
    [44, 4, '11 times faster'],
    [9.1, 10.4, 'about the same'],
  ])('notes how %d ms and %d ms compare', (wasMs, isMs, note) => {
    const withConnect = (durationMs: number): Check =>
      sampleCheck({ stages: sampleCheck().stages.map((stage) => (stage.stage === 'connect' ? { ...stage, durationMs } : stage)) });
    const comparison = compareChecks({ older: withConnect(wasMs), newer: withConnect(isMs) });
    const row = comparison.differences.find((difference) => difference.kind === 'stage_time' && difference.stage === 'connect')!;
    expect(describeDifference(row, comparison, english).note).toBe(note);
  });
});

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

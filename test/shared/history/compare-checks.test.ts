import { describe, expect, test } from 'vitest';

import type { Check } from '../../../shared/check/check.ts';
import type { Certificate } from '../../../shared/check/evidence.ts';
import { compareChecks, inOrder } from '../../../shared/history/compare-checks.ts';
import type { Difference } from '../../../shared/history/comparison.ts';
import { attempt, refusal, sampleCheck } from '../../electron/store/sample-check.ts';
import { tlsCheck } from './tls-check.ts';

const resolution = sampleCheck().resolution!;

function changedKinds(older: Check, newer: Check): readonly string[] {
  return compareChecks({ older, newer }).differences.flatMap((row) =>
    row.changed ? [row.kind === 'stage_time' ? row.stage : row.kind] : [],
  );
}

function rowOf(older: Check, newer: Check, kind: Difference['kind']): Difference | undefined {
  return compareChecks({ older, newer }).differences.find((row) => row.kind === kind);
}

describe('compareChecks', () => {
  test('finds no change between a check and itself, and lists all that was seen', () => {
    const check = sampleCheck();
    const { differences } = compareChecks({ older: check, newer: { ...check, id: 2 } });
    expect(differences.filter(({ changed }) => changed)).toEqual([]);
    expect(differences.map(({ kind }) => kind)).toEqual([
      'outcome',
      'ended_at',
      'vantage',
      'answered_by',
      'resolved_addresses',
      'address',
      'attempts',
      'stage_time',
      'stage_time',
      'stage_time',
      'service',
      'product',
      'greeting',
    ]);
  });

  test('gives both values of what changed, and null for what was not seen', () => {
    const [older, newer] = [sampleCheck(), sampleCheck(refusal)];
    expect(rowOf(older, newer, 'outcome')).toEqual({
      kind: 'outcome',
      group: 'outcome',
      changed: true,
      older: 'succeeded',
      newer: 'refused',
    });
    expect(rowOf(older, newer, 'system_code')).toMatchObject({ changed: true, older: null, newer: 'ECONNREFUSED' });
    expect(rowOf(older, newer, 'greeting')).toMatchObject({ changed: true, older: '220 (vsFTPd 3.0.3)␍␊', newer: null });
  });

  test('takes no notice of the order a resolver gives its addresses in', () => {
    const turned = { ...resolution, addresses: resolution.addresses.toReversed() };
    expect(changedKinds(sampleCheck(), sampleCheck({ resolution: turned }))).toEqual([]);
  });

  test('tells another address, and that another one decided', () => {
    const moved = sampleCheck({
      resolution: { ...resolution, addresses: [{ address: '203.0.113.97', family: 4 }] },
      addresses: [attempt({ address: '203.0.113.97' })],
    });
    expect(changedKinds(sampleCheck(), moved)).toEqual(['resolved_addresses', 'address']);
  });

  test('tells when one of several addresses met something else, although the outcome is the same', () => {
    const [first, second] = sampleCheck().addresses;
    const worse = sampleCheck({ addresses: [first!, { ...second!, outcome: 'timed_out', code: 'connection_timed_out' }] });
    expect(changedKinds(sampleCheck(), worse)).toEqual(['attempts']);
  });

  test.each([
    ['the weather of a network', 12.5, 24, false],
    ['four times next to nothing', 0.3, 1.2, false],
    ['three times', 12.5, 38.9, true],
    ['a third', 38.9, 12.5, true],
    ['half as much again, although it is a second', 2_000, 3_000, false],
  ])('a connect time that changed by %s is material: %d and %d ms, %s', (_, olderMs, newerMs, isMaterial) => {
    expect(changedKinds(withConnect(olderMs), withConnect(newerMs))).toEqual(isMaterial ? ['connect'] : []);
  });

  test('a stage that failed differs from one that passed, however long it took', () => {
    const failed = sampleCheck({
      stages: sampleCheck().stages.map((stage) => ({ ...stage, outcome: stage.stage === 'connect' ? 'failed' : stage.outcome })),
    });
    expect(changedKinds(sampleCheck(), failed)).toEqual(['connect']);
  });

  test('what only the port says of the service was not seen', () => {
    const guessed = sampleCheck({ service: { id: 'ftp', name: 'FTP', knownBy: 'port', product: null } });
    expect(rowOf(guessed, guessed, 'service')).toBeUndefined();
    expect(rowOf(sampleCheck(), guessed, 'service')).toMatchObject({ older: 'FTP', newer: null });
  });

  test('tells every part of a certificate that changed', () => {
    const renewed: Partial<Certificate> = { fingerprintSha256: 'BB:22', validFromMs: 2_000, validToMs: 9_000, issuer: 'CN=Other CA' };
    expect(changedKinds(tlsCheck(), tlsCheck(renewed))).toEqual(['certificate_issuer', 'certificate_validity', 'certificate_fingerprint']);
  });

  test('tells another HTTP status, server and place it points to', () => {
    const http = { method: 'HEAD', path: '/', status: 200, reason: 'OK', server: 'nginx', location: null, durationMs: 4 } as const;
    const older = sampleCheck({ http });
    const newer = sampleCheck({ http: { ...http, status: 302, reason: 'Found', location: '/login', server: 'Apache' } });
    expect(changedKinds(older, newer)).toEqual(['http_status', 'http_server', 'http_location']);
  });

  test.each([
    ['a date', '220 mail ESMTP Fri, 20 Nov 2026 07:29:44 +0000', '220 mail ESMTP Sat, 21 Nov 2026 19:01:02 +0100', false],
    ['a time of day', '220 You are user 1. Local time is now 07:29.', '220 You are user 1. Local time is now 23:01.', false],
    ['a challenge of POP3', '+OK <1896.697170952@dbc.mtview.ca.us>', '+OK <1897.697170999@dbc.mtview.ca.us>', false],
    ['a session number', '220 ready, id 4f1c88a0d2e7', '220 ready, id b2075e1377c4', false],
    ['a salt between control characters', 'J␀␀␀␊8.0.36␀abcdefgh␀', 'J␀␀␀␊8.0.36␀hgfedcba␀', false],
    ['the end of its lines', '220 ready\n', '220 ready', false],
    ['its words', '220 ready', '421 Service not available', true],
    ['its version', '220 (vsFTPd 3.0.3)', '220 (vsFTPd 3.0.5)', true],
  ])('a greeting that changed only by %s: %j and %j, %s', (_, olderText, newerText, isChange) => {
    const greeting = sampleCheck().greeting!;
    const kinds = changedKinds(
      sampleCheck({ greeting: { ...greeting, text: olderText } }),
      sampleCheck({ greeting: { ...greeting, text: newerText } }),
    );
    expect(kinds).toEqual(isChange ? ['greeting'] : []);
  });
});

describe('inOrder', () => {
  test('goes by the number, because the clock may be set back', () => {
    const [first, second] = [sampleCheck({ id: 1, startedAtMs: 9_000 }), sampleCheck({ id: 2, startedAtMs: 1_000 })];
    expect(inOrder(second, first)).toEqual({ older: first, newer: second });
  });

  test('goes by the clock where one was never saved', () => {
    const [first, second] = [sampleCheck({ startedAtMs: 1_000 }), sampleCheck({ id: 2, startedAtMs: 9_000 })];
    expect(inOrder(second, first)).toEqual({ older: first, newer: second });
  });
});

function withConnect(durationMs: number): Check {
  const stages = sampleCheck().stages.map((stage) => (stage.stage === 'connect' ? { ...stage, durationMs } : stage));
  return sampleCheck({ stages });
}

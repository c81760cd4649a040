import { describe, expect, test } from 'vitest';

import { summarizeCheck } from '../../../shared/history/summarize-check.ts';
import { attempt, refusal, sampleCheck } from '../../electron/store/sample-check.ts';

describe('summarizeCheck', () => {
  test('takes the address the check went on with, and its connect time, when it succeeded', () => {
    expect(summarizeCheck(sampleCheck())).toEqual({
      port: 21,
      transport: 'tcp',
      outcome: 'succeeded',
      startedAtMs: 1_795_000_000_000,
      durationMs: 41.25,
      vantage: 'here',
      address: '203.0.113.96',
      replyMs: 12.5,
      systemCode: null,
      cameBack: '220 (vsFTPd 3.0.3)',
    });
  });

  test('takes the address that failed, and a refusal counts as a reply', () => {
    expect(summarizeCheck(sampleCheck(refusal))).toMatchObject({
      address: '203.0.113.96',
      replyMs: 2,
      systemCode: 'ECONNREFUSED',
      cameBack: null,
    });
  });

  test('gives no reply time when nothing came back', () => {
    const silence = sampleCheck({
      ...refusal,
      outcome: 'timed_out',
      failure: {
        code: 'connection_timed_out',
        operation: 'connect',
        address: '203.0.113.96',
        systemCode: null,
        elapsedMs: 5_000,
        detail: null,
      },
      addresses: [attempt({ outcome: 'timed_out', code: 'connection_timed_out', durationMs: 5_000 })],
    });
    expect(summarizeCheck(silence)).toMatchObject({ address: '203.0.113.96', replyMs: null });
  });

  test('gives neither address nor reply when no address was ever known', () => {
    const unknown = sampleCheck({
      outcome: 'name_not_known',
      failure: { code: 'dns_nxdomain', operation: 'resolve', address: null, systemCode: 'ENOTFOUND', elapsedMs: 3, detail: null },
      addresses: [],
      greeting: null,
    });
    expect(summarizeCheck(unknown)).toMatchObject({ address: null, replyMs: null, systemCode: 'ENOTFOUND', cameBack: null });
  });

  test('prefers the status line of HTTP over bytes', () => {
    const http = {
      method: 'HEAD',
      path: '/',
      status: 301,
      reason: 'Moved Permanently',
      server: null,
      location: null,
      durationMs: 4,
    } as const;
    expect(summarizeCheck(sampleCheck({ http })).cameBack).toBe('HTTP 301 Moved Permanently');
    expect(summarizeCheck(sampleCheck({ http: { ...http, reason: '' } })).cameBack).toBe('HTTP 301');
  });

  test.each([
    ['kept line ends', '220-one\n220 two\n', '220-one'],
    ['shown line ends', '220-one␍␊220 two␍␊', '220-one'],
    ['an empty first line', '␍␊login: ', 'login: '],
    ['no text at all', '', ''],
    ['a line without an end', 'x'.repeat(5_000), 'x'.repeat(200)],
  ])('takes the first line that says something: %s', (_, text, line) => {
    const greeting = { text, base64: '', sizeBytes: 0, truncated: false, firstByteMs: 1 };
    expect(summarizeCheck(sampleCheck({ greeting })).cameBack).toBe(line);
  });
});

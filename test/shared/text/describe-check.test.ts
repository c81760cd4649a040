import { describe, expect, test } from 'vitest';

import type { Check } from '../../../shared/check/check.ts';
import type { AddressAttempt } from '../../../shared/check/evidence.ts';
import { failureCodes, outcomeOfFailure, type Failure, type FailureCode } from '../../../shared/check/failure.ts';
import { describeCheck } from '../../../shared/text/describe-check.ts';
import { english } from '../../../shared/text/english.ts';

const told = (check: Check): string => {
  const { headline, meaning, proves, likely, alsoSeen } = describeCheck(check, english);
  return [headline, meaning, proves, likely ?? '', ...alsoSeen].join(' ').replaceAll('\u00a0', ' ');
};

const headlineOf = (check: Check): string => describeCheck(check, english).headline.replaceAll('\u00a0', ' ');

describe('every failure code', () => {
  test.each(failureCodes)('%s has whole sentences that claim nothing unfilled', (code) => {
    for (const check of [failed(code), failed(code, { systemCode: 'ECODE', detail: 'text of the system' })]) {
      const { word, headline, meaning, proves, likely, alsoSeen } = describeCheck(check, english);
      expect(word).toBe(english.outcomes[outcomeOfFailure[code]].word);
      for (const sentence of [headline, meaning, proves, ...(likely === null ? [] : [likely]), ...alsoSeen]) {
        expect(sentence).toMatch(/^[\p{Lu}\d[“].*[.?”]$/u);
        expect(sentence).not.toMatch(/undefined|null|NaN|\$\{|!|\s{2}|\.\./u);
      }
    }
  });
});

test('a refusal says what an answer of no means, and that it does not show who said it', () => {
  const check = failed('connection_refused', { elapsedMs: 3.1 });
  expect(headlineOf(check)).toBe('Refused. The answer for 203.0.113.96 was no: nothing is listening on port 80, or a firewall rejects it.');
  expect(told(check)).toContain(
    'A refusal came back after 3.1 ms. Whether the host, a device on the way or a rule on this computer sent it, it does not say.',
  );
});

test.each(failureCodes)('%s as somebody else saw it says nothing of this computer', (code) => {
  for (const address of ['203.0.113.96', '127.0.0.1', 'fe80::1%eth0', '2001:db8::1']) {
    const family = address.includes(':') ? 6 : 4;
    const seenThere = { ...failed(code, { address }), addresses: [attempt({ address, family, code })], vantage: 'customer' };
    const { headline, proves, likely, alsoSeen } = describeCheck(seenThere, english);
    expect([headline, proves, likely ?? '', ...alsoSeen].join(' ')).not.toMatch(/this computer|\bhere\./iu);
  }
});

test('what kept a customer from connecting is said of their computer', () => {
  const { headline, likely } = describeCheck({ ...failed('not_permitted'), vantage: 'customer' }, english);
  expect(headline).toBe('Blocked there. That computer does not permit a connection to 203.0.113.96.');
  expect(likely).toBe('A local firewall or security policy.');
});

test('a refusal on loopback came from this computer', () => {
  expect(told(failed('connection_refused', { address: '127.0.0.1' }))).toContain('from this computer itself');
});

test('addresses that met different ends are all named', () => {
  const addresses = [attempt({ address: '2001:db8::1', family: 6, code: 'network_unreachable' }), attempt({ code: 'connection_refused' })];
  expect(describeCheck({ ...failed('connection_refused'), addresses }, english).alsoSeen).toContain(
    '2001:db8::1 has no route, 203.0.113.96 refused.',
  );
});

test('addresses that met the same end are not listed again', () => {
  const addresses = [attempt({ address: '203.0.113.97', code: 'connection_refused' }), attempt({ code: 'connection_refused' })];
  expect(describeCheck({ ...failed('connection_refused'), addresses }, english).alsoSeen).toEqual([]);
});

test('forty addresses are cut to five and counted', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    attempt({ address: `203.0.113.${index}`, code: index === 0 ? 'connection_timed_out' : 'connection_refused' }),
  );
  const [sentence] = describeCheck({ ...failed('connection_refused'), addresses: many }, english).alsoSeen;
  expect(sentence).toMatch(/^203\.0\.113\.0 timed out, .*, and 35 more\.$/u);
});

test('a limit of ours and one of the system are told apart', () => {
  expect(headlineOf(failed('connection_timed_out', { elapsedMs: 5_003, systemCode: null }))).toContain('within our limit of 5.0 s');
  expect(headlineOf(failed('connection_timed_out', { elapsedMs: 127_000, systemCode: 'ETIMEDOUT' }))).toContain(
    'the system gave up after 2 min 7 s',
  );
});

test('time makes a reason for an unreachable host likely on IPv4, and none on IPv6', () => {
  const after = (elapsedMs: number, family: 4 | 6): string | null =>
    describeCheck({ ...failed('host_unreachable', { elapsedMs }), addresses: [attempt({ family, code: 'host_unreachable' })] }, english)
      .likely;
  expect(after(4, 4)).toContain('firewall or router');
  expect(after(3_050, 4)).toContain('The host is off');
  expect(after(700, 4)).toBeNull();
  expect(after(4, 6)).toBeNull();
  expect(after(3_050, 6)).toBeNull();
});

test('a prohibition over IPv6 is not blamed on this computer alone', () => {
  const prohibited = (family: 4 | 6): Check => ({
    ...failed('permission_denied'),
    addresses: [attempt({ family, code: 'permission_denied' })],
  });
  expect(headlineOf(prohibited(6))).toContain('by this computer or by a router on the way');
  expect(headlineOf(prohibited(4))).not.toContain('router');
});

test('failures of the name are told apart', () => {
  const codes = ['dns_nxdomain', 'dns_no_data', 'dns_servfail', 'dns_refused', 'dns_timed_out'] as const;
  const headlines = codes.map((code) => headlineOf(failed(code, { operation: 'resolve', address: null })));
  expect(new Set(headlines).size).toBe(codes.length);
  expect(headlines[0]).toBe('Name not known. There is no name web1.example.net.');
});

test('the control question says whether all names fail', () => {
  const asked = (resolved: boolean): string =>
    told({
      ...failed('dns_nxdomain'),
      resolution: { ...literal, control: { name: 'example.com', resolved, systemCode: null, durationMs: 2 } },
    });
  expect(asked(true)).toContain('example.com resolves, so DNS works here.');
  expect(asked(false)).toContain('example.com does not resolve either');
});

test('an expired certificate says since when', () => {
  const check = { ...failed('tls_expired'), tls: tls({ validToMs: Date.UTC(2026, 10, 1, 12) }) };
  expect(headlineOf(check)).toBe('TLS failed. The certificate of 203.0.113.96 ended on 1 Nov 2026, 19 days ago.');
});

test('a certificate for another name says which names it is for', () => {
  const check = { ...failed('tls_wrong_name'), tls: tls({ names: ['a.example', 'b.example', 'c.example', 'd.example'], nameCount: 9 }) };
  expect(headlineOf(check)).toBe(
    'TLS failed. The certificate is not for web1.example.net; it is for a.example, b.example, c.example and 6 more.',
  );
});

test('every further problem of a certificate is said too', () => {
  const check = { ...failed('tls_expired'), tls: { ...tls({}), problems: ['tls_expired', 'tls_wrong_name'] satisfies FailureCode[] } };
  expect(describeCheck(check, english).alsoSeen).toContain('It also shows a certificate for another name.');
});

test('a service that turns the connection away is quoted', () => {
  const greeting = { text: '421 Service not available.␍␊', base64: '', sizeBytes: 28, truncated: false, firstByteMs: 2 };
  const check = {
    ...failed('service_rejected'),
    greeting,
    service: { id: 'ftp', name: 'FTP', knownBy: 'greeting' as const, product: null },
  };
  expect(headlineOf(check)).toBe('Turned away. FTP at 203.0.113.96:80 turned the connection away: “421 Service not available.”.');
});

test('silence over UDP is open or filtered', () => {
  expect(headlineOf({ ...failed('udp_silence'), target: { host: '203.0.113.96', port: 53, transport: 'udp' } })).toContain(
    'open or filtered',
  );
});

test('cancelling is said with its time and proves nothing', () => {
  const check = { ...failed('cancelled'), durationMs: 2_100 };
  expect(headlineOf(check)).toBe('Not run to the end. You cancelled after 2.1 s.');
  expect(describeCheck(check, english).likely).toBeNull();
});

test('a failure without a name shows the raw code and text', () => {
  expect(headlineOf(failed('unknown', { systemCode: 'EPROTO', detail: 'protocol error' }))).toContain('EPROTO, protocol error');
});

test('a success says as much as was seen: connection, session, greeting, reply', () => {
  const good = { ...failed('unknown'), outcome: 'succeeded' as const, failure: null, addresses: [attempt({ code: null })] };
  const greeting = { text: '220 (vsFTPd 3.0.5)␍␊', base64: '', sizeBytes: 20, truncated: false, firstByteMs: 2 };
  const http = { method: 'HEAD' as const, path: '/', status: 302, reason: 'Found', server: null, location: '/login', durationMs: 4 };
  expect(headlineOf(good)).toBe('Succeeded. 203.0.113.96:80 connected in 12.0 ms.');
  expect(headlineOf({ ...good, tls: tls({}) })).toContain('agreed TLSv1.3, with a certificate that is good for this name');
  expect(headlineOf({ ...good, greeting })).toBe('Succeeded. 203.0.113.96:80 connected in 12.0 ms and greeted: “220 (vsFTPd 3.0.5)”.');
  expect(headlineOf({ ...good, http })).toBe('Succeeded. 203.0.113.96:80 answered HTTP 302 Found in 4.0 ms.');
  expect(describeCheck({ ...good, http }, english).alsoSeen).toContain('It points to /login.');
});

test('a connection to MySQL says what it costs, once one was made', () => {
  const mysql = { id: 'mysql', name: 'MySQL', knownBy: 'port' as const, product: null };
  const connected = { ...failed('no_greeting'), service: mysql, addresses: [attempt({ code: null })] };
  expect(told(connected)).toContain('max_connect_errors');
  expect(told({ ...failed('connection_refused'), service: mysql })).not.toContain('max_connect_errors');
});

const literal: NonNullable<Check['resolution']> = {
  source: 'literal',
  addresses: [],
  systemCode: null,
  servers: ['192.0.2.53'],
  answers: [],
  control: null,
};

function failed(code: FailureCode, changes: Partial<Failure> = {}): Check {
  const failure: Failure = {
    code,
    operation: 'connect',
    address: '203.0.113.96',
    systemCode: null,
    elapsedMs: 12,
    detail: null,
    ...changes,
  };
  return {
    version: 1,
    id: null,
    target: { host: 'web1.example.net', port: 80, transport: 'tcp' },
    vantage: 'here',
    caseId: null,
    outcome: outcomeOfFailure[code],
    failure,
    startedAtMs: Date.UTC(2026, 10, 20, 12),
    durationMs: 15,
    resolution: literal,
    addresses: [attempt({ code })],
    stages: [],
    service: null,
    greeting: null,
    tls: null,
    http: null,
  };
}

function attempt(changes: Partial<AddressAttempt> & Pick<AddressAttempt, 'code'>): AddressAttempt {
  const outcome = changes.code === null ? 'succeeded' : outcomeOfFailure[changes.code];
  return { address: '203.0.113.96', family: 4, outcome, systemCode: null, offsetMs: 0, durationMs: 12, localAddress: null, ...changes };
}

function tls(changes: Partial<NonNullable<Check['tls']>['chain'][number]>): NonNullable<Check['tls']> {
  const leaf = {
    subject: 'CN=a.example',
    issuer: 'CN=Example CA',
    names: ['a.example'],
    nameCount: 1,
    validFromMs: 0,
    validToMs: Date.UTC(2027, 0, 1),
    serialNumber: '01',
    fingerprintSha256: 'AB',
  };
  return {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    alpn: null,
    serverName: null,
    problems: [],
    chain: [{ ...leaf, ...changes }],
  };
}

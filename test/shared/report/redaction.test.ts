import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { checkSchema, type Check } from '../../../shared/check/check.ts';
import { redactCheck } from '../../../shared/report/redact-check.ts';
import { redactHost, redactText, type TextRedaction } from '../../../shared/report/redact-text.ts';
import { startStandIns } from '../../../shared/report/stand-ins.ts';
import { attempt, refusal, sampleCheck } from '../../electron/store/sample-check.ts';
import { tlsCheck } from '../history/tls-check.ts';

function hiding(parts: { readonly addresses?: boolean; readonly names?: boolean }, knownHosts: readonly string[] = []): TextRedaction {
  return {
    redaction: { addresses: false, names: false, notes: false, ...parts },
    standIns: startStandIns(),
    knownHosts: new Set(knownHosts),
  };
}

const all = { addresses: true, names: true };

describe('redactText', () => {
  test.each([
    ['a name in a greeting', '220 mail.example.org ESMTP Postfix 14:32:07', '220 host-1 ESMTP Postfix 14:32:07'],
    ['the same name in capitals', 'MAIL.Example.org mail.example.org', 'host-1 host-1'],
    ['the same name in punycode', 'bücher.example xn--bcher-kva.example', 'host-1 host-1'],
    ['a known name of one word', 'lpd on printer2: printer20 not', 'lpd on host-1: printer20 not'],
    ['an e-mail address', 'write to jane.doe@example.org.', 'write to someone@host-1.'],
    ['a link', 'http://www.example.org/a?b=10.0.0.1', 'http://host-1/a?b=address-1'],
    ['an address with its port', 'from 203.0.113.5:443 and [2001:db8::1]:22', 'from address-2:443 and [address-1]:22'],
    ['two spellings of one address', '2001:DB8:0:0:0:0:0:1 is 2001:db8::1', 'address-1 is address-1'],
    ['an address in an address', '::ffff:192.0.2.7', 'address-1'],
    ['a zone', 'fe80::1%eth0', 'address-1'],
    ['a range', '192.0.2.1-192.0.2.9', 'address-1-address-2'],
    ['what is only like one', 'vsFTPd 3.0.3, OpenSSH_9.2p1, 14:32:07, a::b::c', 'vsFTPd 3.0.3, OpenSSH_9.2p1, 14:32:07, a::b::c'],
    ['this computer itself', '127.0.0.1 ::1 localhost', '127.0.0.1 ::1 localhost'],
  ])('hides %s', (_, text, redacted) => {
    expect(redactText(text, hiding(all, ['printer2']))).toBe(redacted);
  });

  test('leaves what is not to be hidden', () => {
    expect(redactText('mail.example.org 203.0.113.5', hiding({ names: true }))).toBe('host-1 203.0.113.5');
    expect(redactText('mail.example.org 203.0.113.5', hiding({ addresses: true }))).toBe('mail.example.org address-1');
    expect(redactText('mail.example.org 203.0.113.5', hiding({}))).toBe('mail.example.org 203.0.113.5');
  });

  test('leaves no address standing, wherever it stands', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', '-', '/', '(', '"', 'x', ':', '=', ',') });
    const address = fc.oneof(fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(
        around,
        fc.ipV4().filter((text) => !text.startsWith('127.')),
        around,
        (before, text, after) => {
          expect(redactText(`${before}${text}${after}`, hiding(all))).not.toContain(text);
        },
      ),
    );
    fc.assert(
      fc.property(address, (text) => {
        const redacted = redactText(`from ${text} port 22`, hiding(all));
        expect(redacted).toMatch(/^from (?:address-1|127\.[\d.]+|::1|0:0:0:0:0:0:0:1|::ffff:127[\d.]+) port 22$/u);
      }),
    );
  });

  test('is quick with a megabyte of dots', () => {
    for (const flood of ['a.', '1.', '1:', '-', 'x']) expect(redactText(flood.repeat(250_000), hiding(all)).length).toBeGreaterThan(0);
  });
});

describe('redactHost', () => {
  test('gives the same stand-in to the same host, and another to another', () => {
    const how = hiding(all);
    expect(['a.example', '192.0.2.1', 'b.example', 'a.example', '2001:db8::1'].map((host) => redactHost(host, how))).toEqual([
      'host-1',
      'address-1',
      'host-2',
      'host-1',
      'address-2',
    ]);
  });
});

describe('redactCheck', () => {
  const secret = /example|203\.0\.113|192\.0\.2|2001:db8|Let's|AA:11|03A1|Anna/u;
  const telling: Check = tlsCheck(
    {},
    {
      vantage: 'Anna’s laptop',
      failure: {
        code: 'tls_wrong_name',
        operation: 'handshake',
        address: '203.0.113.96',
        systemCode: 'X',
        elapsedMs: 1,
        detail: 'not for vpn.example.com',
      },
      resolution: {
        ...sampleCheck().resolution!,
        servers: ['192.0.2.53', '[2001:db8::53]:53'],
        control: { name: 'intranet.example.com', resolved: true, systemCode: null, durationMs: 1 },
      },
      greeting: { ...sampleCheck().greeting!, text: '220 gw.example.com ready\n' },
      service: { id: 'http', name: 'HTTP', knownBy: 'reply', product: 'gw.example.com httpd' },
      http: {
        method: 'HEAD',
        path: '/',
        status: 302,
        reason: 'Found',
        server: 'gw.example.com',
        location: 'https://sso.example.com/',
        durationMs: 3,
      },
    },
  );

  test('leaves nothing of names and addresses in any field, and still fits the schema', () => {
    const redacted = redactCheck(telling, hiding(all));
    expect(JSON.stringify(redacted)).not.toMatch(secret);
    expect(v.parse(checkSchema, redacted)).toEqual(redacted);
    expect(redacted.target.host).toBe('host-1');
    expect(redacted.greeting?.base64).toBe('');
  });

  test('keeps what is no secret: outcome, times, stages, ports', () => {
    const { outcome, durationMs, stages, target } = redactCheck(telling, hiding(all));
    expect({ outcome, durationMs, stages, port: target.port }).toEqual({
      outcome: telling.outcome,
      durationMs: telling.durationMs,
      stages: telling.stages,
      port: 443,
    });
  });

  test('gives one address the same stand-in in every field', () => {
    const how = hiding({ addresses: true });
    const check = redactCheck(sampleCheck({ ...refusal, addresses: [attempt({ outcome: 'refused' })] }), how);
    expect(check.failure?.address).toBe('address-1');
    expect(check.resolution?.addresses[0]?.address).toBe('address-1');
    expect(check.addresses[0]?.address).toBe('address-1');
    expect(check.target.host).toBe('ftp.example.com');
  });

  test('is the same check when nothing is to be hidden', () => {
    expect(redactCheck(telling, hiding({}))).toBe(telling);
  });
});

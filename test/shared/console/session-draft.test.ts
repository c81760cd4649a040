import { describe, expect, test } from 'vitest';

import { draftFor, draftOf, emptyDraft, readDraft } from '../../../shared/console/session-draft.ts';
import { fillSessionRequest } from '../../../shared/console/session-request.ts';

const at = (port: number, transport: 'tcp' | 'udp' = 'tcp') => ({ host: 'h.example', port, transport });

describe('the draft of a session', () => {
  test('is filled in by what its port mostly is', () => {
    expect(draftFor(at(21), null, null)).toMatchObject({ service: 'ftp', carrier: 'tcp', telnet: 'refuse', lineEnding: 'crlf' });
    expect(draftFor(at(23), null, null)).toMatchObject({ service: 'telnet', telnet: 'terminal' });
    expect(draftFor(at(993), null, null)).toMatchObject({ service: 'imaps', carrier: 'tls' });
    expect(draftFor(at(53, 'udp'), null, null)).toMatchObject({ carrier: 'udp' });
    expect(draftFor(at(9_999), null, null)).toMatchObject({ service: null, carrier: 'tcp', telnet: 'off' });
  });

  test('has TLS as the check had it', () => {
    expect(draftFor(at(8_443), 'https', true).carrier).toBe('tls');
    expect(draftFor(at(993), 'imap', false).carrier).toBe('tcp');
  });

  test('is read as a session, and tells the first field that cannot be', () => {
    const draft = {
      ...emptyDraft,
      host: ' [2001:DB8::1] ',
      port: '25',
      carrier: 'starttls',
      service: 'smtp',
      timeoutSeconds: '2.5',
    } as const;
    expect(readDraft(draft)).toMatchObject({
      kind: 'read',
      session: {
        target: { host: '2001:db8::1', port: 25, transport: 'tcp' },
        tls: 'starttls',
        service: 'smtp',
        timeoutMs: 2_500,
        address: null,
      },
    });
    expect(readDraft({ ...draft, host: 'a host' })).toEqual({ kind: 'unreadable', field: 'host' });
    expect(readDraft({ ...draft, port: '' })).toEqual({ kind: 'unreadable', field: 'port' });
    expect(readDraft({ ...draft, port: '70000' })).toEqual({ kind: 'unreadable', field: 'port' });
    expect(readDraft({ ...draft, address: 'name.example' })).toEqual({ kind: 'unreadable', field: 'address' });
    expect(readDraft({ ...draft, timeoutSeconds: 'soon' })).toEqual({ kind: 'unreadable', field: 'timeoutSeconds' });
  });

  test('of a session that was held asks for the same again', () => {
    const request = fillSessionRequest({ target: at(25), tls: 'starttls', service: 'smtp', address: '192.0.2.1', timeoutMs: 1_500 });
    expect(readDraft(draftOf(request))).toMatchObject({ kind: 'read', session: request });
  });
});

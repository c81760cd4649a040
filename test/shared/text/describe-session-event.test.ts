import { expect, test } from 'vitest';

import type { EndReason } from '../../../shared/console/session-end.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import { describeEnd, describeSessionEvent } from '../../../shared/text/describe-session-event.ts';
import { english } from '../../../shared/text/english.ts';

const place = { endpoint: 'ftp1.example.net:21' };
const say = (event: SessionEvent): string => describeSessionEvent(event, place, english).replaceAll('\u00a0', ' ');
const sayEnd = (reason: EndReason, receivedBytes = 28): string =>
  describeEnd({ reason, durationMs: 14.2, receivedBytes, sentBytes: 0 }, place, english).replaceAll('\u00a0', ' ');

test('the end is always said: who, by what, after how long, and how much', () => {
  const cause = { code: 'connection_refused', systemCode: 'ECONNREFUSED', detail: null } as const;
  expect(sayEnd({ kind: 'closed', by: 'peer' })).toBe(
    'The other side closed the connection (FIN) after 14.2 ms. Received 28 B, sent nothing.',
  );
  expect(sayEnd({ kind: 'closed', by: 'you' }, 0)).toBe('You closed the connection (FIN) after 14.2 ms. Received nothing, sent nothing.');
  expect(sayEnd({ kind: 'reset', by: 'peer' })).toContain(
    'The other side, or a device on the way, reset the connection (RST) after 14.2 ms.',
  );
  expect(sayEnd({ kind: 'reset', by: 'you' })).toContain('You reset the connection (RST)');
  expect(sayEnd({ kind: 'idle', limitMs: 5_000 })).toContain('Closed after 14.2 ms: nothing came or went for 5 s.');
  expect(sayEnd({ kind: 'failed', cause })).toContain('The connection failed after 14.2 ms: ftp1.example.net:21 refused.');
  expect(sayEnd({ kind: 'not_connected', operation: 'connect', cause })).toBe('Not connected: ftp1.example.net:21 refused.');
  expect(sayEnd({ kind: 'not_connected', operation: 'connect', cause: { ...cause, code: 'cancelled' } })).toBe(
    'Not connected: you gave up.',
  );
});

test('Telnet is told in words', () => {
  const telnet = (signal: Extract<SessionEvent, { kind: 'telnet' }>['signal'], side: 'you' | 'peer' = 'peer'): string => say({ kind: 'telnet', atMs: 0, side, signal }); // prettier-ignore
  expect(telnet({ kind: 'negotiation', word: 'will', option: 1 })).toBe('Server: WILL ECHO, it echoes what you type');
  expect(telnet({ kind: 'negotiation', word: 'wont', option: 24 }, 'you')).toBe('You: WONT TTYPE');
  expect(telnet({ kind: 'negotiation', word: 'do', option: 250 })).toBe('Server: DO 250');
  expect(telnet({ kind: 'subnegotiation', option: 24, body: Buffer.from('\0DUMB') }, 'you')).toBe('You: TTYPE DUMB');
  expect(telnet({ kind: 'subnegotiation', option: 31, body: Uint8Array.of(0, 80, 0, 24) }, 'you')).toBe('You: NAWS 00 50 00 18');
  expect(telnet({ kind: 'command', command: 0xf2 })).toBe('Server: DM');
});

test('names that others chose are safe to show', () => {
  expect(say({ kind: 'file', atMs: 0, name: 'a\u202eb\n.bin', sentBytes: 5, sizeBytes: 9, result: 'stopped' })).toBe(
    'Sending a\\u{202e}b␊.bin was stopped after 5 B of 9 B.',
  );
  expect(
    say({ kind: 'telnet', atMs: 0, side: 'peer', signal: { kind: 'subnegotiation', option: 24, body: Buffer.from('\0\x1b[2J') } }),
  ).toBe('Server: TTYPE 00 1b 5b 32 4a');
});

test('data has no sentence: it speaks for itself', () => {
  expect(say({ kind: 'received', atMs: 0, bytes: new Uint8Array(1) })).toBe('');
});

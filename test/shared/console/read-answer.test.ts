import { expect, test } from 'vitest';

import { readAnswer } from '../../../shared/console/read-answer.ts';
import { startTlsFor, startTlsServices } from '../../../shared/service/start-tls.ts';
import { serviceById } from '../../../shared/service/find-service.ts';

const read = (service: string, step: number, text: string): unknown => {
  const words = startTlsFor(service)!;
  return readAnswer(Buffer.from(text), step < 0 ? words.greeting : words.steps[step]!.answer);
};

test.each([
  ['smtp', -1, '220 mail ESMTP\r\n', { kind: 'good', restBytes: 0 }],
  ['smtp', -1, '554 no\r\n', { kind: 'refused', line: '554 no' }],
  ['smtp', 0, '250-mail\r\n250-SIZE 10\r\n', { kind: 'incomplete' }],
  ['smtp', 0, '250-mail\r\n250 SIZE 10\r\n', { kind: 'good', restBytes: 0 }],
  ['smtp', 1, '454 TLS not available\r\n', { kind: 'refused', line: '454 TLS not available' }],
  ['smtp', 1, '220 go\r\nEHLO injected\r\n', { kind: 'good', restBytes: 15 }],
  ['ftp', 0, '234\n', { kind: 'good', restBytes: 0 }],
  ['ftp', 0, '534 no\r\n', { kind: 'refused', line: '534 no' }],
  ['imap', -1, '* PREAUTH logged in\r\n', { kind: 'refused', line: '* PREAUTH logged in' }],
  ['imap', 0, '* 1 EXISTS\r\nsonde OK go\r\n', { kind: 'good', restBytes: 0 }],
  ['imap', 0, 'sonde BAD what\r\n', { kind: 'refused', line: 'sonde BAD what' }],
  ['pop3', 0, '-ERR no\r\n', { kind: 'refused', line: '-ERR no' }],
  ['pop3', 0, '+OK', { kind: 'incomplete' }],
  ['pop3', 0, 'x'.repeat(20_000), { kind: 'refused', line: '' }],
])('%s, step %i: %j', (service, step, text, expected) => {
  expect(read(service, step, text)).toEqual(expected);
});

test('every service that can go on in TLS is a service Sonde knows', () => {
  for (const id of startTlsServices) expect(serviceById(id), id).not.toBeNull();
  expect(startTlsFor('toString')).toBeNull();
});

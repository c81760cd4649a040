import { describe, expect, it } from 'vitest';

import { recogniseGreeting, serviceById, serviceOfPort } from '../../../shared/service/find-service.ts';
import { captured } from './captured-words.ts';

describe('serviceOfPort', () => {
  it.each([
    [21, 'tcp', 'ftp'],
    [587, 'tcp', 'submission'],
    [53, 'udp', 'dns'],
    [53, 'tcp', 'dns'],
    [8_443, 'tcp', 'https'],
    [5_901, 'tcp', 'vnc'],
    [5_986, 'tcp', 'winrm'],
    [5_061, 'tcp', 'sips'],
  ] as const)('knows %i/%s as %s', (port, transport, id) => {
    expect(serviceOfPort({ port, transport })?.id).toBe(id);
  });

  it('tells the transports of a port apart', () => {
    expect(serviceOfPort({ port: 161, transport: 'tcp' })).toBeNull();
    expect(serviceOfPort({ port: 80, transport: 'udp' })).toBeNull();
  });

  it('knows no service of a port nobody is used to', () => {
    expect(serviceOfPort({ port: 1, transport: 'tcp' })).toBeNull();
  });
});

describe('serviceById', () => {
  it('finds a service, and nothing for a word that is none', () => {
    expect(serviceById('ssh')?.name).toBe('SSH');
    expect(serviceById('constructor')).toBeNull();
  });
});

describe('recogniseGreeting', () => {
  const greetings = captured.filter(
    ({ when, reading }) => when === 'greeting' && (reading.kind === 'welcome' || reading.kind === 'rejection'),
  );

  /** Words that two protocols could say, or that nobody can tell from a text. */
  const ambiguous = new Set([
    'RFC 959: lines between need no code',
    'a server that ends lines with LF',
    'vsftpd denied by libwrap',
    'vsftpd with max_clients reached',
    'RFC 959: 120',
    'Postfix, too many connections',
    'Redis 7.0.15, full',
    'RFC 4253 section 4.2: lines before',
    'a switch',
    'a prompt',
  ]);

  it.each(greetings.filter(({ from }) => !ambiguous.has(from)).map((words) => [words.service, words.from, words] as const))(
    'knows %s by its words: %s',
    (service, _from, { bytes, reading }) => {
      expect(recogniseGreeting(bytes)).toEqual({ service: serviceById(service), reading });
    },
  );

  it.each(greetings.filter(({ from }) => ambiguous.has(from)).map((words) => [words.from, words] as const))(
    'names no service that the words do not prove, but hears a no: %s',
    (_from, { bytes, reading }) => {
      const recognised = recogniseGreeting(bytes);
      if (reading.kind === 'rejection') expect(recognised).toEqual({ service: null, reading: { kind: 'rejection', product: null } });
      else expect(recognised?.reading ?? null).toSatisfy((other) => other === null || other.kind === 'incomplete');
    },
  );

  it('waits for the rest of words that may become a greeting', () => {
    expect(recogniseGreeting(Buffer.from('SSH-2.0-Open'))?.reading).toEqual({ kind: 'incomplete' });
    expect(recogniseGreeting(Buffer.from('220-mail.example.com ESMTP\r\n220'))?.reading).toEqual({ kind: 'incomplete' });
  });

  it('knows nobody by a text that says nothing', () => {
    expect(recogniseGreeting(Buffer.from('Welcome to the machine room\r\n'))).toBeNull();
    expect(recogniseGreeting(Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]))).toBeNull();
  });
});

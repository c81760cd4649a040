import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer as createPlainServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ChosenSession } from '../../../shared/console/session-request.ts';
import { makeCertificates, type Certificates, type Identity } from '../../support/certificates.ts';
import { listenOnLoopback } from '../../support/loopback.ts';
import type { RecordedSession } from '../../support/record-session.ts';

const text = (words: string): Uint8Array => Buffer.from(words, 'latin1');
let folder = '';
let certificates: Certificates;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonde-console-'));
  certificates = await makeCertificates({ folder, names: ['mail.example.org'], addresses: ['127.0.0.1'] });
  // OpenSSL's own name for the system's store: the test authority is the system's for this process only.
  process.env['SSL_CERT_FILE'] = certificates.authorityPath;
});

afterAll(async () => {
  delete process.env['SSL_CERT_FILE'];
  await rm(folder, { recursive: true });
});

/** Loaded late, because probes read the system's authorities when they are loaded. */
async function open(port: number, chosen: Omit<ChosenSession, 'target'>): Promise<RecordedSession> {
  const { recordSession } = await import('../../support/record-session.ts');
  return recordSession(port, { target: { host: 'mail.example.org', port, transport: 'tcp' }, address: '127.0.0.1', ...chosen });
}

async function pems({ keyPath, chainPath }: Identity): Promise<{ readonly key: Buffer; readonly cert: Buffer }> {
  const [key, cert] = await Promise.all([readFile(keyPath), readFile(chainPath)]);
  return { key, cert };
}

async function serveTls(identity: Identity, serve: (socket: Socket) => void): Promise<number> {
  const options = await pems(identity);
  const { port } = await listenOnLoopback(serve, (handler) => createServer({ ...options, allowHalfOpen: true }, handler));
  return port;
}

describe('a session over TLS', () => {
  test('shows the verdict before anything is received or sent', async () => {
    const port = await serveTls(certificates.good, (socket) => {
      socket.write('220 hello\r\n');
      socket.on('data', () => socket.end('221 bye\r\n'));
    });
    const { session, until, untilReceived, kinds } = await open(port, { tls: 'on' });
    await untilReceived('220 hello');
    session.write(text('QUIT\r\n'));
    expect((await until('ended')).end).toMatchObject({ reason: { kind: 'closed', by: 'peer' }, receivedBytes: 20, sentBytes: 6 });
    expect(kinds().slice(0, 4)).toEqual(['opening', 'connected', 'secured', 'received']);
    expect(await until('secured')).toMatchObject({
      isHeld: false,
      tls: { version: 'TLSv1.3', serverName: 'mail.example.org', problems: [] },
    });
  });

  test('is held on a certificate with problems: nothing goes either way until they are accepted', async () => {
    const heard: string[] = [];
    const port = await serveTls(certificates.expired, (socket) => {
      socket.write('220 hello\r\n');
      socket.on('data', (bytes) => heard.push(bytes.toString()));
    });
    const { session, until, untilReceived, received } = await open(port, { tls: 'on' });
    expect(await until('secured')).toMatchObject({ isHeld: true, tls: { problems: ['tls_expired'] } });
    expect(session.phase).toBe('held');
    expect(session.write(text('secret'))).toBe('held');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect({ heard, received: received() }).toEqual({ heard: [], received: '' });
    session.accept();
    await untilReceived('220 hello');
    session.write(text('on purpose'));
    await expect.poll(() => heard).toEqual(['on purpose']);
    await until('accepted');
  });

  test('goes on by itself where the problems were accepted before', async () => {
    const port = await serveTls(certificates.selfSigned, (socket) => socket.end('hello'));
    const { until, received } = await open(port, { tls: 'on', areTlsProblemsAccepted: true });
    await until('ended');
    expect(received()).toBe('hello');
  });

  test('ends in the handshake where the service speaks plain text', async () => {
    const { port } = await listenOnLoopback((socket) => socket.end('220 hello\r\n'));
    const { until } = await open(port, { tls: 'on' });
    expect((await until('ended')).end.reason).toMatchObject({
      kind: 'not_connected',
      operation: 'handshake',
      cause: { code: 'tls_plain_text_answered' },
    });
  });

  test('can be half-closed: the peer reads the end and still answers', async () => {
    const port = await serveTls(certificates.good, (socket) => {
      let count = 0;
      socket.on('data', (bytes) => (count += bytes.length));
      socket.on('end', () => socket.end(`heard ${count}`));
    });
    const { session, until, received } = await open(port, { tls: 'on' });
    await until('secured');
    session.write(text('12345'));
    session.finish();
    expect((await until('ended')).end.reason).toEqual({ kind: 'closed', by: 'you' });
    expect(received()).toBe('heard 5');
  });

  test('can be reset, which is an RST of the connection below', async () => {
    const errors: unknown[] = [];
    const port = await serveTls(certificates.good, (socket) => {
      socket.on('error', (error) => errors.push(error));
      socket.write('hello');
    });
    const { session, until } = await open(port, { tls: 'on' });
    await until('received');
    session.reset();
    expect((await until('ended')).end.reason).toEqual({ kind: 'reset', by: 'you' });
    await expect.poll(() => errors).toMatchObject([{ code: 'ECONNRESET' }]);
  });

  test('pauses and loses nothing', async () => {
    const port = await serveTls(certificates.good, (socket) => socket.end(Buffer.alloc(5_000_000, 'x')));
    const { session, until } = await open(port, { tls: 'on' });
    session.pause();
    await until('secured');
    await new Promise((resolve) => setTimeout(resolve, 200));
    session.resume();
    expect((await until('ended')).end.receivedBytes).toBe(5_000_000);
  });
});

interface Upgrader {
  readonly service: string;
  readonly greeting: string;
  /** What each line of the client is answered with; after the last the handshake follows. */
  readonly answers: readonly (readonly [line: string, answer: string])[];
}

const upgraders: readonly Upgrader[] = [
  { service: 'smtp', greeting: '220 mail ESMTP\r\n', answers: [['EHLO [127.0.0.1]', '250-mail\r\n250-SIZE 1000\r\n250 STARTTLS\r\n'], ['STARTTLS', '220 Ready\r\n']] }, // prettier-ignore
  { service: 'submission', greeting: '220-a\r\n220 b\r\n', answers: [['EHLO [127.0.0.1]', '250 mail\r\n'], ['STARTTLS', '220 2.0.0 Ready\r\n']] }, // prettier-ignore
  { service: 'imap', greeting: '* OK IMAP4rev1\r\n', answers: [['sonde STARTTLS', '* BAD noise\r\nsonde OK Begin TLS\r\n']] },
  { service: 'pop3', greeting: '+OK POP3\r\n', answers: [['STLS', '+OK Begin TLS\r\n']] },
  { service: 'ftp', greeting: '220 (vsFTPd 3.0.3)\r\n', answers: [['AUTH TLS', '234 Proceed.\r\n']] },
];

/** A service that greets, answers line by line, and agrees TLS after its last answer. */
async function serveUpgrade({ greeting, answers }: Upgrader, afterLastAnswer = ''): Promise<number> {
  const options = await pems(certificates.good);
  const { port } = await listenOnLoopback((socket) => {
    socket.write(greeting);
    let place = 0;
    const answer = (bytes: Buffer): void => {
      const [line, reply] = answers[place] ?? ['', ''];
      if (bytes.toString() !== `${line}\r\n`) socket.destroy();
      place += 1;
      if (place < answers.length) socket.write(reply);
      else {
        socket.off('data', answer);
        socket.write(reply + afterLastAnswer, () => {
          const secure = new TLSSocket(socket, { isServer: true, ...options });
          secure.on('error', () => undefined);
          secure.on('data', (words) => secure.write(`in TLS: ${words.toString()}`));
        });
      }
    };
    socket.on('data', answer);
  }, createPlainServer);
  return port;
}

describe('STARTTLS', () => {
  test.each(upgraders)('upgrades a new session in the words of $service', async (upgrader) => {
    const port = await serveUpgrade(upgrader);
    const { session, until, untilReceived, events } = await open(port, { tls: 'starttls', service: upgrader.service });
    expect(await until('secured')).toMatchObject({ isHeld: false, tls: { problems: [] } });
    session.write(text('hello'));
    await untilReceived('in TLS: hello');
    const sent = events.flatMap((event) => (event.kind === 'sent' ? [Buffer.from(event.bytes).toString()] : []));
    expect(sent).toEqual([...upgrader.answers.map(([line]) => `${line}\r\n`), 'hello']);
    session.close();
    const { end } = await until('ended');
    const said = [upgrader.greeting, ...upgrader.answers.map(([, answer]) => answer), 'in TLS: hello'].join('');
    expect(end.receivedBytes).toBe(said.length);
  });

  test('upgrades a session that was already talked to', async () => {
    const port = await serveUpgrade({
      service: 'ftp',
      greeting: '220 hi\r\n',
      answers: [
        ['SYST', '215 UNIX\r\n'],
        ['AUTH TLS', '234 go\r\n'],
      ],
    });
    const { session, until, untilReceived } = await open(port, {});
    await untilReceived('220 hi');
    session.write(text('SYST\r\n'));
    await untilReceived('215 UNIX');
    session.startTls('ftp');
    expect(session.write(text('too early\r\n'))).toBe('not_open');
    await until('secured');
    session.write(text('PWD'));
    await untilReceived('in TLS: PWD');
  });

  test('ends the session when words follow the agreement, because they may be forged', async () => {
    const port = await serveUpgrade(upgraders[4]!, '230 Logged in.\r\n');
    const { until, kinds } = await open(port, { tls: 'starttls', service: 'ftp' });
    expect(await until('upgrade_failed')).toMatchObject({ problem: 'words_after_agreement' });
    await until('ended');
    expect(kinds()).not.toContain('secured');
  });

  test('refused while talking, leaves the session in plain text and says so', async () => {
    const { port } = await listenOnLoopback((socket) => {
      socket.write('220 hi\r\n');
      socket.on('data', (bytes) => socket.write(bytes.toString() === 'AUTH TLS\r\n' ? '502 no\r\n' : '200 ok\r\n'));
    });
    const { session, until, untilReceived } = await open(port, {});
    await untilReceived('220');
    session.startTls('ftp');
    expect(await until('upgrade_failed')).toMatchObject({ problem: 'refused' });
    expect(session.write(text('NOOP\r\n'))).toBe('sent');
    await untilReceived('200 ok');
  });

  test('refused on a session that was to be secure from the start, ends it', async () => {
    const { port } = await listenOnLoopback((socket) => {
      socket.write('220 hi\r\n');
      socket.on('data', () => socket.write('502 no\r\n'));
    });
    const { until } = await open(port, { tls: 'starttls', service: 'ftp' });
    expect(await until('upgrade_failed')).toMatchObject({ problem: 'refused' });
    expect((await until('ended')).end.reason).toEqual({ kind: 'closed', by: 'you' });
  });

  test('unanswered, ends at its limit', async () => {
    const { port } = await listenOnLoopback((socket) => socket.write('220 hi\r\n'));
    const { until } = await open(port, { tls: 'starttls', service: 'ftp', timeoutMs: 300 });
    expect(await until('upgrade_failed')).toMatchObject({ problem: 'no_answer' });
    await until('ended');
  });

  test.each(['on', 'starttls'] as const)(
    'a service that stays silent is told as such, also where silence has a limit (tls "%s")',
    async (tls) => {
      const { port } = await listenOnLoopback(() => undefined);
      const { until } = await open(port, { tls, service: 'ftp', timeoutMs: 300, idleLimitMs: 300 });
      const { reason } = (await until('ended')).end;
      if (tls === 'on') expect(reason).toMatchObject({ kind: 'not_connected', operation: 'handshake', cause: { code: 'tls_timed_out' } });
      else expect(await until('upgrade_failed')).toMatchObject({ problem: 'no_answer' });
    },
  );

  test.each([true, false])('a service that leaves instead of an answer ends the session at once (answersFin %s)', async (answersFin) => {
    const { port } = await listenOnLoopback((socket) => socket.end('220-busy\r\n'));
    const { until } = await open(port, { tls: 'starttls', service: 'ftp', answersFin });
    expect((await until('ended')).end).toMatchObject({ reason: { kind: 'closed', by: 'peer' }, receivedBytes: 10 });
  });
});

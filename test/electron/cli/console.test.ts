import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { openStore } from '../../../electron/store/open.ts';
import { closeStore } from '../../../electron/store/store.ts';
import { listTranscripts } from '../../../electron/store/transcripts/list-transcripts.ts';
import { readTranscript } from '../../../electron/store/transcripts/read-transcript.ts';
import { makeCertificates, type Certificates } from '../../support/certificates.ts';
import { makePipe } from '../../support/make-pipe.ts';
import { quietLoopback, runProgram, serveOne, type RunEnd } from './console/programs.ts';
import { commandLineFile, run, temporaryFolder } from './sonde.ts';

const console_ = (words: readonly string[], input: readonly (string | Uint8Array)[] = []): Promise<RunEnd> =>
  runProgram({ program: 'sonde', words, input });

/** A server that says its words and closes once it was spoken to, or at once. */
const saying = (words: string | Uint8Array, isAsked = false) => (socket: Socket): void => {
  if (isAsked) socket.once('data', () => socket.end(words, 'latin1'));
  else socket.end(words, 'latin1');
}; // prettier-ignore

const to = (port: number): readonly string[] => [quietLoopback, String(port)];

describe('what comes', () => {
  test('passes a pipe byte for byte, in any size, also to a reader that is slow', async () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7) % 256));
    const expected = createHash('sha256').update(bytes).digest('hex');
    for (const delay of ['0', '0.3']) {
      const { port } = await serveOne((socket) => socket.end(bytes));
      const command = `"${process.execPath}" "${commandLineFile}" console ${quietLoopback} ${port} --raw < /dev/null | { sleep ${delay}; sha256sum; }`;
      expect(await run('sh', ['-c', command])).toMatchObject({ stdout: `${expected}  -\n`, stderr: '' });
    }
  });

  test('is rows of hexadecimal bytes where that is wished', async () => {
    const { port } = await serveOne(saying('220 hi\x1b[31m\r\n'));
    expect((await console_([...to(port), '--hex'])).stdout).toBe(
      `00000000  32 32 30 20 68 69 1b 5b  33 31 6d 0d 0a           |220 hi${Buffer.from('·').toString('latin1')}[31m${Buffer.from('··').toString('latin1')}|\n`,
    );
  });

  test.skipIf(process.platform !== 'linux')(
    'is awaited no longer once its reader has gone, also from a silent peer, as nc does',
    async () => {
      const { port, seen } = await serveOne((socket) => socket.write('220 first\r\n'));
      const command = `"${process.execPath}" "${commandLineFile}" console ${quietLoopback} ${port} < /dev/null | head -1`;
      expect(await run('sh', ['-c', command])).toMatchObject({ stdout: '220 first\r\n', stderr: '' });
      await expect.poll(() => seen.hasFinished).toBe(true);
    },
  );

  test('makes the peer wait while nobody reads stdout', async () => {
    let written = 0;
    const { port } = await serveOne((socket) => {
      const chunk = Buffer.alloc(100_000, 'x');
      const fill = (): void => {
        do written += chunk.length;
        while (socket.write(chunk));
      };
      socket.on('drain', fill);
      fill();
    });
    const running = run('sh', [
      '-c',
      `"${process.execPath}" "${commandLineFile}" console ${quietLoopback} ${port} < /dev/null | { sleep 3; head -c 1; }`,
    ]);
    await expect.poll(() => written).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    // What fits the buffers of the sockets, of the pipe and of one read.
    expect(written).toBeLessThan(30_000_000);
    expect((await running).stdout).toBe('x');
  });

  test('is put down in a file of its owner only, as text, without what was sent and without credentials', async () => {
    const path = join(temporaryFolder(), 'talk.txt');
    const { port } = await serveOne((socket) => {
      socket.write('331 Please specify the password.\r\n');
      socket.once('data', () => socket.end('230 token=abc123\r\n'));
    });
    await console_([...to(port), '--transcript', path], ['PASS hunter2\r\n']);
    const lines = readFileSync(path, 'utf8').trim().split('\n').map((line) => line.replace(/^\S+Z /u, '').replaceAll('\u00a0', ' ')); // prettier-ignore
    // Input from a pipe does not wait for the greeting, so either may come first.
    expect(lines.filter((line) => line.startsWith('<'))).toEqual(['< 331 Please specify the password.', '< 230 token=[hidden]']);
    expect(lines.filter((line) => line.startsWith('>'))).toEqual(['> [14 B, not kept]']);
    expect(lines.at(-1)).toMatch(/^- (?:The other side|You) closed the connection \(FIN\) after .* Received 52 B, sent 14 B\.$/u);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('also of a flood of empty lines no line is missing', async () => {
    const path = join(temporaryFolder(), 'talk.txt');
    const { port } = await serveOne((socket) => socket.end('\n'.repeat(200_000)));
    await console_([...to(port), '--transcript', path]);
    expect(readFileSync(path, 'utf8').match(/Z < $/gmu)?.length).toBe(200_000);
  });

  test('and what was sent too, where that is said, as JSON Lines by the name of the file', async () => {
    const path = join(temporaryFolder(), 'talk.jsonl');
    const { port } = await serveOne(saying('221 bye\r\n', true));
    await console_([...to(port), '--transcript', path, '--keep-sent'], ['USER joe\r\nPASS hunter2\r\n']);
    const lines = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
    expect(lines.filter(({ kind }) => kind === 'sent').map(({ text }) => text)).toEqual(['USER joe', 'PASS [hidden]']);
    expect(lines.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['opening', 'connected', 'sent', 'received', 'ended']) as string[],
    );
    expect(readFileSync(path, 'utf8')).not.toContain('hunter2');
  });
});

describe('messages', () => {
  test('are none where nothing is wrong and nobody looks', async () => {
    const { port } = await serveOne(saying('hello'));
    expect(await console_(to(port))).toEqual({ exitCode: 0, stdout: 'hello', stderr: '' });
  });

  test('say with -v what happens, and how it ended', async () => {
    const { port } = await serveOne(saying('hello'));
    const { stderr } = await console_([...to(port), '-v']);
    const said = stderr.replaceAll('\u00a0', ' ');
    expect(said).toMatch(/^Connecting…\nConnected to [\d.:]+ in [\d.]+ ms from [\d.:]+\.\nThe other side will send no more \(FIN\)\.\n/u);
    expect(said).toMatch(/The other side closed the connection \(FIN\) after [\d.]+ m?s\. Received 5 B, sent nothing\.\n$/u);
  });

  test('say why there was no connection', async () => {
    const { stderr, exitCode } = await console_(['-s', '192.0.2.7', '127.0.0.1', '80']);
    expect({ stderr, exitCode }).toEqual({ stderr: 'sonde: Not connected: 127.0.0.1:80 has no source address.\n', exitCode: 1 });
  });

  test.each([
    [[], 'Name a host and a port, for example: sonde console ftp1.example.net 21'],
    [['127.0.0.1', '1-5'], 'A console talks to one port: name a single one.'],
    [['127.0.0.1', '80', '--encoding', 'ebcdic'], '--encoding ebcdic: an encoding is wanted, one of utf-8, latin-1, cp437.'],
    [['127.0.0.1', '80', '--starttls', 'http'], '--starttls http: a service is wanted, one of smtp, submission, imap, pop3, ftp.'],
    [
      ['127.0.0.1', '80', '-w', 'x'],
      '--timeout x: a number of seconds is wanted, above 0 and at most a day; leave -w out for no limit of silence.',
    ],
    [
      ['127.0.0.1', '80', '-w', '0'],
      '--timeout 0: a number of seconds is wanted, above 0 and at most a day; leave -w out for no limit of silence.',
    ],
    [['127.0.0.1', '80', '--tls', '--udp'], '--tls needs TCP; leave out --udp or --tls.'],
    [['-s', '::1', '127.0.0.1', '80'], '127.0.0.1 is IPv4 and -s ::1 is IPv6; name addresses of one IP version.'],
    [['-6', '127.0.0.1', '80'], '127.0.0.1 is IPv4 and -6 is IPv6; name addresses of one IP version.'],
    [['-l', '-4', '::1', '4711'], '-4 is IPv4 and ::1 is IPv6; name addresses of one IP version.'],
    [['--address', '::1', '-4', 'localhost', '80'], '-4 is IPv4 and --address ::1 is IPv6; name addresses of one IP version.'],
    [['-p', '4711', '127.0.0.1', '80'], '-p is the port to wait at and goes with -l; the port to talk to stands after the host.'],
    [['-l', '-s', '127.0.0.1', '127.0.0.2', '4711'], 'The address to wait at is named twice: leave -s out.'],
    [['-l', '--address', '127.0.0.1', '4711'], '--address is dialled, and -l waits; name the address to wait at with -s.'],
    [['127.0.0.1', '80', '--cert', 'a', '--key', 'b'], '--cert and --key are shown to who connects, and go with -l.'],
    [['-l', 'ftp'], 'Name a port to wait at, for example: sonde console -l 4711'],
    [['-l', 'example.org', '80'], 'example.org: an address of this computer is wanted, for example 127.0.0.1 or 0.0.0.0.'],
    [['127.0.0.1', '80', '--transcript', '/no/such/folder/file'], '/no/such/folder/file cannot be written.'],
    [
      ['127.0.0.1', '80', '--frobnicate'],
      'There is no option --frobnicate; put quotes around a pasted command, and see sonde console --help.',
    ],
  ])('say in one sentence what is wrong with %j', async (words, sentence) => {
    expect(await console_(words)).toEqual({ exitCode: 2, stdout: '', stderr: `sonde: ${sentence}\n` });
  });

  test('help names every flag', async () => {
    const { stdout } = await console_(['--help']);
    for (const flag of ['-C', '-N', '-q', '-w', '-t', '-4', '-6', '-s', '-u', '-l', '--tls', '--starttls', '--hex', '--raw', '--transcript']) expect(stdout).toContain(flag); // prettier-ignore
  });
});

describe('a pipe', () => {
  test('leaves in the history how it went and how much it was, and nothing of what was said', async () => {
    const folder = temporaryFolder();
    const { port } = await serveOne(saying('221 goodbye\r\n', true));
    const run = await console_([...to(port), '--data', folder], ['QUIT hunter2\r\n']);
    expect(run).toEqual({ exitCode: 0, stdout: '221 goodbye\r\n', stderr: '' });
    const refused = await console_(['127.0.114.2', '9', '--data', folder]);
    expect(refused.exitCode).toBe(1);
    expect(await console_([...to(port), '--no-save'])).toMatchObject({ exitCode: 1 });
    const opening = openStore(folder);
    if (opening.kind !== 'open') throw new Error(opening.kind);
    onTestFinished(() => closeStore(opening.store));
    const listing = listTranscripts(opening.store, { hostId: null, text: '', after: null, limit: 10 });
    if (listing.kind !== 'listed') throw new Error(listing.kind);
    expect(listing.rows).toMatchObject([
      { host: '127.0.114.2', end: { reason: { kind: 'not_connected' } }, receivedBytes: 0, sentBytes: 0 },
      { host: quietLoopback, end: { reason: { kind: 'closed' } }, receivedBytes: 13, sentBytes: 14 },
    ]);
    const read = readTranscript(opening.store, { transcriptId: listing.rows[1]?.id ?? 0, after: null });
    const lines = read.kind === 'listed' ? read.rows : [];
    expect(lines.map((line) => (line.kind === 'note' ? line.event.kind : line.kind))).toEqual([
      ...['opening', 'connected', 'finished', 'file', 'captured', 'ended'],
    ]);
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(written.join('')).not.toMatch(/hunter2|goodbye/u);
  });
});

describe.skipIf(process.platform === 'win32')('a transcript into a pipe', () => {
  test('is refused where nobody reads it, and not waited for', async () => {
    const path = join(temporaryFolder(), 'pipe');
    await makePipe(path);
    expect(await console_(['127.0.0.1', '9', '--transcript', path])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `sonde: ${path} cannot be written.\n`,
    });
  });

  test('is read to its end', async () => {
    const path = join(temporaryFolder(), 'pipe');
    await makePipe(path);
    const reading = run('cat', [path]);
    const { port } = await serveOne(saying('hello'));
    await console_([...to(port), '--transcript', path]);
    expect((await reading).stdout).toMatch(/Connecting[^]* < hello\n[^]* closed the connection/u);
  });
});

describe('TLS', () => {
  let folder = '';
  let certificates: Certificates;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sonde-console-cli-'));
    certificates = await makeCertificates({ folder, names: ['mail.example.org'], addresses: [quietLoopback] });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const options = (kind: 'good' | 'selfSigned'): { key: Buffer; cert: Buffer } => ({
    key: readFileSync(certificates[kind].keyPath),
    cert: readFileSync(certificates[kind].chainPath),
  });

  async function serveTls(kind: 'good' | 'selfSigned', heard: string[]): Promise<number> {
    const server = createTlsServer(options(kind), (socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        heard.push(bytes.toString());
        socket.end('in TLS');
      });
    });
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, quietLoopback, resolve));
    onTestFinished(() => void server.close());
    return (server.address() as { port: number }).port;
  }

  /** The test authority is the system's for the process that is started. */
  const trusting = (words: readonly string[], input: string): Promise<RunEnd & { readonly exitCode: number | null }> =>
    run('sh', ['-c', `printf '${input}' | "$0" "$@"`, process.execPath, commandLineFile, 'console', ...words], {
      env: { SSL_CERT_FILE: certificates.authorityPath },
    });

  test('is spoken from the start with --tls', async () => {
    const heard: string[] = [];
    const port = await serveTls('good', heard);
    expect(await trusting([...to(port), '--tls'], 'hello')).toMatchObject({ stdout: 'in TLS', exitCode: 0 });
    expect(heard).toEqual(['hello']);
  });

  test('with a certificate nobody vouches for, ends with 1 before anything is sent, unless --insecure', async () => {
    const heard: string[] = [];
    const port = await serveTls('selfSigned', heard);
    const refused = await console_([...to(port), '--tls'], ['secret']);
    expect(refused).toMatchObject({ stdout: '', exitCode: 1 });
    expect(refused.stderr).toBe(
      `sonde: ${quietLoopback}:${port} shows a certificate signed by itself. Nothing is sent until you accept that.\nsonde: Closed for that; --insecure goes on all the same.\n`,
    );
    expect(heard).toEqual([]);
    expect(await console_([...to(port), '--tls', '--insecure'], ['secret'])).toMatchObject({ stdout: 'in TLS', exitCode: 0 });
    expect(heard).toEqual(['secret']);
  });

  test('is asked for in the words of the service with --starttls, and input waits for it', async () => {
    const { port, seen } = await serveOne((socket) => {
      socket.write('220 mail ESMTP\r\n');
      const answers = ['250-mail\r\n250 STARTTLS\r\n', '220 go\r\n'];
      const answer = (): void => {
        const [reply = ''] = answers.splice(0, 1);
        if (answers.length > 0) socket.write(reply);
        else {
          socket.removeAllListeners('data');
          socket.write(reply, () => {
            const secure = new TLSSocket(socket, { isServer: true, ...options('good') });
            secure.on('error', () => undefined).on('data', (bytes) => secure.end(`in TLS: ${bytes.toString()}`));
          });
        }
      };
      socket.on('data', answer);
    });
    const ended = await trusting([...to(port), '--starttls', 'smtp'], 'QUIT');
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(ended.stdout).toBe('220 mail ESMTP\r\n250-mail\r\n250 STARTTLS\r\n220 go\r\nin TLS: QUIT');
    expect(seen.wire).toBe('EHLO [127.0.0.1]\r\nSTARTTLS\r\n');
  });

  test('that is refused ends with 1, and nothing is sent in plain text', async () => {
    const { port, seen } = await serveOne((socket) => {
      socket.write('220 ftp\r\n');
      socket.on('data', () => socket.write('502 no\r\n'));
    });
    expect(await console_([...to(port), '--starttls', 'ftp'], ['USER joe\r\n'])).toMatchObject({
      exitCode: 1,
      stderr: 'sonde: The service refused to go on in TLS.\n',
    });
    expect(seen.wire).toBe('AUTH TLS\r\n');
  });

  test('that the service leaves without an answer to ends with 1, and who closed is said', async () => {
    const { port } = await serveOne((socket) => socket.end('220-busy\r\n'));
    const { exitCode, stderr } = await console_([...to(port), '--starttls', 'ftp'], ['USER joe\r\n']);
    expect(exitCode).toBe(1);
    expect(stderr.replaceAll('\u00a0', ' ')).toMatch(
      /^sonde: (?:The other side|You) closed the connection \(FIN\) after .*\. Received 10 B, sent nothing\.\n$/u,
    );
  });

  test.each(['--tls', '--starttls'])(
    'that is not agreed in time ends %s with 1 and its reason, also where silence has the same limit',
    async (flag) => {
      const { port } = await serveOne(() => undefined);
      const { exitCode, stderr } = await console_([...to(port), '-w', '1', flag, ...(flag === '--tls' ? [] : ['smtp'])]);
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(
        /^sonde: (?:Not connected: .* did not finish the TLS handshake|The service did not answer the request to go on in TLS)\.\n$/u,
      );
    },
  );

  test('is spoken while listening too, with a certificate that is made', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, quietLoopback, () => {
        const place = server.address() as { port: number };
        server.close(() => resolve(place.port));
      });
    });
    const listening = runProgram({
      program: 'sonde',
      words: ['-l', quietLoopback, String(port), '--tls', '-v'],
      input: ['welcome'],
      keepsInputOpen: true,
    });
    let client: RunEnd | null = null;
    for (let attempt = 0; attempt < 20 && client?.exitCode !== 0; attempt += 1)
      client = await console_([...to(port), '--tls', '--insecure', '-w', '2'], ['hello']);
    expect(client).toMatchObject({ stdout: 'welcome', exitCode: 0 });
    expect(await listening).toMatchObject({ stdout: 'hello', exitCode: 0 });
  });
});

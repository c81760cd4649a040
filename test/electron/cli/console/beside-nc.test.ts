import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';

import { closedPort } from '../../../support/loopback.ts';
import { commandLineFile, run } from '../sonde.ts';
import { programs, quietLoopback, runProgram, serveOne, type Program, type Run, type RunEnd, type Seen } from './programs.ts';

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** No byte is where it was a kilobyte before, so that a piece lost, doubled or moved shows. */
const tenMegabytes = Uint8Array.from({ length: 10_000_000 }, (_, index) => (index * 7 + (index >> 10) * 13 + (index >> 18)) % 256);

/** The same wish in the words of each program; null where it cannot. */
interface Script {
  readonly name: string;
  readonly flags: Readonly<Record<Program, readonly string[] | null>>;
  readonly input: Run['input'];
  readonly keepsInputOpen?: boolean;
  readonly serve: (socket: Socket, seen: Seen) => void;
}

const same = (...flags: readonly string[]): Script['flags'] => ({ nc: flags, ncat: flags, sonde: flags });
/** ncat sends FIN at the end of its input unless told not to; nc and sonde the other way round. */
const finishing = (...flags: readonly string[]): Script['flags'] => ({ nc: ['-N', ...flags], ncat: flags, sonde: ['-N', ...flags] });
const staying = (...flags: readonly string[]): Script['flags'] => ({ nc: flags, ncat: ['--no-shutdown', ...flags], sonde: flags });
const answerAtEnd = (socket: Socket, seen: Seen): void => void socket.on('end', () => socket.end(`heard ${seen.wire.length}`));

const scripts: readonly Script[] = [
  {
    name: 'a request is answered, and the service closes',
    flags: staying(),
    input: ['GET / HTTP/1.0\r\n\r\n'],
    serve: (socket) => socket.once('data', () => socket.end('HTTP/1.0 200 OK\r\n\r\nhello')),
  },
  {
    name: 'a dialogue of several lines: FTP',
    flags: staying(),
    input: ['USER anonymous\r\n', 'QUIT\r\n'],
    serve: (socket, seen) => {
      socket.write('220 (vsFTPd 2.0.5)\r\n');
      socket.on('data', () => {
        if (seen.wire.endsWith('QUIT\r\n')) socket.end('331 Please specify the password.\r\n221 Goodbye.\r\n');
      });
    },
  },
  {
    name: 'the end of the input is not sent on, and the late answer is read',
    flags: staying(),
    input: ['hello'],
    serve: (socket, seen) => setTimeout(() => socket.end(`finished ${seen.hasFinished}`), 600),
  },
  { name: 'the end of the input is sent on', flags: finishing(), input: ['abc\n'], serve: answerAtEnd },
  { name: 'every byte passes, and comes back', flags: finishing(), input: [everyByte, everyByte], serve: (socket, seen) => socket.on('end', () => socket.end(Buffer.from(seen.wire, 'latin1'))) }, // prettier-ignore
  {
    name: 'LF becomes CR LF where that is wished, and CR LF stays',
    flags: finishing('-C'),
    input: ['AA\r\nBB\n', 'CC\n'],
    serve: answerAtEnd,
  },
  {
    name: 'a service that turns everybody away',
    flags: staying(),
    input: [],
    serve: (socket) => socket.end('421 Service not available.\r\n'),
  },
  { name: 'a service that closes without a word', flags: staying(), input: [], serve: (socket) => socket.end() },
  {
    name: 'a peer that says it is done is still sent what comes later',
    flags: staying(),
    input: ['', 'late words\n'],
    serve: (socket) => socket.end('done\n'),
  },
  {
    name: 'a mute service ends with the limit of silence',
    flags: { ...same('-w', '1'), ncat: null },
    input: ['hello\n'],
    serve: () => undefined,
  },
  { name: 'words from another address of this computer', flags: finishing('-s', '127.0.0.2'), input: ['x'], serve: answerAtEnd },
  { name: 'IPv4 by choice', flags: finishing('-4'), input: ['x'], serve: answerAtEnd },
  {
    name: 'ten megabytes of every byte pass both ways at once',
    flags: finishing(),
    input: [tenMegabytes],
    serve: (socket) => socket.pipe(socket),
  },
];

interface Outcome extends RunEnd, Seen {}

async function play(program: Program, { flags, input, keepsInputOpen, serve }: Script): Promise<Outcome | null> {
  const own = flags[program];
  if (own === null) return null;
  const { port, seen } = await serveOne(serve);
  const ended = await runProgram({
    program,
    words: [...own, quietLoopback, String(port)],
    input,
    ...(keepsInputOpen === undefined ? {} : { keepsInputOpen }),
  });
  await expect.poll(() => seen.from).not.toBe('');
  return { ...ended, ...seen, wire: short(seen.wire), stdout: short(ended.stdout) };
}

/** A long text as its length and hash, so that a difference can be read. */
function short(text: string): string {
  return text.length <= 600 ? text : `${text.length} ${createHash('sha256').update(text).digest('hex')}`;
}

/** Resolves when somebody waits at a UDP port: a datagram before that would be lost, and neither program tells. */
async function untilBound(port: number): Promise<void> {
  const place = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  if (process.platform === 'linux') await expect.poll(() => readFileSync('/proc/net/udp', 'utf8'), { timeout: 10_000 }).toContain(place);
  else await new Promise((resolve) => setTimeout(resolve, 1_500));
}

describe('nc, ncat and sonde console do the same', () => {
  test.each(scripts)('$name', async (script) => {
    const [nc, ncat, sonde] = await Promise.all(programs.map((program) => play(program, script)));
    expect(nc).toMatchObject({ exitCode: 0 });
    expect(sonde).toEqual({ ...nc, hasFinished: sonde?.hasFinished });
    if (ncat !== null)
      expect({ wire: ncat?.wire, stdout: ncat?.stdout, exitCode: ncat?.exitCode }).toEqual({
        wire: nc?.wire,
        stdout: nc?.stdout,
        exitCode: 0,
      });
  });

  test('a refused connection ends them with 1', async () => {
    const port = await closedPort();
    for (const program of programs)
      expect((await runProgram({ program, words: [quietLoopback, String(port)], input: [] })).exitCode, program).toBe(1);
  });

  test('a name that does not exist ends nc and sonde with 1', async () => {
    for (const program of ['nc', 'sonde'] as const)
      expect((await runProgram({ program, words: ['no-such-host.invalid', '80'], input: [] })).exitCode, program).toBe(1);
  });

  test('a source address that is not ours ends them with 1', async () => {
    for (const program of programs)
      expect((await runProgram({ program, words: ['-s', '192.0.2.7', '127.0.0.1', '80'], input: [] })).exitCode, program).toBe(1);
  });

  test('over UDP the input is sent in the same datagrams, and answers are read until the limit', async () => {
    for (const program of ['nc', 'sonde'] as const) {
      const server = createSocket('udp4').bind(0, quietLoopback);
      onTestFinished(() => void server.close());
      await once(server, 'listening');
      const sizes: number[] = [];
      server.on('message', (bytes, { port, address }) => {
        sizes.push(bytes.length);
        server.send('ok.', port, address);
      });
      const { port } = server.address();
      const ended = await runProgram({ program, words: ['-u', '-w', '1', quietLoopback, String(port)], input: [Buffer.alloc(40_000)] });
      expect({ program, sizes, ...ended }).toMatchObject({ program, sizes: [16_384, 16_384, 7_232], stdout: 'ok.ok.ok.', exitCode: 0 });
    }
  });

  test('listening, they talk to one peer and end with it', async () => {
    for (const program of programs) {
      const port = await closedPort();
      const running = runProgram({ program, words: ['-l', quietLoopback, String(port)], input: ['hello\n'], keepsInputOpen: true });
      const client = await connectWhenListening(port);
      let heard = '';
      client.on('data', (bytes) => (heard += bytes.toString()));
      client.write('hi\n');
      await expect.poll(() => heard).toBe('hello\n');
      client.end();
      expect(await running, program).toMatchObject({ stdout: 'hi\n', exitCode: 0 });
    }
  });

  test('listening, nc and sonde take the port with -p as well', async () => {
    for (const program of ['nc', 'sonde'] as const) {
      const port = await closedPort();
      const place = program === 'nc' ? ['-l', '-p', String(port), '-s', quietLoopback] : ['-s', quietLoopback, '-l', '-p', String(port)];
      const running = runProgram({ program, words: place, input: [], keepsInputOpen: true });
      const client = await connectWhenListening(port);
      client.end('hi\n');
      expect(await running, program).toMatchObject({ stdout: 'hi\n', exitCode: 0 });
    }
  });

  test('listening, a limit of silence holds once somebody is there', async () => {
    for (const program of ['nc', 'sonde'] as const) {
      const port = await closedPort();
      const running = runProgram({ program, words: ['-l', '-w', '1', quietLoopback, String(port)], input: [], keepsInputOpen: true });
      await connectWhenListening(port);
      expect(await running, program).toMatchObject({ exitCode: 0, stderr: '' });
    }
  });

  test('listening for one peer after the other, each is told that the input has ended', async () => {
    for (const program of ['nc', 'sonde'] as const) {
      const port = await closedPort();
      let child: ChildProcess | undefined;
      const onStart = (started: ChildProcess): void => void (child = started);
      const running = runProgram({ program, words: ['-l', '-k', '-N', quietLoopback, String(port)], input: ['hello'], onStart });
      for (const heard of ['hello', '']) expect(await untilFin(await connectWhenListening(port)), program).toBe(heard);
      child?.kill('SIGINT');
      await running;
    }
  });

  test('listening for one peer after the other, what is typed between two of them is for the second', async () => {
    for (const program of ['nc', 'sonde'] as const) {
      const port = await closedPort();
      let child: ChildProcess | undefined;
      const onStart = (started: ChildProcess): void => void (child = started);
      const running = runProgram({
        program,
        words: ['-l', '-k', quietLoopback, String(port)],
        input: ['one\n'],
        keepsInputOpen: true,
        onStart,
      });
      const first = await connectWhenListening(port);
      expect(String(await once(first, 'data')), program).toBe('one\n');
      first.end();
      await once(first, 'close');
      // Longer than any closing takes.
      await new Promise((resolve) => setTimeout(resolve, 500));
      child?.stdin?.write('two\n');
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(String(await once(await connectWhenListening(port), 'data')), program).toBe('two\n');
      child?.kill('SIGINT');
      await running;
    }
  });

  test('listening for one peer after the other, more than some who wait are turned away', async () => {
    const port = await closedPort();
    let child: ChildProcess | undefined;
    const onStart = (started: ChildProcess): void => void (child = started);
    const running = runProgram({
      program: 'sonde',
      words: ['-l', '-k', quietLoopback, String(port)],
      input: ['hello'],
      keepsInputOpen: true,
      onStart,
    });
    const first = await connectWhenListening(port);
    await once(first, 'data');
    const others = await Promise.all(Array.from({ length: 40 }, () => connectOnce(port, quietLoopback)));
    const hungUp = new Set<Socket>();
    for (const socket of others) socket.resume().on('end', () => hungUp.add(socket));
    await expect.poll(() => hungUp.size).toBe(24);
    // The rest is turned away when it ends, and does not keep it from ending.
    child?.kill('SIGINT');
    expect((await running).exitCode).toBe(130);
    await expect.poll(() => hungUp.size).toBe(40);
  });

  test('listening over UDP, what comes in a burst stays in its order', async () => {
    for (const program of ['nc', 'sonde'] as const) {
      const port = await closedPort();
      const running = runProgram({ program, words: ['-u', '-l', '-w', '1', quietLoopback, String(port)], input: [], keepsInputOpen: true });
      await untilBound(port);
      const client = createSocket('udp4');
      onTestFinished(() => void client.close());
      for (let count = 0; count < 40; count += 1) client.send(`${count} `, port, quietLoopback);
      expect((await running).stdout, program).toBe(Array.from({ length: 40 }, (_, count) => `${count} `).join(''));
    }
  });

  test.each([
    ['a here-document', '"$@" <<END\nhello\nEND', 'heard 6'],
    ['a file', 'echo hello > input; "$@" < input', 'heard 6'],
    ['nothing at all', '"$@" < /dev/null', 'heard 0'],
    ['a folder, which cannot be read', '"$@" < .', 'heard 0'],
  ])('the input is %s', async (_, script, stdout) => {
    for (const [file, ...before] of [['nc'], [process.execPath, commandLineFile, 'console']]) {
      const { port } = await serveOne(answerAtEnd);
      const words = [file!, ...before, '-N', quietLoopback, String(port)];
      expect(await run('sh', ['-c', `cd "$HOME" && ${script}`, 'sh', ...words]), file).toMatchObject({ stdout, exitCode: 0 });
    }
  });

  test('an input that is closed is an empty one', async () => {
    // nc takes the connection itself for its input then, and never ends.
    const { port } = await serveOne(answerAtEnd);
    const words = [process.execPath, commandLineFile, 'console', '-N', quietLoopback, String(port)];
    expect(await run('sh', ['-c', '"$@" <&-', 'sh', ...words])).toMatchObject({ stdout: 'heard 0', stderr: '', exitCode: 0 });
  });

  test('a reader that has seen enough, as head, ends them with 0', async () => {
    for (const [file, ...before] of [['nc'], [process.execPath, commandLineFile, 'console']]) {
      const { port } = await serveOne((socket) => {
        const talk = (): void => {
          while (socket.writable && socket.write('line\n'.repeat(1_000)));
        };
        socket.on('drain', talk);
        talk();
      });
      const script = '{ "$@" < /dev/null; echo "$?" >&2; } | head -n 1';
      const words = [file!, ...before, quietLoopback, String(port)];
      expect(await run('sh', ['-c', script, 'sh', ...words])).toMatchObject({ stdout: 'line\n', stderr: '0\n' });
    }
  });

  test('over IPv6', async () => {
    for (const program of programs) {
      const { port, seen } = await serveOne(answerAtEnd, '::1');
      const words = [...(finishing('-6').nc !== null && program !== 'ncat' ? ['-N'] : []), '-6', '::1', String(port)];
      expect(await runProgram({ program, words, input: ['x'] }), program).toMatchObject({ stdout: 'heard 1', exitCode: 0 });
      expect(seen.from).toBe('::1');
    }
  });
});

async function connectWhenListening(port: number, address = quietLoopback): Promise<Socket> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await connectOnce(port, address);
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function untilFin(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    socket.on('data', (bytes) => (heard += bytes.toString())).on('end', () => resolve(heard));
  });
}

async function connectOnce(port: number, address: string): Promise<Socket> {
  const socket = connect(port, address);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** Where sonde does as neither nc nor ncat: all there are, each with its reason. */
describe('the five differences', () => {
  test('1: with -t, Telnet commands are taken out of the data and IAC is escaped in what is sent, as RFC 854 wants; nc does neither', async () => {
    const ends: Record<string, unknown> = {};
    for (const program of ['nc', 'sonde'] as const) {
      const { port, seen } = await serveOne((socket) => {
        socket.write(Buffer.from('fffd18fffb01', 'hex'));
        setTimeout(() => socket.end('login:\xff\xff', 'latin1'), 700);
      });
      const { stdout } = await runProgram({
        program,
        words: ['-t', quietLoopback, String(port)],
        input: ['\xff\n'].map((text) => Buffer.from(text, 'latin1')),
      });
      ends[program] = { stdout, wire: Buffer.from(seen.wire, 'latin1').toString('hex') };
    }
    // What is refused is refused alike.
    expect(ends).toEqual({
      nc: {
        stdout: '\xff\xfd\x18\xff\xfb\x01login:\xff\xff',
        wire: expect.stringMatching(/^(?:ff0afffc18fffe01|fffc18fffe01ff0a)$/u) as string,
      },
      sonde: { stdout: 'login:\xff', wire: expect.stringMatching(/^(?:ffff0afffc18fffe01|fffc18fffe01ffff0a)$/u) as string },
    });
  });

  test('2: -q quits that long after the input ended, as the manual of nc says; nc 1.219 waits for the peer first', async () => {
    const { port } = await serveOne(() => undefined);
    const startedMs = performance.now();
    expect(await runProgram({ program: 'sonde', words: ['-q', '1', quietLoopback, String(port)], input: ['x'] })).toMatchObject({
      exitCode: 0,
    });
    expect(performance.now() - startedMs).toBeGreaterThan(1_000);
  });

  // macOS has one loopback address only.
  test.runIf(process.platform !== 'darwin')(
    '3: -l waits at loopback unless an address is named, because a port open to everybody should be a choice; nc waits everywhere',
    async () => {
      const port = await closedPort();
      const running = runProgram({ program: 'sonde', words: ['-l', String(port)], input: [], keepsInputOpen: true });
      const client = await connectWhenListening(port, '127.0.0.1');
      await expect(
        new Promise((resolve, reject) => connect(port, '127.0.0.2').once('connect', resolve).once('error', reject)),
      ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      client.end();
      expect((await running).exitCode).toBe(0);
    },
  );

  test('4: a reader that went away is noticed half a second after the input has ended, because the runtime can ask no pipe; nc looks', async () => {
    const { port } = await serveOne((socket) => socket.write('220 hi\r\n'));
    // Without GNU tail it is noticed with the next bytes, and only -w bounds the wait.
    const script = '"$@" -w 14 < /dev/null | head -n 1';
    const startedMs = performance.now();
    const words = [process.execPath, commandLineFile, 'console', quietLoopback, String(port)];
    expect(await run('sh', ['-c', script, 'sh', ...words])).toMatchObject({ stdout: '220 hi\r\n', stderr: '', exitCode: 0 });
    const tookMs = performance.now() - startedMs;
    expect(tookMs).toBeGreaterThan(500);
    if (process.platform === 'linux') expect(tookMs).toBeLessThan(12_000);
  });

  test.runIf(existsSync('/dev/full'))(
    '5: output that is lost because the disk is full ends with 1 and the reason; nc ends with 0 and says nothing',
    async () => {
      const ends: unknown[] = [];
      for (const [file, ...before] of [['nc'], [process.execPath, commandLineFile, 'console']]) {
        const { port } = await serveOne((socket) => socket.end('hello'));
        const words = [file!, ...before, quietLoopback, String(port)];
        ends.push(await run('sh', ['-c', '"$@" < /dev/null > /dev/full', 'sh', ...words]));
      }
      expect(ends).toMatchObject([
        { exitCode: 0, stderr: '' },
        { exitCode: 1, stderr: expect.stringMatching(/^sonde: The results could not be written: ENOSPC/u) as string },
      ]);
    },
  );
});

describe('where nc and ncat disagree', () => {
  test('a command that cannot be read ends with 2, as with ncat and every command of sonde; nc ends with 1', async () => {
    const codes = await Promise.all(
      programs.map(async (program) => (await runProgram({ program, words: ['127.0.0.1', '70000'], input: [] })).exitCode),
    );
    expect(codes).toEqual([1, 2, 2]);
  });

  test('a reset ends with 0, as with nc, for there was a connection; ncat ends with 1', async () => {
    const codes: unknown[] = [];
    for (const program of programs) {
      const { port } = await serveOne((socket) => setTimeout(() => socket.resetAndDestroy(), 200));
      codes.push((await runProgram({ program, words: [quietLoopback, String(port)], input: [], keepsInputOpen: true })).exitCode);
    }
    expect(codes).toEqual([0, 1, 0]);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { openStore } from '../../../../electron/store/open.ts';
import { closeStore } from '../../../../electron/store/store.ts';
import { listTranscripts } from '../../../../electron/store/transcripts/list-transcripts.ts';
import { readTranscript } from '../../../../electron/store/transcripts/read-transcript.ts';
import { lineText } from '../../../../shared/console/transcript-line.ts';
import { commandLineFile, temporaryFolder } from '../sonde.ts';
import { quietLoopback, serveOne } from './programs.ts';

/** `sonde console` with a terminal for stdin, stdout and stderr, and a person who types at it. */
interface AtTerminal {
  /** Everything the person has seen. */
  readonly screen: () => string;
  readonly type: (text: string) => void;
  readonly untilSeen: (text: string | RegExp) => Promise<void>;
  /** Its exit code, once it ended. */
  readonly exitCode: Promise<number>;
}

/** A terminal is made with util-linux's script, whose own stdin and stdout are pipes; `before` is run at it first. */
function sitDown(words: readonly string[], before = ''): AtTerminal {
  const folder = temporaryFolder();
  const command = `${before} ${[process.execPath, commandLineFile, 'console', ...words].map((word) => `'${word}'`).join(' ')}`;
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', command, '/dev/null'], {
    env: { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: folder, TERM: 'xterm', SHELL: '/bin/sh' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let seen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (seen += text));
  child.stdin.on('error', () => undefined);
  const screen = (): string => seen.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ');
  return {
    screen,
    type: (text) => void child.stdin.write(text),
    untilSeen: (text) => expect.poll(screen).toMatch(text),
    exitCode: once(child, 'close').then(([code]) => code as number),
  };
}

/** What the history in a folder holds of sessions, oldest first. */
function keptIn(folder: string): readonly unknown[] {
  const opening = openStore(folder);
  if (opening.kind !== 'open') throw new Error(`The history did not open: ${JSON.stringify(opening.problem)}`);
  const { store } = opening;
  const listing = listTranscripts(store, { hostId: null, text: '', after: null, limit: 10 });
  const rows = listing.kind === 'listed' ? listing.rows : [];
  const kept = rows.toReversed().map(({ id, host, side, end, isSentKept }) => {
    const read = readTranscript(store, { transcriptId: id, after: null });
    const lines = (read.kind === 'listed' ? read.rows : []).flatMap((line) => {
      if (line.kind === 'note') return [];
      return [line.withheld === null ? lineText(line, 'utf-8') : `(${line.withheld})`];
    });
    return { host, side, end: end?.reason.kind, isSentKept, lines };
  });
  closeStore(store);
  return kept;
}

const to = (port: number): readonly string[] => [quietLoopback, String(port)];

const CTRL_C = '\x03';
const CTRL_D = '\x04';

describe.runIf(process.platform === 'linux')('at a terminal', () => {
  test('what happens is said, and the service is talked to in lines with its own line end', async () => {
    const { port, seen } = await serveOne((socket) => {
      socket.write('220 hi\r\n');
      socket.on('data', (bytes) => (bytes.includes('QUIT') ? socket.end('221 bye\r\n') : socket.write('200 ok\r\n')));
    });
    const { type, untilSeen, exitCode, screen } = sitDown([...to(port), '-C']);
    await untilSeen('220 hi\n');
    type('NOOP\n');
    await untilSeen('200 ok\n');
    type('QUIT\n');
    expect(await exitCode).toBe(0);
    expect(seen.wire).toBe('NOOP\r\nQUIT\r\n');
    expect(screen()).toMatch(/Connected to 127\.9\.8\.7:\d+ in .* from /u);
    expect(screen()).toMatch(/(?:You|The other side) closed the connection \(FIN\) after .* Received \d+ B, sent 12 B\./u);
  });

  test('control characters that come are made visible, and reach the terminal with --raw only', async () => {
    const hostile = '\x1b]0;title\x07\x1b[2J\x9b6n\u202e';
    const shown = await serveOne((socket) => socket.end(`${hostile}done\r\n`));
    const careful = sitDown(to(shown.port));
    await careful.exitCode;
    expect(careful.screen()).toContain('␛]0;title␇␛[2J\\x9b6n\\u{202e}done\n');
    expect(careful.screen()).not.toMatch(/[\x1b\x07\x9b\u202e]/u);

    const raw = await serveOne((socket) => socket.end('\x1b[1mbold'));
    const trusting = sitDown([...to(raw.port), '--raw']);
    await trusting.exitCode;
    expect(trusting.screen()).toContain('\x1b[1mbold');
  });

  test('Ctrl-D half-closes, and the answer is still read', async () => {
    const { port, seen } = await serveOne((socket) =>
      socket.on('end', () => setTimeout(() => socket.end(`heard ${seen.wire.trim()}`), 200)),
    );
    const { type, untilSeen, exitCode } = sitDown(to(port));
    await untilSeen('Connected');
    type('hello\n');
    await expect.poll(() => seen.wire).toBe('hello\n');
    type(CTRL_D);
    await untilSeen('You will send no more (FIN)');
    await untilSeen('heard hello');
    expect(await exitCode).toBe(0);
  });

  test('Ctrl-C closes with FIN and says so', async () => {
    const { port, seen } = await serveOne((socket) => socket.on('end', () => socket.end()));
    const { type, untilSeen, exitCode } = sitDown(to(port));
    await untilSeen('Connected');
    type(CTRL_C);
    expect(await exitCode).toBe(130);
    await untilSeen('You closed the connection (FIN)');
    expect(seen.hasFinished).toBe(true);
  });

  test('a service that hangs up ends it, without a key being pressed', async () => {
    const { port } = await serveOne((socket) => socket.end('421 Service not available.\r\n'));
    const { exitCode, screen } = sitDown(to(port));
    expect(await exitCode).toBe(0);
    expect(screen()).toContain('421 Service not available.\n');
  });

  test('what is typed after a password prompt is not shown, and what follows is', async () => {
    const { port, seen } = await serveOne((socket) => {
      socket.write('login: ');
      let count = 0;
      socket.on('data', () => {
        count += 1;
        socket.write(count === 1 ? 'Password: ' : `line ${count}\r\n`);
      });
    });
    const { type, untilSeen, screen } = sitDown(to(port));
    await untilSeen('login: ');
    type('joe\n');
    await untilSeen('Password: ');
    // The terminal is told before the line is typed; a person is slower than this.
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('hunteX\x7fr2\r');
    await untilSeen('line 2');
    type('visible\n');
    await untilSeen('line 3');
    expect(seen.wire).toBe('joe\nhunter2\nvisible\n');
    expect(screen()).not.toMatch(/hunte|r2/u);
    expect(screen()).toContain('visible');
  });

  test('a message to everybody shows nothing of a password that is being typed', async () => {
    const { port, seen } = await serveOne((socket) => {
      socket.write('Password: ');
      setTimeout(() => socket.write('\r\nBroadcast message: the disk is full.\r\n'), 1_000);
      socket.on('data', () => socket.end());
    });
    const { type, untilSeen, exitCode, screen } = sitDown(to(port));
    await untilSeen('Password: ');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('hunt');
    await untilSeen('the disk is full.');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('er2\r');
    expect(await exitCode).toBe(0);
    expect(seen.wire).toBe('hunter2\n');
    expect(screen()).not.toMatch(/hunt|er2/u);
  });

  test('what was typed before a Telnet server echoes no more is not lost', async () => {
    const { port, seen } = await serveOne((socket) => {
      socket.write(Buffer.from('fffb01', 'hex'));
      setTimeout(() => socket.write(Buffer.from('fffc01', 'hex')), 1_500);
      socket.on('data', () => (seen.wire.includes('\n') ? socket.end() : undefined));
    });
    const { type, untilSeen, exitCode } = sitDown([...to(port), '--terminal']);
    await untilSeen('You: DO ECHO');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('hunt');
    await untilSeen('You: DONT ECHO');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('er2\n');
    expect(await exitCode).toBe(0);
    expect(seen.wire).toMatch(/hunter2\n$/u);
  });

  test('Ctrl-C still closes while input is masked', async () => {
    const { port } = await serveOne((socket) => socket.write('Password: '));
    const { type, untilSeen, exitCode } = sitDown(to(port));
    await untilSeen('Password: ');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type(CTRL_C);
    expect(await exitCode).toBe(130);
  });

  test('Telnet negotiation is told in words, and WILL ECHO masks what is typed', async () => {
    const { port, seen } = await serveOne((socket) => {
      socket.write(Buffer.from('fffb01fffd18', 'hex'));
      socket.on('data', () => (seen.wire.includes('x9') ? socket.end() : undefined));
    });
    const { type, untilSeen, exitCode, screen } = sitDown([...to(port), '--terminal']);
    await untilSeen('Server: WILL ECHO, it echoes what you type');
    await untilSeen('You: DO ECHO');
    await untilSeen('Server: DO TTYPE, it asks what terminal you have');
    await untilSeen('You: WILL TTYPE');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('x9\r');
    expect(await exitCode).toBe(0);
    expect(screen()).not.toContain('x9');
  });

  test('the session is kept in the history with its host, sent text only with --keep-sent, and not at all with --no-save', async () => {
    const folder = temporaryFolder();
    const talk = async (...flags: readonly string[]): Promise<void> => {
      const { port } = await serveOne((socket) => {
        socket.write('220 hi\r\n');
        socket.on('data', () => socket.end('221 bye\r\n'));
      });
      const { type, untilSeen, exitCode } = sitDown([...to(port), '--data', folder, ...flags]);
      await untilSeen('220 hi\n');
      type('QUIT\n');
      expect(await exitCode).toBe(0);
    };
    await talk();
    await talk('--keep-sent');
    await talk('--no-save');
    expect(keptIn(folder)).toEqual([
      { host: quietLoopback, side: 'dialled', end: 'closed', isSentKept: false, lines: ['220 hi', '(sent)', '221 bye'] },
      { host: quietLoopback, side: 'dialled', end: 'closed', isSentKept: true, lines: ['220 hi', 'QUIT', '221 bye'] },
    ]);
  });

  test('a password that the service says again is neither in the history nor in the transcript', async () => {
    const folder = temporaryFolder();
    const { port } = await serveOne((socket) => {
      socket.write('Password: ');
      socket.on('data', (bytes) => {
        // Its echo, a byte at a time, and once more in words.
        for (const byte of bytes.toString().replace('\n', '\r\n')) socket.write(byte);
        setTimeout(() => socket.end(`no user has ${bytes.toString().trim()}, sorry\r\n`), 700);
      });
    });
    const { type, untilSeen, exitCode } = sitDown([
      ...to(port),
      '--data',
      folder,
      '--keep-sent',
      '--transcript',
      join(folder, 'talk.jsonl'),
    ]);
    await untilSeen('Password: ');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('hunter2\r');
    expect(await exitCode).toBe(0);
    expect(keptIn(folder)).toMatchObject([{ lines: ['Password: ', '(secret)', '[hidden]', 'no user has [hidden], sorry'] }]);
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'latin1'), name).not.toMatch(/hunter2|68756e746572/u);
    expect(readFileSync(join(folder, 'talk.jsonl'), 'utf8')).toContain('no user has [hidden], sorry');
  });

  test('a short password that is sent without a line end is over when it is sent', async () => {
    const { port, seen } = await serveOne((socket) => {
      socket.write('PIN: ');
      socket.on('data', () => (seen.wire.length > 4 ? socket.end() : socket.write('\r\nright\r\n')));
    });
    const { type, untilSeen, exitCode, screen } = sitDown([...to(port), '--line-ending', 'none']);
    await untilSeen('PIN: ');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('1234\r');
    await untilSeen('right');
    type('shown\n');
    expect(await exitCode).toBe(0);
    expect(seen.wire).toBe('1234shown');
    expect(screen()).not.toContain('1234');
    expect(screen()).toContain('shown');
  });

  test('a Telnet server that asks for the size of the window gets it, and again when it changes', async () => {
    const { port, seen } = await serveOne((socket) => socket.write(Buffer.from('fffd1f', 'hex')));
    const asked = join(temporaryFolder(), 'asked');
    const size = `stty cols 100 rows 30; { until [ -e ${asked} ]; do sleep 0.1; done; stty cols 255 rows 40; } <$(tty) &`;
    const { type, untilSeen, exitCode } = sitDown([...to(port), '--terminal'], size);
    await untilSeen('You: WILL NAWS');
    const naws = (hex: string): string => Buffer.from(`fffa1f${hex}fff0`, 'hex').toString('latin1');
    await expect.poll(() => seen.wire, { timeout: 8_000 }).toContain(naws('0064001e'));
    writeFileSync(asked, '');
    await expect.poll(() => seen.wire, { timeout: 8_000 }).toContain(`${naws('0064001e')}${naws('00ffff0028')}`);
    type(CTRL_C);
    await exitCode;
  });
});

import type { ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';

import { closedPort, listenOnLoopback } from '../../support/loopback.ts';
import { checksIn, sonde, temporaryFolder } from './sonde.ts';

/** Sends a signal once so many lines are out. */
function interruptAfter(lines: number): (child: ChildProcess) => void {
  return (child) => {
    let seen = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString().split('\n').length - 1;
      if (seen >= lines) child.kill('SIGINT');
    });
  };
}

describe('sonde watch', () => {
  test('prints a line a check in columns, and the statistics at the end', async () => {
    const { port } = await listenOnLoopback((socket) => socket.end('220 ready\r\n'));
    const { stdout, stderr, exitCode } = await sonde(['watch', `127.0.0.1:${port}`, '--count', '3', '--interval', '0.1', '--no-save']);
    const [heading, ...lines] = stdout.split('\n');
    expect(heading).toMatch(new RegExp(`^127\\.0\\.0\\.1:${port} every 100.ms`, 'u'));
    const rows = lines.slice(0, 3);
    for (const row of rows) expect(row).toMatch(/^\d{2}:\d{2}:\d{2} {2}Succeeded +[\d.]+.ms {2}127\.0\.0\.1 +220 ready$/u);
    expect(new Set(rows.map((row) => row.indexOf('127.0.0.1'))).size).toBe(1);
    expect(stdout).toMatch(/\n3 checks in [\d.]+.m?s: 3.Succeeded\n/u);
    expect(stdout).toMatch(/\nConnect +[\d.]+.ms/u);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  test('tells the statistics after Ctrl-C, keeps what it saw and ends with 130', async () => {
    const { port } = await listenOnLoopback((socket) => socket.end('220 ready\r\n'));
    const data = temporaryFolder();
    const watched = await sonde(['watch', `127.0.0.1:${port}`, '--interval', '0.2', '--data', data], { onStart: interruptAfter(3) });
    expect(watched.exitCode).toBe(130);
    expect(watched.stdout).toMatch(/\d+ checks in /u);
    const kept = checksIn((await sonde(['history', '--data', data, '--json'])).stdout);
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept.every(({ outcome }) => outcome === 'succeeded')).toBe(true);
  });

  test('stops when the outcome changes, marks it and ends with 0', async () => {
    const port = await closedPort();
    let server: Server | null = null;
    onTestFinished(() => void server?.close());
    const { stdout, exitCode } = await sonde(
      ['watch', `127.0.0.1:${port}`, '--until-change', '--interval', '0.1', '--no-save', '--connect-only'],
      {
        onStart: (child) =>
          child.stdout?.once('data', () =>
            setTimeout(() => (server = createServer((socket) => socket.end()).listen(port, '127.0.0.1')), 300),
          ),
      },
    );
    const rows = stdout.split('\n').filter((line) => /^\d{2}:/u.test(line));
    expect(rows.at(-1)).toMatch(/Succeeded.* changed$/u);
    for (const row of rows.slice(0, -1)) expect(row).toMatch(/Refused.*ECONNREFUSED$/u);
    expect(exitCode).toBe(0);
  });

  test('prints one check a line as JSON, and nothing else', async () => {
    const { port } = await listenOnLoopback((socket) => socket.end('220 ready\r\n'));
    const { stdout } = await sonde([
      'watch',
      `127.0.0.1:${port}`,
      '--count',
      '2',
      '--interval',
      '0.1',
      '--json',
      '--data',
      temporaryFolder(),
    ]);
    expect(checksIn(stdout).map(({ id, outcome }) => [id, outcome])).toEqual([
      [1, 'succeeded'],
      [2, 'succeeded'],
    ]);
  });

  test('ends with 1 when the last check was not as expected, and with 0 when it was expected to fail', async () => {
    const port = await closedPort();
    const words = ['watch', `127.0.0.1:${port}`, '--count', '1', '--no-save'];
    expect((await sonde(words)).exitCode).toBe(1);
    expect((await sonde([...words, '--expect', 'refused'])).exitCode).toBe(0);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no target', [], /Name a host and a port/u],
    ['a range', ['127.0.0.1', '1-9'], /One endpoint at a time/u],
    ['an interval of nothing', ['127.0.0.1:1', '--interval', '0'], /--interval 0/u],
    ['an impolite interval', ['192.0.2.1:80', '--interval', '0.5'], /every 1.s is polite; say --yes/u],
    ['MySQL every two seconds', ['192.0.2.1:3306', '--interval', '2'], /MySQL is checked every 60.s at most/u],
    ['half a check', ['127.0.0.1:1', '--count', '1.5'], /--count 1\.5/u],
    ['an unknown option', ['127.0.0.1:1', '--frobnicate'], /sonde watch --help/u],
  ])('%s ends with 2, one sentence on stderr, and nothing sent', async (_, words, sentence) => {
    const { exitCode, stdout, stderr } = await sonde(['watch', ...words]);
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/^sonde: [^\n]+\n$/u);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  });
});

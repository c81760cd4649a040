import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { closedPort } from '../../support/loopback.ts';
import { startScriptedServer } from '../../support/scripted-server.ts';
import { commandLineFile, run, sonde, temporaryFolder, type Ended } from './sonde.ts';

const escape = '\u001b[';

test('no colour goes into a pipe', async () => {
  const { stdout, stderr } = await sonde(['check', `127.0.0.1:${await closedPort()}`, '--no-save']);
  expect(stdout + stderr).not.toContain(escape);
});

test('FORCE_COLOR colours a pipe too', async () => {
  const { stdout } = await sonde(['check', `127.0.0.1:${await closedPort()}`, '--no-save'], { env: { FORCE_COLOR: '1' } });
  expect(stdout).toContain(`${escape}31mRefused${escape}39m`);
});

test('JSON is never coloured', async () => {
  const { stdout } = await sonde(['check', `127.0.0.1:${await closedPort()}`, '--no-save', '--json'], { env: { FORCE_COLOR: '1' } });
  expect(stdout).not.toContain(escape);
});

test('a reader that goes away ends it quietly', async () => {
  const command = `"${process.execPath}" "${commandLineFile}" check 127.0.0.1 1-400 --connect-only --no-save --json | head -n 1`;
  const { stdout, stderr } = await run('sh', ['-c', command]);
  expect(stdout.split('\n')).toHaveLength(2);
  expect(stderr).toBe('');
});

// A terminal is made with util-linux's script; its options differ elsewhere.
const onLinux = test.runIf(process.platform === 'linux');

onLinux('a terminal gets colour, unless NO_COLOR is set', async () => {
  const words = ['check', `127.0.0.1:${await closedPort()}`, '--no-save'];
  expect((await atTerminal(words)).stdout).toContain(`${escape}31mRefused`);
  expect((await atTerminal(words, { env: { NO_COLOR: '1' } })).stdout).not.toContain(`${escape}31m`);
});

onLinux('a slow check shows how far it is on a terminal, and takes that line away again', async () => {
  const server = await startScriptedServer({ behaviour: { kind: 'mute' } });
  onTestFinished(server.close);
  const { stdout } = await atTerminal(['check', `127.0.0.1:${server.port}`, '--tls', '--timeout', '1', '--no-save']);
  expect(stdout).toMatch(/TLS… \d+.(?:ms|s) of 1.s/u);
  expect(stdout.slice(stdout.lastIndexOf('TLS… '))).toContain(`\r${escape}K`);
});

onLinux('a person at a terminal is asked before many connections to one host, and nothing is sent without a yes', async () => {
  const { exitCode, stdout } = await atTerminal(['check', '192.0.2.1', '1-101', '--no-save'], { typed: 'n\n' });
  expect(stdout).toContain('This makes 101 connections to 192.0.2.1. Go on? [y/N]');
  expect(stdout).toContain('Nothing was sent.');
  expect(exitCode).toBe(2);
});

interface AtTerminal {
  readonly env?: NodeJS.ProcessEnv;
  /** What the person types. */
  readonly typed?: string;
}

/** Runs `sonde` with a terminal for stdin, stdout and stderr together; `script` itself loses the exit code when its input ends. */
async function atTerminal(
  words: readonly string[],
  { env = {}, typed = '' }: AtTerminal = {},
): Promise<Pick<Ended, 'stdout' | 'exitCode'>> {
  const record = join(temporaryFolder(), 'record');
  const command = [process.execPath, commandLineFile, ...words].map((word) => `'${word}'`).join(' ');
  const typing = typed === '' ? 'true' : `sleep 1; printf '${typed}'; sleep 1`;
  await run(
    'bash',
    ['-c', `script --quiet --command "${command}; echo ended with \\$?" --log-out "${record}" < <(${typing}) > /dev/null`],
    { env },
  );
  const stdout = readFileSync(record, 'utf8');
  return { stdout, exitCode: Number(/ended with (\d+)/u.exec(stdout)?.[1]) };
}

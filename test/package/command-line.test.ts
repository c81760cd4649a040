import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import manifest from '../../package.json' with { type: 'json' };
import type { Behaviour } from '../support/behaviour.ts';
import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { launcher, makeHome, prefix, program, run, sonde } from './support/packed-app.ts';

const address = '127.0.108.1';
const welcome: Behaviour = { kind: 'greet', text: '220 packed.example FTP server ready.\r\n', reply: '221 Goodbye.\r\n' };

async function serve(behaviour = welcome): Promise<ScriptedServer> {
  const server = await startScriptedServer({ behaviour, address });
  onTestFinished(server.close);
  return server;
}

test('sonde --version tells the version, without a display and with nothing on stderr', async () => {
  expect(await sonde(['--version'])).toEqual({ exitCode: 0, stdout: `sonde ${manifest.version}\n`, stderr: '' });
});

test('sonde check writes its result to stdout, keeps it, and ends with 0; a refused one ends with 1', async () => {
  const home = await makeHome();
  const { port, close } = await serve();
  const good = await sonde(['check', `${address}:${port}`, '--json'], { home });
  expect(good).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(good.stdout)).toMatchObject({ outcome: 'succeeded', target: { host: address, port } });
  await close();
  expect(await sonde(['check', `${address}:${port}`], { home })).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining('ECONNREFUSED'),
  });
  const { stdout } = await sonde(['history', '--json'], { home });
  expect(stdout.trim().split('\n')).toHaveLength(2);
});

test('words that cannot be read end with 2 and one sentence', async () => {
  expect(await sonde([])).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(/^sonde: Say what to do.*\n$/u) });
  expect(await sonde(['sound'])).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^sonde: There is no command "sound".*\n$/u) });
});

test('flags belong to sonde, also those that Chromium has too', async () => {
  const { exitCode, stderr } = await sonde(['check', '--remote-debugging-port=0', `${address}:1`]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('--remote-debugging-port') });
});

test('sonde console talks through pipes', async () => {
  const { port, sessions } = await serve({ kind: 'leave_when_spoken_to', text: '250 packed.example\r\n', by: 'fin' });
  const ended = await sonde(['console', address, String(port)], { input: 'EHLO test\n' });
  expect(ended).toMatchObject({ exitCode: 0, stdout: '250 packed.example\r\n' });
  expect(sessions()[0]?.received).toBe('EHLO test\n');
});

test('a range of ports and a backup use the workers in the archive', async () => {
  const home = await makeHome();
  const { port } = await serve();
  const swept = await sonde(['check', address, `${port - 300}-${port}`, '--connect-only', '--expect', 'refused', '--json'], { home });
  expect(swept.stdout).toContain('"succeeded"');
  const file = join(home, 'copy.sqlite');
  expect(await sonde(['backup', file], { home })).toMatchObject({ exitCode: 0 });
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
});

test('an interrupted watch says what it saw and ends with 130', async () => {
  const { port } = await serve();
  const { exitCode, stdout } = await sonde(['watch', `${address}:${port}`, '--interval', '1'], { interruptAfter: 'Succeeded' });
  expect(stdout).toContain('Succeeded');
  expect(exitCode).toBe(130);
});

test('the program itself starts a command by its first word, and by nothing else', async () => {
  expect(await run({ argv: [program, ...prefix, '--version'] })).toMatchObject({ exitCode: 0 });
  const { DISPLAY = '' } = process.env;
  expect(await run({ argv: [program, '--version'], environment: { DISPLAY } })).toMatchObject({
    exitCode: 0,
    stdout: `sonde ${manifest.version}\n`,
  });
});

test.each(['--no-sandbox', '--disable-seccomp-filter-sandbox'])('it does not run without its sandbox: %s', async (word) => {
  const { DISPLAY = '' } = process.env;
  const bare = await run({ argv: [program, '--version', word], environment: { DISPLAY } });
  expect(bare).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('sonde: Sonde does not run without its sandbox') });
});

test('the command does not run as root', async () => {
  // The launcher asks `id` who runs it.
  const home = await makeHome();
  mkdirSync(join(home, 'bin'));
  writeFileSync(join(home, 'bin', 'id'), '#!/bin/sh\necho 0\n', { mode: 0o755 });
  const PATH = `${join(home, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const asRoot = await run({ argv: [launcher, '--version'], home, environment: { PATH } });
  expect(asRoot).toEqual({ exitCode: 2, stdout: '', stderr: expect.stringMatching(/^sonde: run it as an ordinary user: .*\n$/u) });
});

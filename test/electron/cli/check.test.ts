import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import type { Behaviour } from '../../support/behaviour.ts';
import { closedPort } from '../../support/loopback.ts';
import { startScriptedServer, type ScriptedServer } from '../../support/scripted-server.ts';
import { checkIn, checksIn, commandLineFile, run, sonde, temporaryFolder } from './sonde.ts';

const welcome: Behaviour = { kind: 'greet', text: '220 (vsFTPd 3.0.5)\r\n', reply: '221 Goodbye.\r\n' };

async function serve(behaviour: Behaviour, address = '127.0.0.1'): Promise<ScriptedServer> {
  const server = await startScriptedServer({ behaviour, address });
  onTestFinished(server.close);
  return server;
}

test('an open port that greets is told stage by stage, then in a sentence, and ends with 0', async () => {
  const { port } = await serve(welcome);
  const { exitCode, stdout, stderr } = await sonde(['check', `127.0.0.1:${port}`, '--no-save']);
  expect(stdout).toMatch(/^ {2}Resolve +an address +Passed +\d/mu);
  expect(stdout).toMatch(/^ {2}Connect +127\.0\.0\.1 +Succeeded +\d/mu);
  expect(stdout).toMatch(/^ {2}Greeting +220 \(vsFTPd 3\.0\.5\) +Passed +\d/mu);
  expect(stdout).toMatch(/^Succeeded\. 127\.0\.0\.1:\d+ connected in .* and greeted: “220 \(vsFTPd 3\.0\.5\)”\.$/mu);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
});

test('the stages stand in columns', async () => {
  const { port } = await serve(welcome);
  const { stdout } = await sonde(['check', `127.0.0.1:${port}`, '--no-save']);
  const rows = stdout.split('\n').filter((line) => /^ {2}(?:Resolve|Connect|Greeting) /u.test(line));
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map((row) => row.search(/Passed|Succeeded/u))).size).toBe(1);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
});

test('a closed port is refused, and ends with 1', async () => {
  const { exitCode, stdout, stderr } = await sonde(['check', `127.0.0.1:${await closedPort()}`, '--no-save']);
  expect(stdout).toContain('Refused. The answer for 127.0.0.1 was no');
  expect(stdout).toContain('ECONNREFUSED');
  expect(stderr).toBe('');
  expect(exitCode).toBe(1);
});

test('--expect names the outcome that ends with 0', async () => {
  const port = await closedPort();
  expect((await sonde(['check', `127.0.0.1:${port}`, '--expect', 'refused', '--no-save'])).exitCode).toBe(0);
  expect((await sonde(['check', `127.0.0.1:${port}`, '--expect', 'timed_out', '--no-save'])).exitCode).toBe(1);
});

test('host and port may be two words, as nc takes them', async () => {
  const { port } = await serve(welcome);
  const { exitCode, stdout } = await sonde(['check', '127.0.0.1', String(port), '--no-save', '--json']);
  expect(checkIn(stdout).target).toEqual({ host: '127.0.0.1', port, transport: 'tcp' });
  expect(exitCode).toBe(0);
});

test('a pasted command is one quoted target, and flags are laid over what it says', async () => {
  const server = await serve(welcome);
  const words = ['check', `nc -vz -w 2 127.0.0.1 ${server.port}`, '--no-save', '--json'];
  expect(checkIn((await sonde(words)).stdout)).toMatchObject({ outcome: 'succeeded', target: { host: '127.0.0.1', port: server.port } });
  expect(checkIn((await sonde([...words, '--tls'])).stdout)).toMatchObject({ outcome: 'tls_failed' });
});

test('several targets are shown in the order they were named; one that fails ends with 1', async () => {
  const [{ port }, closed] = [await serve(welcome), await closedPort()];
  const { exitCode, stdout } = await sonde(['check', `127.0.0.1:${port}`, `127.0.0.1:${closed}`, '--no-save']);
  expect(stdout.indexOf(`127.0.0.1:${port}  FTP`)).toBe(0);
  expect(stdout.indexOf(`\n\n127.0.0.1:${closed}`)).toBeGreaterThan(0);
  expect(exitCode).toBe(1);
});

test('more than four targets are a row each, with a count at the end', async () => {
  const { port } = await serve(welcome);
  const ports = [...(await Promise.all([closedPort(), closedPort(), closedPort(), closedPort()])), port];
  const { stdout } = await sonde(['check', ...ports.map((each) => `127.0.0.1:${each}`), '--no-save']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.slice(0, -1).map((line) => line.split(/\s{2,}/u)[0])).toEqual(ports.map((each) => `127.0.0.1:${each}`));
  expect(lines.at(-1)).toBe('4\u00a0refused, 1\u00a0succeeded'.replaceAll('\u00a0', ' '));
});

test('a range is a table of open ports with their services, and a count of the rest', async () => {
  const { port } = await serve(welcome);
  const first = Math.max(1, port - 20);
  const { exitCode, stdout } = await sonde(['check', '127.0.0.1', `${first}-${port}`, '--no-save', '--connect-only']);
  expect(stdout).toMatch(new RegExp(`^ *${port} .*Succeeded`, 'mu'));
  expect(stdout).toMatch(/^\d+ open, \d+ refused$/mu);
  expect(exitCode).toBe(1);
});

// Few local ports in a network of its own, among the dialled ones: sooner or later a socket is given the port it dials. Only root may do this.
test.runIf(process.platform === 'linux' && process.getuid?.() === 0)('a socket that meets itself is not called open', async () => {
  const inside = `ip link set lo up && echo 40000 40003 > /proc/sys/net/ipv4/ip_local_port_range && exec "$@"`;
  const sweep = [process.execPath, commandLineFile, 'check', '127.0.0.1', '39500-40499', '--connect-only', '--no-save', '--json'];
  const met = new Set<string | undefined>();
  for (let tries = 0; tries < 10 && !met.has('connected_to_itself'); tries++) {
    const checks = checksIn((await run('unshare', ['--net', 'sh', '-c', inside, 'sh', ...sweep])).stdout);
    expect(new Set(checks.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
    for (const { failure } of checks) met.add(failure?.code);
  }
  expect(met).toContain('connected_to_itself');
});

test('a service name stands beside a port that only IANA knows', async () => {
  const server = await startScriptedServer({ behaviour: { kind: 'mute' }, port: 9418 });
  onTestFinished(server.close);
  const { stdout } = await sonde(['check', '127.0.0.1', '9417-9418', '--no-save', '--connect-only']);
  expect(stdout).toMatch(/^9418 {2}git /mu);
});

test('--json prints one object a line that holds to the schema, and nothing else', async () => {
  const [{ port }, closed] = [await serve(welcome), await closedPort()];
  const { stdout, stderr } = await sonde(['check', `127.0.0.1:${port}`, `127.0.0.1:${closed}`, '--no-save', '--json']);
  const outcomes = checksIn(stdout).map(({ target, outcome, id }) => [target.port, outcome, id]);
  expect(outcomes).toHaveLength(2);
  expect(outcomes).toContainEqual([port, 'succeeded', null]);
  expect(outcomes).toContainEqual([closed, 'refused', null]);
  expect(stderr).toBe('');
});

test('results are kept in the folder --data names, and the object carries their number', async () => {
  const [{ port }, folder] = [await serve(welcome), temporaryFolder()];
  const words = ['check', `127.0.0.1:${port}`, '--data', folder];
  expect(checkIn((await sonde([...words, '--json'])).stdout).id).toBe(1);
  expect((await sonde(words)).stdout).toContain('Saved as check 2.');
  expect(existsSync(join(folder, 'history.sqlite'))).toBe(true);
});

test('without --data results are kept where the app keeps them', async () => {
  const [{ port }, home] = [await serve(welcome), temporaryFolder()];
  await sonde(['check', `127.0.0.1:${port}`], { env: { HOME: home, XDG_CONFIG_HOME: home } });
  const folder = process.platform === 'darwin' ? join(home, 'Library', 'Application Support', 'Sonde') : join(home, 'Sonde');
  expect(existsSync(join(folder, 'history.sqlite'))).toBe(true);
});

test('--no-save keeps nothing and makes no folder', async () => {
  const [{ port }, home] = [await serve(welcome), temporaryFolder()];
  await sonde(['check', `127.0.0.1:${port}`, '--no-save'], { env: { HOME: home, XDG_CONFIG_HOME: home } });
  expect(existsSync(join(home, 'Sonde'))).toBe(false);
});

test('a history that cannot be used is told on stderr; the result is shown, marked, and decides the exit code', async () => {
  const [{ port }, folder] = [await serve(welcome), temporaryFolder()];
  writeFileSync(join(folder, 'history.sqlite'), 'This is a shopping list, and no database at all. '.repeat(50));
  const { exitCode, stdout, stderr } = await sonde(['check', `127.0.0.1:${port}`, '--data', folder]);
  expect(stderr).toMatch(/^sonde: Not saved\. .*history\.sqlite.*\n$/u);
  expect(stdout).toContain('Succeeded. ');
  expect(stdout).toMatch(/^ {2}not saved$/mu);
  expect(exitCode).toBe(0);
});

test('--connect-only sends nothing and reads no greeting', async () => {
  const server = await serve(welcome);
  const { stdout } = await sonde(['check', `127.0.0.1:${server.port}`, '--connect-only', '--no-save', '--json']);
  expect(checkIn(stdout)).toMatchObject({ outcome: 'succeeded', greeting: null });
  expect(server.sessions()).toMatchObject([{ received: '', ended: 'fin' }]);
});

test('--timeout ends a stage that hangs, and the time is evidence', async () => {
  const { port } = await serve({ kind: 'mute' });
  const { stdout, exitCode } = await sonde(['check', `127.0.0.1:${port}`, '--tls', '--timeout', '0.3', '--no-save', '--json']);
  const { failure } = checkIn(stdout);
  expect(failure).toMatchObject({ code: 'tls_timed_out', operation: 'handshake', systemCode: null });
  expect(failure?.elapsedMs).toBeGreaterThanOrEqual(295);
  expect(exitCode).toBe(1);
});

test('--tls expects TLS on any port, and --no-tls expects none', async () => {
  const { port } = await serve(welcome);
  const words = ['check', `127.0.0.1:${port}`, '--no-save', '--json'];
  expect(checkIn((await sonde([...words, '--tls'])).stdout).failure?.code).toBe('tls_plain_text_answered');
  expect(checkIn((await sonde(['check', `https://127.0.0.1:${port}/`, '--no-tls', '--no-save', '--json'])).stdout).tls).toBeNull();
});

test('--address dials that address and keeps the name', async () => {
  const { port } = await serve(welcome);
  const { stdout } = await sonde(['check', `web1.example.invalid:${port}`, '--address', '127.0.0.1', '--no-save', '--json']);
  expect(checkIn(stdout)).toMatchObject({
    outcome: 'succeeded',
    target: { host: 'web1.example.invalid' },
    addresses: [{ address: '127.0.0.1' }],
  });
});

test.runIf(process.platform === 'linux')('--source dials from that address', async () => {
  const { port } = await serve(welcome);
  const { stdout } = await sonde(['check', `127.0.0.1:${port}`, '--source', '127.0.0.9', '--no-save', '--json']);
  expect(checkIn(stdout).addresses).toMatchObject([{ outcome: 'succeeded', localAddress: '127.0.0.9' }]);
});

test('-4 and -6 leave addresses of the other version out', async () => {
  const { port } = await serve(welcome);
  expect((await sonde(['check', `127.0.0.1:${port}`, '-4', '--no-save'])).exitCode).toBe(0);
  const { stdout } = await sonde(['check', `localhost:${port}`, '-4', '--no-save', '--json']);
  expect(checkIn(stdout).addresses.map(({ family }) => family)).toEqual([4]);
});

test.each([
  [['127.0.0.1:9', '-6'], '127.0.0.1 is an IPv4 address, and IPv6 is asked for.'],
  [['[::1]:9', '--source', '127.0.0.1'], '::1 is an IPv6 address, and IPv4 is asked for.'],
  [['localhost:9', '--address', '127.0.0.1', '-6'], 'name both IPv4 and IPv6'],
  [['localhost:9', '--connect-only', '--tls'], '--connect-only stops before TLS'],
  [['http://localhost/', '--udp'], 'HTTP runs over TCP only'],
])('what contradicts itself ends with 2 and one sentence: %j', async (words, sentence) => {
  const { exitCode, stdout, stderr } = await sonde(['check', ...words, '--no-save']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});

test('--udp tells a refusal from silence', async () => {
  const silent = createSocket('udp4').bind(0, '127.0.0.1');
  onTestFinished(() => {
    silent.close();
  });
  await once(silent, 'listening');
  const check = async (port: number): Promise<string> =>
    checkIn((await sonde(['check', `127.0.0.1:${port}`, '--udp', '--timeout', '0.3', '--no-save', '--json'])).stdout).outcome;
  expect(await check(silent.address().port)).toBe('no_answer');
  expect(await check(await closedPort())).toBe('refused');
});

test('what a hostile server says reaches neither the terminal nor the JSON as control characters', async () => {
  const { port } = await serve({ kind: 'greet', text: '220 \u001b]0;owned\u0007\u001b[31mred\u009b2J \u00e2\u0080\u00ae\r\n' });
  for (const format of [[], ['--json']]) {
    const { stdout } = await sonde(['check', `127.0.0.1:${port}`, '--no-save', ...format]);
    expect(stdout).toContain('owned');

    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  }
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';

import { readFlags } from '../../../electron/cli/read/read-flags.ts';
import { checkSchema } from '../../../shared/check/check.ts';
import { measurementSchema } from '../../../shared/guidance/measurement.ts';
import { serverFactSchema } from '../../../shared/guidance/server-fact.ts';
import { checksIn, commandLineFile, run, sonde, temporaryFolder, type Ended } from './sonde.ts';

const refused = 'nc: connect to db1.example.net port 5432 (tcp) failed: Connection refused\n';

const sockets = `State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      128        127.0.0.1:5432      0.0.0.0:*    users:(("postgres",pid=12,fd=3))
`;

function fileOf(content: string | Uint8Array): string {
  const file = join(temporaryFolder(), 'printed.txt');
  writeFileSync(file, content);
  return file;
}

/** Reads what is in a file through stdin. */
function piped(content: string | Uint8Array, words: readonly string[]): Promise<Ended> {
  const script = 'file=$1; shift; exec "$@" <"$file"';
  return run('sh', ['-c', script, 'sh', fileOf(content), process.execPath, commandLineFile, 'read', ...words]);
}

const mistakes: readonly (readonly [title: string, words: readonly string[], exitCode: number, sentence: RegExp])[] = [
  ['two files', ['one.txt', 'two.txt'], 2, /Name one file/u],
  ['a file that is not there', ['/nonexistent/printed.txt'], 2, /printed\.txt cannot be read/u],
  ['a folder', ['/'], 2, /cannot be read/u],
  ['no place', ['-', '--from', ' '], 2, /--from: a short name/u],
  ['a place that is this one', ['-', '--from', 'here'], 2, /--from: a short name/u],
  ['a client that is a name', ['-', '--client', 'laptop'], 2, /--client laptop: an IP address/u],
  ['a target without a port', ['-', '--about', 'web1.example.net'], 2, /--about The port is missing/u],
  ['a target with several ports', ['-', '--about', 'web1.example.net 20-25'], 2, /--about Name one port/u],
  ['nothing', [], 1, /There is nothing in it/u],
];

test.each(mistakes)('%s ends with one sentence on stderr and keeps nothing', async (_title, words, expected, sentence) => {
  const folder = temporaryFolder();
  const { exitCode, stdout, stderr } = await sonde(['read', ...words, '--data', folder]);
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^sonde: [^\n]+\n$/u);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: expected });
  expect((await sonde(['history', '--data', folder])).stdout).toBe('');
});

test.each([
  ['words of a person', 'It does not work for us.', /not recognised/u],
  ['a table of sockets without a target', sockets, /of ss is read for one host and port/u],
  ['a host without a port', 'curl: (6) Could not resolve host: nobody.example\n', /names nobody\.example without a port/u],
  ['more than anybody pastes', 'x'.repeat(2_000_000), /too long/u],
] as const)('%s: nothing is read, and that is said', async (_title, content, sentence) => {
  const { exitCode, stdout, stderr } = await piped(content, ['--no-save']);
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^sonde: [^\n]+\n$/u);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
});

test('what a customer saw is told and kept as a check from their place', async () => {
  const folder = temporaryFolder();
  const { exitCode, stdout, stderr } = await piped(refused, ['--data', folder]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^Read as nc, from customer\.\n/u);
  expect(stdout).toMatch(/^Refused\. /mu);
  expect(stdout).toMatch(/Saved as check 1\./u);
  expect(stdout).not.toContain('0.0\u00a0ms');
  const [kept, ...others] = checksIn((await sonde(['history', '--data', folder, '--json'])).stdout);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ vantage: 'customer', outcome: 'refused', target: { host: 'db1.example.net', port: 5432 } });
});

test('several commands in one file, from a place with a name', async () => {
  const session = [
    `$ nc -vz db1.example.net 5432\n${refused}`,
    '$ nc -vz 203.0.113.96 21\nConnection to 203.0.113.96 21 port [tcp/ftp] succeeded!\n',
    '$ ping -c 1 203.0.113.96\nPING 203.0.113.96 (203.0.113.96) 56(84) bytes of data.\n\n--- 203.0.113.96 ping statistics ---\n1 packets transmitted, 0 received, 100% packet loss, time 0ms\n',
  ].join('');
  const folder = temporaryFolder();
  const { stdout } = await sonde(['read', fileOf(session), '--from', 'branch office', '--data', folder]);
  expect(stdout).toMatch(/^Read as nc, ping, from branch office\.\n/u);
  expect(stdout).toMatch(/0 of 1 pings came back/u);
  const kept = checksIn((await sonde(['history', '--data', folder, '--json'])).stdout);
  expect(kept.map(({ vantage, outcome }) => `${vantage}: ${outcome}`).toSorted()).toEqual([
    'branch office: refused',
    'branch office: succeeded',
  ]);
});

test('what a server printed is told with the line that says so, and nothing is kept of it', async () => {
  const folder = temporaryFolder();
  const { exitCode, stdout } = await piped(sockets, ['--about', 'db1.example.net:5432', '--data', folder]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/Port 5432 is listened on at the loopback address only\.\n {4}LISTEN 0 /u);
  const history = await sonde(['history', '--data', folder]);
  expect(history.stderr).toMatch(/^sonde: There is no history in /u);
});

test('a line that is not enough is shown', async () => {
  const rules =
    'Chain INPUT (policy DROP)\ntarget     prot opt source               destination\nACCEPT     all  --  anywhere             anywhere\n';
  const { exitCode, stdout } = await piped(rules, ['--about', 'web1.example.net:443', '--no-save']);
  expect(stdout).toMatch(/does not say enough in this line.*“ACCEPT /u);
  expect(exitCode).toBe(0);
});

test('--json is one object that holds to the schemas, escapes included', async () => {
  const session = `$ nc -v 203.0.113.96 21\nConnection to 203.0.113.96 21 port [tcp/ftp] succeeded!\n220 \u001b[31m\u202eevil\n${sockets}$ ping 203.0.113.96\nPING 203.0.113.96\n\n--- 203.0.113.96 ping statistics ---\n4 packets transmitted, 4 received, 0% packet loss\n`;
  const { stdout } = await piped(session, ['--json', '--about', '203.0.113.96:21', '--no-save']);
  expect(stdout).toMatch(/^[\t\n -~␀-␡]+$/u);
  const taken = v.parse(
    v.looseObject({ checks: v.array(checkSchema), measurements: v.array(measurementSchema), facts: v.array(serverFactSchema) }),
    JSON.parse(stdout),
  );
  expect(taken.checks.map(({ id }) => id)).toEqual([null]);
  expect(taken).toMatchObject({ place: 'customer', problems: [] });
});

test('nothing of what was pasted moves a cursor', async () => {
  const { stdout } = await piped(`nc: connect to \u001b]0;x\u0007db1.example.net port 5432 (tcp) failed: Connection refused\n${refused}`, [
    '--no-save',
  ]);
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
});

test('a file of Windows PowerShell, UTF-16 with its mark, is read as well', async () => {
  const printed =
    'ComputerName     : db1.example.net\r\nRemoteAddress    : 203.0.113.96\r\nRemotePort       : 5432\r\nTcpTestSucceeded : False\r\n';
  const { stdout, exitCode } = await sonde(['read', fileOf(Buffer.from(`\ufeff${printed}`, 'utf16le')), '--no-save']);
  expect(stdout).toMatch(/^Read as Test-NetConnection, from customer\./u);
  expect(exitCode).toBe(0);
});

test('Ctrl+C while it waits for what is pasted ends with 130', async () => {
  const child = spawn(process.execPath, [commandLineFile, 'read', '--no-save'], { stdio: ['pipe', 'pipe', 'pipe'] });
  // More than a pipe holds: once it is written the other side reads. An interrupt before that would end the process by the signal.
  await new Promise((resolve) => child.stdin.write('nc: connect\n'.repeat(20_000), resolve));
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
});

test('the help explains every option and fits 100 columns', async () => {
  const { stdout, exitCode } = await sonde(['read', '--help']);
  expect(stdout).toMatch(/^Examples\n {2}sonde read /u);
  for (const name of Object.keys(readFlags)) expect(stdout).toContain(`--${name} `);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(exitCode).toBe(0);
});

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { addToCase } from '../../../electron/store/cases/add-to-case.ts';
import { openStore } from '../../../electron/store/open.ts';
import { closeStore } from '../../../electron/store/store.ts';
import { closedPort } from '../../support/loopback.ts';
import { checkIn, sonde, temporaryFolder } from './sonde.ts';

/** Exactly what `sonde explain --json` promises. */
const explanationSchema = v.strictObject({
  path: v.array(v.strictObject({ node: v.string(), because: v.pipe(v.string(), v.minLength(1)) })),
  advice: v.strictObject({
    finding: v.pipe(v.string(), v.minLength(1)),
    causes: v.array(
      v.strictObject({
        cause: v.string(),
        likelihood: v.picklist(['shown', 'likely', 'possible', 'unlikely']),
        because: v.pipe(v.string(), v.minLength(1)),
      }),
    ),
    steps: v.array(
      v.strictObject({
        text: v.string(),
        commands: v.array(
          v.strictObject({
            os: v.picklist(['linux', 'windows', 'macos']),
            tool: v.string(),
            command: v.string(),
            changes: v.nullable(v.string()),
            undo: v.nullable(v.string()),
          }),
        ),
      }),
    ),
  }),
});

function explanationIn(stdout: string): v.InferOutput<typeof explanationSchema> {
  return v.parse(explanationSchema, JSON.parse(stdout));
}

describe('sonde explain', () => {
  test('checks a target, keeps that, and explains it', async () => {
    const data = temporaryFolder();
    const port = await closedPort();
    const { exitCode, stdout, stderr } = await sonde(['explain', `127.0.0.1:${port}`, '--data', data, '--json']);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const { path, advice } = explanationIn(stdout);
    expect(path.map(({ node }) => node)).toEqual(['met_itself']);
    expect(advice.causes[0]).toMatchObject({ cause: 'service_stopped' });
    const again = await sonde(['explain', '1', '--data', data, '--json']);
    expect(explanationIn(again.stdout)).toEqual(explanationIn(stdout));
  });

  test('gives every change with what it changes and its undo', async () => {
    const port = await closedPort();
    const { stdout } = await sonde(['explain', `127.0.0.1:${port}`, '--no-save', '--json']);
    const commands = explanationIn(stdout).advice.steps.flatMap((step) => step.commands);
    expect(commands.some(({ undo }) => undo !== null)).toBe(true);
    for (const { changes, undo } of commands) expect(changes === null).toBe(undo === null);
  });

  test('knows from the history what need not be asked', async () => {
    const data = temporaryFolder();
    const server = createServer((socket) => socket.resume());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    await sonde(['check', `127.0.0.1:${port}`, '--connect-only', '--data', data]);
    await new Promise((resolve) => server.close(resolve));
    const { path } = explanationIn((await sonde(['explain', `127.0.0.1:${port}`, '--data', data, '--json'])).stdout);
    expect(path.find(({ node }) => node === 'right_port')?.because).toMatch(/^Yes\. It worked at /u);
  });

  test('measures this computer instead of asking, when it may', async () => {
    const port = await closedPort();
    const words = ['explain', `127.0.0.1:${port}`, '--no-save', '--json', '--answer', 'right_port=yes'];
    const { path } = explanationIn((await sonde([...words, '--measure'])).stdout);
    expect(path.map(({ node }) => node)).toEqual(expect.arrayContaining(['listening']));
    const listening = path.find(({ node }) => node === 'listening');
    expect(listening?.because).toContain(`Nothing listens on port ${port} there.`);
  });

  test('takes what a command printed on the server as evidence', async () => {
    const data = temporaryFolder();
    const port = await closedPort();
    const checked = await sonde(['check', `127.0.0.1:${port}`, '--data', data, '--json']);
    const file = join(data, 'ss.txt');
    writeFileSync(file, `$ ss -ltn\nState Recv-Q Send-Q Local Address:Port Peer Address:Port\nLISTEN 0 128 127.0.0.1:${port} 0.0.0.0:*\n`);
    const words = [
      'explain',
      String(checkIn(checked.stdout).id),
      '--data',
      data,
      '--json',
      '--paste',
      file,
      '--answer',
      'right_port=yes,system=linux',
    ];
    const { path } = explanationIn((await sonde(words)).stdout);
    expect(path.at(-1)?.node).toBe('listening');
  });

  test('says which part of a pasted text it could not use, and uses the rest', async () => {
    const data = temporaryFolder();
    const port = await closedPort();
    const file = join(data, 'rules.txt');
    const rule = `-A INPUT -i eth7 -p tcp -m tcp --dport ${port} -j DROP`;
    writeFileSync(file, `$ uname -a\nLinux shop 6.1.0 #1 SMP x86_64 GNU/Linux\n$ sudo iptables -S INPUT\n-P INPUT ACCEPT\n${rule}\n`);
    const { stdout, stderr, exitCode } = await sonde(['explain', `127.0.0.1:${port}`, '--data', data, '--json', '--paste', file]);
    expect(stderr).toMatch(/^sonde: [^\n]+\n$/u);
    expect(stderr).toContain(rule);
    explanationIn(stdout);
    expect(exitCode).toBe(0);
  });

  test('goes on where the case of the endpoint was left, in the same shape', async () => {
    const data = temporaryFolder();
    const port = await closedPort();
    const id = checkIn((await sonde(['check', `127.0.0.1:${port}`, '--data', data, '--json'])).stdout).id ?? 0;
    const before = explanationIn((await sonde(['explain', String(id), '--data', data, '--json'])).stdout);
    const opening = openStore(data);
    if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
    for (const [inquiry, answer] of [
      ['right_port', 'yes'],
      ['system', 'linux'],
    ] as const) {
      const entry = { kind: 'answered', inquiry, answer } as const;
      expect(addToCase(opening.store, { place: { kind: 'check', checkId: id }, entry, nowMs: Date.now() })).toMatchObject({
        kind: 'written',
      });
    }
    closeStore(opening.store);
    const after = explanationIn((await sonde(['explain', String(id), '--data', data, '--json'])).stdout);
    expect(after.path.length).toBeGreaterThan(before.path.length);
    expect(after.path.find(({ node }) => node === 'right_port')?.because).toMatch(/^Yes\./u);
    const overruled = await sonde(['explain', String(id), '--data', data, '--json', '--answer', 'right_port=no']);
    expect(explanationIn(overruled.stdout).path.find(({ node }) => node === 'right_port')?.because).toMatch(/^No\./u);
  });

  test('shows people the path, the causes, the commands with their undo, and the words of the trade', async () => {
    const port = await closedPort();
    const { stdout } = await sonde(['explain', `127.0.0.1:${port}`, '--no-save']);
    for (const part of [
      'What is known',
      'Did the connection meet itself? No.',
      'Next, to find out',
      'What it may be',
      'What to do',
      'undo: sudo systemctl stop',
      'Words',
    ])
      expect(stdout).toContain(part);
  });

  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['nothing to explain', [], /Name a check by its number/u],
    ['a check that is not there', ['4711'], /There is no check 4711/u],
    ['two targets', ['127.0.0.1:1', '127.0.0.1:2'], /one target/u],
    ['a range of ports', ['127.0.0.1:1-9'], /one port/u],
    ['a target that cannot be read', ['127.0.0.1:70000'], /65535/u],
    ['a question that does not exist', ['127.0.0.1:1', '--answer', 'colour=red'], /there is no question colour/u],
    ['an answer that does not exist', ['127.0.0.1:1', '--answer', 'right_port=perhaps'], /one of yes, no, unknown/u],
    ['a name server that is a name', ['127.0.0.1:1', '--name-server', 'dns.example'], /an IP address is wanted/u],
    ['a paste that is not there', ['127.0.0.1:1', '--no-save', '--paste', '/nowhere/at/all'], /cannot be read/u],
    ['an unknown option', ['127.0.0.1:1', '--frobnicate'], /--frobnicate/u],
  ];

  test.each(mistakes)('%s ends with 2 and one sentence', async (_title, words, sentence) => {
    const { exitCode, stdout, stderr } = await sonde(['explain', ...words]);
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/^sonde: [^\n]+\n$/u);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test('has a help that fits a terminal of 100 columns, examples first', async () => {
    const { stdout } = await sonde(['explain', '--help']);
    expect(stdout).toMatch(/^Examples\n {2}sonde explain /u);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { finish } from '../command.ts';
import { createLab, type Lab } from '../lab.ts';
import { nginx } from '../servers/nginx.ts';
import { scripted } from '../servers/scripted.ts';
import { startServers } from '../servers/server.ts';
import { vsftpdOpen } from '../servers/vsftpd.ts';
import { addresses } from '../topology.ts';
import { consoleWords, CTRL_C, pipe, pipeInto, sitDown } from './speak.ts';

const { seed, web, mute, leaving, resetting, resetsWhenSpokenTo, endless, dripping, nobodyHere, firewalled } = addresses;

/** One way a session ends, and the last thing said about it with -v. */
interface Ending {
  readonly how: string;
  readonly words: readonly string[];
  readonly input?: string;
  readonly openS?: number;
  readonly said: RegExp;
  readonly exitCode?: number;
}

const endings: readonly Ending[] = [
  { how: 'the service closes', words: [seed, '21'], input: 'QUIT\\r\\n', openS: 1, said: /The other side closed the connection \(FIN\) after [\d.]+ m?s\. Received \d+ B, sent 6 B\.$/u },
  { how: 'the service closes without a word', words: [leaving, '21'], said: /The other side closed the connection \(FIN\) after [\d.]+ m?s\. Received nothing, sent nothing\.$/u },
  { how: 'the service resets', words: [resetting, '21'], openS: 3, said: /The other side, or a device on the way, reset the connection \(RST\) after [\d.]+ m?s\. Received nothing, sent nothing\.$/u },
  { how: 'the service resets once it is spoken to', words: [resetsWhenSpokenTo, '80'], input: 'hello', openS: 3, said: /reset the connection \(RST\) after [\d.]+ m?s\. Received nothing, sent 5 B\.$/u },
  { how: 'nothing is said by either side', words: [mute, '7777', '-w', '1'], openS: 5, said: /Closed after 1(?:\.\d+)? s: nothing came or went for 1 s\. Received nothing, sent nothing\.$/u },
  { how: 'we finish, and the service closes in turn', words: [web, '80', '-N'], said: /You will send no more \(FIN\)[^]*You closed the connection \(FIN\) after [\d.]+ m?s\. Received nothing, sent nothing\.$/u },
  { how: 'nobody listens', words: [seed, '80'], said: /Not connected: 203\.0\.113\.96:80 refused\.$/u, exitCode: 1 },
  { how: 'nobody has the address', words: [nobodyHere, '80', '-w', '10'], said: /Not connected: 198\.51\.100\.200:80 .*$/u, exitCode: 1 },
  { how: 'the name does not exist', words: ['no-such-host.invalid', '80'], said: /Not connected: no-such-host\.invalid:80 .*$/u, exitCode: 1 },
  { how: 'packets are dropped on the way', words: [firewalled, '9999', '-w', '1'], said: /Not connected: 203\.0\.113\.60:9999 .*(?:time|answer).*$/u, exitCode: 1 },
]; // prettier-ignore

describe('sonde console says how it ended', () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await createLab();
    await startServers(lab, [vsftpdOpen, nginx, scripted]);
    await dropOnServer(firewalled, 9_999);
  });
  afterAll(() => lab.close());

  /** From now on the server's firewall drops what comes to this place, also of connections that are open. */
  const dropOnServer = (address: string, port: number): Promise<void> =>
    lab.nft(
      'server',
      `table inet console {\nchain in {\ntype filter hook input priority 0;\nip daddr ${address} tcp dport ${port} drop\n}\n}\n`,
    );

  it.each(endings)('when $how', async ({ words, input = '', openS = 0, said, exitCode = 0 }) => {
    const ended = await pipe(lab, { words: ['-v', ...words], input, openS });
    expect(ended.stderr.trimEnd()).toMatch(said);
    expect(ended.exitCode).toBe(exitCode);
  });

  it.each(endings.filter(({ how }) => how !== 'the name does not exist'))(
    'with the exit code of nc when $how',
    async ({ words, input = '', openS = 0, exitCode = 0 }) => {
      expect((await pipeInto(lab, { words: ['nc.openbsd', ...words], input, openS })).exitCode).toBe(exitCode);
    },
  );

  it('when the network fails under it: the system gave up, after how long, and how much had gone', async () => {
    await lab.run('client', ['sysctl', '-qw', 'net.ipv4.tcp_retries2=2']);
    const { type, untilSeen, screen, exitCode } = sitDown(lab, [mute, '7777']);
    await untilSeen('Connected');
    await dropOnServer(mute, 7_777);
    type('hello\n');
    await untilSeen(/The connection failed after [\d.]+ s: 203\.0\.113\.70:7777 .* Received nothing, sent 6 B\./u);
    expect(screen()).not.toMatch(/closed the connection/u);
    expect(await exitCode).toBe(0);
    await lab.nft('server', 'delete table inet console');
  });

  it('when a person closes: FIN on the wire, also to one who never stops talking', async () => {
    for (const address of [mute, endless]) {
      const { type, untilSeen, exitCode } = sitDown(lab, [address, '7777']);
      await untilSeen('Connected');
      type(CTRL_C);
      expect(await exitCode).toBe(130);
      await untilSeen(/You closed the connection \(FIN\) after [\d.]+ m?s\./u);
    }
    await vi.waitFor(async () => {
      const sessions = (await readFile(join(lab.folder, 'scripted', 'sessions'), 'utf8')).trim().split('\n');
      const last = sessions
        .map((line) => JSON.parse(line) as { place: string; ended: string })
        .findLast(({ place }) => place === `${mute}:7777`);
      expect(last).toMatchObject({ ended: 'fin' });
    });
  });

  it('when a signal comes: at once, with 130, and what came is out', async () => {
    const child = lab.spawn('client', consoleWords([dripping, '21']));
    const finished = finish(child);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const { exitCode, stdout } = await finished;
    expect(exitCode).toBe(130);
    expect(stdout).toMatch(/^22?0?/u);
  });

  it('in a shell, as the reader of its output goes, like nc', async () => {
    for (const program of [['nc.openbsd'], consoleWords([])]) {
      const script = '{ "$@" < /dev/null; echo "$?" >&2; } | head -1';
      const { stdout, stderr } = await lab.run('client', ['sh', '-c', script, 'sh', ...program, endless, '21']);
      expect({ stdout, stderr }).toEqual({ stdout: '220-and another thing\r\n', stderr: '0\n' });
    }
  });
});

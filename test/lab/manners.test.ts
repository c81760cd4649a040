import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { finish } from './command.ts';
import { createLab, type Lab } from './lab.ts';
import { nameServers } from './servers/name-servers.ts';
import { nginx } from './servers/nginx.ts';
import { scripted } from './servers/scripted.ts';
import { startServers } from './servers/server.ts';
import { dnsmasq } from './servers/dnsmasq.ts';
import { sondeWords } from './sonde.ts';
import { addresses } from './topology.ts';

interface Session {
  readonly place: string;
  readonly received: string;
  readonly ended: string;
}

describe('sonde check, as the other side sees it', () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await createLab();
    await startServers(lab, [scripted, nginx, dnsmasq, nameServers]);
  });
  afterAll(() => lab.close());

  const check = async (...words: readonly string[]): Promise<void> => {
    const { stdout, stderr } = await lab.run('client', sondeWords(lab, words));
    expect(stdout, stderr).toMatch(/^\{/);
  };

  const sessionsAt = async (place: string): Promise<readonly Session[]> => {
    const lines = (await readFile(join(lab.folder, 'scripted', 'sessions'), 'utf8')).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Session).filter((session) => session.place === place);
  };

  it('says goodbye in the words of a service that greeted, and leaves with FIN', async () => {
    await check(addresses.hesitant, '21');
    await vi.waitFor(async () => {
      expect(await sessionsAt(`${addresses.hesitant}:21`)).toMatchObject([{ received: 'QUIT\r\n', ended: 'fin' }]);
    });
  });

  it('says nothing when only the connection is asked for, and leaves with FIN', async () => {
    await check(addresses.mute, '80', '--connect-only');
    await vi.waitFor(async () => {
      expect(await sessionsAt(`${addresses.mute}:80`)).toMatchObject([{ received: '', ended: 'fin' }]);
    });
  });

  it('says nothing to a server nobody knows, and leaves with FIN', async () => {
    await check(addresses.mute, '7777');
    await vi.waitFor(async () => {
      expect(await sessionsAt(`${addresses.mute}:7777`)).toMatchObject([{ received: '', ended: 'fin' }]);
    });
  });

  it('sends no request to a server whose certificate is not good, and one to a server whose is', async () => {
    for (const name of ['expired', 'wrong-name', 'self-signed', 'not-yet-valid', 'incomplete-chain', 'www']) {
      await check(`${name}.sonde.test`, '443');
    }
    const requests = (await readFile(join(lab.folder, 'nginx', 'access.log'), 'utf8')).trimEnd().split('\n');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatch(/^(?:203\.0\.113\.80|2001:db8:113::80) HEAD \/ HTTP/u);
  });

  it('is gone at once when interrupted while the system waits for a silent resolver', async () => {
    const child = lab.spawn('client', sondeWords(lab, ['www.sonde.test', '80']), { resolver: 'silent_for_long' });
    const finished = finish(child);
    // The lookup has begun by then, and the C library will not be done with it for another 8 s.
    await sleep(2_000);
    const interruptedAtMs = performance.now();
    child.kill('SIGINT');
    expect(await finished).toMatchObject({ exitCode: 130 });
    expect(performance.now() - interruptedAtMs).toBeLessThan(2_000);
  });
});

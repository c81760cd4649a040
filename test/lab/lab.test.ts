import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { mustRun } from './command.ts';
import { breakThings } from './faults.ts';
import { createLab, type Lab } from './lab.ts';
import { sweepLeftovers } from './leftovers.ts';
import { redis } from './servers/databases.ts';
import { startServers } from './servers/server.ts';
import { addresses } from './topology.ts';

/** What anybody else on this machine could notice of a lab. */
async function surroundings(): Promise<readonly string[]> {
  return Promise.all([
    mustRun(['ip', '-brief', 'link']),
    mustRun(['ip', 'route']),
    mustRun(['nft', 'list', 'ruleset']),
    readFile('/proc/self/mounts', 'utf8'),
    readFile('/etc/hosts', 'utf8'),
    readFile('/etc/resolv.conf', 'utf8'),
    mustRun(['ip', 'netns', 'list']),
  ]);
}

/** The network namespaces of some processes. */
async function namespacesOf(pids: readonly number[]): Promise<readonly string[]> {
  return Promise.all(pids.map((pid) => readlink(`/proc/${String(pid)}/ns/net`)));
}

/** Every process that is in one of these network namespaces. */
async function processesIn(namespaces: readonly string[]): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/ns/net`).catch(() => 'gone')));
  return pids.filter((_, index) => namespaces.includes(places[index] ?? ''));
}

describe('createLab', () => {
  let lab: Lab | undefined;
  afterEach(() => lab?.close());

  it('builds machines that reach each other through a router, over IPv4 and IPv6', async () => {
    lab = await createLab();
    const server = lab.serve('server', ['nc.openbsd', '-l', '-k', '-n', addresses.seed6, '8080']);
    const dialled = await vi.waitFor(async () => {
      const finished = await lab?.run('client', ['nc.openbsd', '-v', '-z', '-n', '-w', '2', addresses.seed6, '8080']);
      expect(finished?.exitCode).toBe(0);
      return finished;
    }, 5_000);
    expect(dialled?.stderr).toContain('succeeded!');
    expect(server.exitCode).toBeNull();
  });

  it('shows nothing of itself to the rest of the machine', async () => {
    const before = await surroundings();
    lab = await createLab();
    await breakThings(lab);
    await startServers(lab, [redis]);
    expect(await surroundings()).toEqual(before);
  });

  it('leaves no process, namespace, mount or file once closed, and may be closed twice', async () => {
    const before = await surroundings();
    lab = await createLab();
    await startServers(lab, [redis]);
    lab.spawn('client', ['sleep', '1000']);
    const namespaces = await namespacesOf(lab.holderPids);
    expect((await processesIn(namespaces)).length).toBeGreaterThan(lab.holderPids.length);

    await lab.close();
    await lab.close();

    await vi.waitFor(async () => {
      expect(await processesIn(namespaces)).toEqual([]);
    }, 5_000);
    expect(existsSync(lab.folder)).toBe(false);
    expect(await surroundings()).toEqual(before);
  });

  it('is gone without being closed when its process is killed, but for a folder that the next lab sweeps away', async () => {
    const killed = spawn(process.execPath, [fileURLToPath(new URL('inside/build-and-wait.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { folder, holderPids } = await firstLine<{ folder: string; holderPids: readonly number[] }>(killed.stdout);
    const namespaces = await namespacesOf(holderPids);
    expect(await processesIn(namespaces)).not.toEqual([]);

    killed.kill('SIGKILL');

    await vi.waitFor(async () => {
      expect(await processesIn(namespaces)).toEqual([]);
    }, 5_000);
    expect(await readdir(tmpdir())).toContain(basename(folder));
    await sweepLeftovers();
    expect(await readdir(tmpdir())).not.toContain(basename(folder));
  });
});

async function firstLine<Printed>(stream: NodeJS.ReadableStream): Promise<Printed> {
  for await (const line of createInterface(stream)) return JSON.parse(line) as Printed;
  throw new Error('The program ended without a word.');
}

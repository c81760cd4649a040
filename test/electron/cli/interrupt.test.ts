import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { checkIn, checksIn, commandLineFile, run, sonde, temporaryFolder, type Ended } from './sonde.ts';

/** Milliseconds: the promise is 200, measured on an idle computer by the bench; a busy one may take longer to run a handler. */
const GONE_WITHIN_MS = 1_000;

interface Interrupted extends Ended {
  /** From the signal to the end of the process. */
  readonly goneAfterMs: number;
}

/** Runs a check of a server that never says a word, and interrupts it once it is connected. */
async function interruptWhenConnected(signal: NodeJS.Signals, format: readonly string[]): Promise<Interrupted> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  let signalledMs = 0;
  const ended = await sonde(['check', `127.0.0.1:${port}`, '--tls', '--timeout', '20', '--no-save', ...format], {
    onStart: (child) => {
      server.once('connection', (socket) => {
        socket.on('error', () => undefined);
        signalledMs = performance.now();
        child.kill(signal);
      });
    },
  });
  return { ...ended, goneAfterMs: performance.now() - signalledMs };
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s cancels, shows what is known, and ends with 130', async (signal) => {
  const { exitCode, stdout, goneAfterMs } = await interruptWhenConnected(signal, ['--json']);
  expect(checkIn(stdout)).toMatchObject({ outcome: 'cancelled', addresses: [{ outcome: 'succeeded' }] });
  expect(exitCode).toBe(130);
  expect(goneAfterMs).toBeLessThan(GONE_WITHIN_MS);
});

test('a person reads that they cancelled, and after what time', async () => {
  const { stdout } = await interruptWhenConnected('SIGINT', []);
  expect(stdout).toMatch(/^Not run to the end\. You cancelled after \d/mu);
});

test('interrupting a long list shows what was done and says how much', async () => {
  const { stdout, stderr, exitCode } = await sonde(['check', '127.0.0.1', '1-60', '--rate', '2', '--no-save', '--json'], {
    onStart: (child) => {
      child.stdout?.once('data', () => child.kill('SIGINT'));
    },
  });
  const checks = checksIn(stdout);
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.length).toBeLessThan(60);
  expect(stderr).toMatch(/^Interrupted: \d+ of 60 checks were done\.\n$/u);
  expect(exitCode).toBe(130);
});

// The system's resolver is pointed at a server that stays silent, in a mount namespace of its own: only root may make one.
test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'a resolver that hangs holds up neither an interrupt nor the end',
  async () => {
    const resolver = createSocket('udp4').bind(53, '127.0.0.153');
    await once(resolver, 'listening');
    onTestFinished(() => {
      resolver.close();
    });
    const settings = join(temporaryFolder(), 'resolv.conf');
    writeFileSync(settings, 'nameserver 127.0.0.153\n');
    const inside = `mount --bind "${settings}" /etc/resolv.conf && exec "${process.execPath}" "${commandLineFile}" check silent.example:80 --no-save --json --timeout "$1"`;

    let askedMs = 0;
    const interrupted = await run('unshare', ['-m', 'sh', '-c', inside, 'sh', '20'], {
      onStart: (child) => {
        resolver.once('message', () => {
          askedMs = performance.now();
          child.kill('SIGINT');
        });
      },
    });
    expect(performance.now() - askedMs).toBeLessThan(GONE_WITHIN_MS);
    expect(checkIn(interrupted.stdout).outcome).toBe('cancelled');
    expect(interrupted.exitCode).toBe(130);

    const startedMs = performance.now();
    const ended = await run('unshare', ['-m', 'sh', '-c', inside, 'sh', '0.5']);
    // Its own limits: 1 s for the lookup, 2 s for the direct questions. The system's resolver would take 10 s.
    expect(performance.now() - startedMs).toBeLessThan(7_000);
    expect(checkIn(ended.stdout)).toMatchObject({ outcome: 'name_lookup_failed', failure: { code: 'dns_timed_out' } });
    expect(ended.exitCode).toBe(1);
  },
);

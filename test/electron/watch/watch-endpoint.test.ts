import fc from 'fast-check';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';

import { nextSlot } from '../../../electron/watch/next-slot.ts';
import { watchEndpoint } from '../../../electron/watch/watch-endpoint.ts';
import type { WatchedCheck, WatchEnd, WatchOrder } from '../../../electron/watch/watch-order.ts';
import { fillOptions } from '../../../shared/check/options.ts';
import { closedPort, listenOnLoopback } from '../../support/loopback.ts';

const never = new AbortController().signal;

function orderFor(port: number, changes: Partial<WatchOrder> = {}): WatchOrder {
  return {
    target: { host: '127.0.0.1', port, transport: 'tcp' },
    options: fillOptions({ controlName: null, connectOnly: true }),
    intervalMs: 100,
    count: null,
    untilChange: false,
    isAgreed: true,
    ...changes,
  };
}

interface Watched {
  readonly seen: readonly WatchedCheck[];
  readonly end: WatchEnd;
}

/** Watches to the end; `see` hears each check as it is yielded. */
async function watch(
  order: WatchOrder,
  signal: AbortSignal = never,
  see: (watched: WatchedCheck) => void = () => undefined,
): Promise<Watched> {
  const seen: WatchedCheck[] = [];
  const running = watchEndpoint(order, signal);
  for (;;) {
    const next = await running.next();
    if (next.done === true) return { seen, end: next.value };
    seen.push(next.value);
    see(next.value);
  }
}

/** MySQL's greeting, protocol 10. */
const MYSQL_GREETING = Buffer.from([0x0a, 0, 0, 0, 0x0a, ...Buffer.from('8.0.36\0ab')]);

describe('watchEndpoint', () => {
  test('makes as many checks as it is told, and no more', async () => {
    const { port, sockets } = await listenOnLoopback(() => undefined);
    const { seen, end } = await watch(orderFor(port, { count: 3, intervalMs: 20 }));
    expect(end).toBe('counted');
    expect(seen.map(({ check, changed }) => [check.outcome, changed])).toEqual([
      ['succeeded', false],
      ['succeeded', false],
      ['succeeded', false],
    ]);
    expect(seen.map(({ nextAtMs }) => nextAtMs === null)).toEqual([false, false, true]);
    expect(seen.at(-1)?.statistics).toMatchObject({ checkCount: 3, succeededShare: 1 });
    expect(sockets).toHaveLength(3);
  });

  test('ends with the first check whose outcome is another', async () => {
    const { port } = await listenOnLoopback((socket) => socket.write('220 ready\r\n'));
    const closed = await closedPort();
    let dialled = 0;
    const options = fillOptions({ controlName: null, connectOnly: true });
    // The port is read anew for each check, as a service that stops in between.
    const target = {
      host: '127.0.0.1',
      transport: 'tcp',
      get port() {
        dialled += 1;
        return dialled > 3 ? closed : port;
      },
    } as const;
    const { seen, end } = await watch(orderFor(port, { target, options, untilChange: true, intervalMs: 20 }));
    expect(end).toBe('changed');
    expect(seen.at(-1)).toMatchObject({ changed: true, nextAtMs: null, check: { outcome: 'refused' } });
    expect(seen.slice(0, -1).every(({ changed, check }) => !changed && check.outcome === 'succeeded')).toBe(true);
  });

  test('starts on time, however long a check takes, and never two at once', async () => {
    let open = 0;
    let most = 0;
    const { port } = await listenOnLoopback((socket) => {
      open += 1;
      most = Math.max(most, open);
      socket.on('close', () => (open -= 1));
      socket.resume();
      setTimeout(() => socket.end('220 late\r\n'), 130);
    });
    const options = fillOptions({ controlName: null, service: 'ftp' });
    const { seen } = await watch(orderFor(port, { options, count: 4, intervalMs: 100 }));
    expect(most).toBe(1);
    const [first, ...others] = seen.map(({ check }) => check.startedAtMs);
    // Each takes 130 ms and more, so every other slot is left out; nextSlot keeps them on the grid.
    for (const [index, startedAtMs] of others.entries()) expect(startedAtMs - first!).toBeGreaterThanOrEqual((index + 1) * 200 - 20);
  });

  test('stops at once while it waits', async () => {
    const { port } = await listenOnLoopback(() => undefined);
    const controller = new AbortController();
    let abortedMs = 0;
    const { seen, end } = await watch(orderFor(port, { intervalMs: 3_600_000 }), controller.signal, () => {
      setTimeout(() => {
        abortedMs = performance.now();
        controller.abort();
      }, 30);
    });
    expect(end).toBe('stopped');
    expect(seen).toHaveLength(1);
    expect(performance.now() - abortedMs).toBeLessThan(1_000);
  });

  test('stops at once while a check runs, and does not tell of a check that proves nothing', async () => {
    const sockets: Socket[] = [];
    const { port } = await listenOnLoopback((socket) => sockets.push(socket.resume()));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 150);
    const startedMs = performance.now();
    const { seen, end } = await watch(orderFor(port, { options: fillOptions({ controlName: null, service: 'smtp' }) }), controller.signal);
    expect({ end, seen }).toEqual({ end: 'stopped', seen: [] });
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    await expect.poll(() => sockets.every((socket) => socket.destroyed)).toBe(true);
  });

  test('does nothing when it is stopped before it begins', async () => {
    const { port, sockets } = await listenOnLoopback(() => undefined);
    const { seen, end } = await watch(orderFor(port), AbortSignal.abort());
    expect({ end, seen, dialled: sockets.length }).toEqual({ end: 'stopped', seen: [], dialled: 0 });
  });

  test('slows down for a service that punishes it, as soon as it knows', async () => {
    const { port } = await listenOnLoopback((socket) => socket.write(MYSQL_GREETING));
    const controller = new AbortController();
    const order = orderFor(port, { options: fillOptions({ controlName: null }), intervalMs: 20, isAgreed: false });
    const { seen } = await watch(order, controller.signal, () => setTimeout(() => controller.abort(), 100));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ intervalMs: 60_000, check: { service: { id: 'mysql' } } });
    expect(seen[0]!.nextAtMs! - Date.now()).toBeGreaterThan(50_000);
  });

  test('goes as fast as asked for once the person agreed', async () => {
    const { port } = await listenOnLoopback((socket) => socket.write(MYSQL_GREETING));
    const { seen, end } = await watch(orderFor(port, { options: fillOptions({ controlName: null }), intervalMs: 20, count: 2 }));
    expect(end).toBe('counted');
    expect(seen.map(({ intervalMs }) => intervalMs)).toEqual([20, 20]);
  });
});

describe('nextSlot', () => {
  test('is on the grid of the schedule, after now, and at most one interval away', () => {
    const number = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, fc.double({ min: 1, max: 1e6, noNaN: true }), number, (startedMs, intervalMs, laterMs) => {
        const nowMs = startedMs + laterMs;
        const slotMs = nextSlot({ startedMs, intervalMs }, nowMs);
        // Sums of such numbers are exact to a thousandth of a millisecond.
        const slots = (slotMs - startedMs) / intervalMs;
        expect(Math.abs(slots - Math.round(slots))).toBeLessThan(1e-3);
        expect(slotMs - nowMs).toBeGreaterThanOrEqual(-0.001);
        expect(slotMs - nowMs).toBeLessThanOrEqual(intervalMs + 0.001);
      }),
    );
  });

  test('leaves out what a long check has overtaken', () => {
    expect(nextSlot({ startedMs: 1_000, intervalMs: 100 }, 1_000)).toBe(1_100);
    expect(nextSlot({ startedMs: 1_000, intervalMs: 100 }, 1_099)).toBe(1_100);
    expect(nextSlot({ startedMs: 1_000, intervalMs: 100 }, 1_345)).toBe(1_400);
  });
});

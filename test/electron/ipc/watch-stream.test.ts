import { createServer, type Server } from 'node:net';
import { describe, expect, test } from 'vitest';

import { Sleep } from '../../../electron/checks/sleep.ts';
import { createWatchEndpoint, type Change, type Watching } from '../../../electron/ipc/watch-stream.ts';
import { countChecks } from '../../../electron/store/checks/count-checks.ts';
import { readCheck } from '../../../electron/store/checks/read-check.ts';
import type { StoreOpening } from '../../../electron/store/store.ts';
import type { CheckedRequestOf, EventOf } from '../../../shared/ipc/types.ts';
import { fillOptions } from '../../../shared/check/options.ts';
import { listenOnLoopback } from '../../support/loopback.ts';
import { openForTest } from '../store/open-for-test.ts';
import { told } from './told.ts';

/** MySQL's greeting, protocol 10. */
const MYSQL_GREETING = Buffer.from([0x0a, 0, 0, 0, 0x0a, ...Buffer.from('8.0.36\0ab')]);

type Event = EventOf<'watchEndpoint'>;

function wish(port: number, changes: Partial<CheckedRequestOf<'watchEndpoint'>> = {}): CheckedRequestOf<'watchEndpoint'> {
  return {
    target: { host: '127.0.0.1', port, transport: 'tcp' },
    options: fillOptions({ controlName: null, connectOnly: true }),
    intervalMs: 100,
    until: 'stopped',
    notice: 'with_sound',
    ...changes,
  };
}

/** A window that watches, with what it was told beside it. */
function windowWith(changes: Partial<Watching> = {}) {
  const history: StoreOpening = { kind: 'open', store: openForTest() };
  const notices: Change[] = [];
  const sleep = new Sleep();
  const watch = createWatchEndpoint({
    history,
    tellChange: (change) => notices.push(change) > 0,
    sleep,
    ...changes,
  });
  return { watch, notices, sleep, store: history.store };
}

const kinds = (events: readonly Event[]): readonly string[] => events.map(({ kind }) => kind);

const find = <Kind extends Event['kind']>(events: readonly Event[], kind: Kind): readonly Extract<Event, { kind: Kind }>[] =>
  events.filter((event): event is Extract<Event, { kind: Kind }> => event.kind === kind);

/** A server that is closed, with the port free, after so many connections. */
async function closingAfter(count: number): Promise<number> {
  let open: Server | null = null;
  let seen = 0;
  const { port } = await listenOnLoopback(
    (socket) => {
      seen += 1;
      socket.resume();
      if (seen >= count) open?.close();
    },
    (serve) => (open = createServer(serve)),
  );
  return port;
}

describe('a watch of the window', () => {
  test('tells its rate, each check as it happens, what it kept and when the next comes', async () => {
    const { port } = await listenOnLoopback((socket) => socket.resume());
    const { watch, store, notices } = windowWith();
    const stop = new AbortController();
    let rounds = 0;
    const events = await told('watchEndpoint', watch(wish(port), stop.signal), ({ kind }) => {
      if (kind === 'waiting' && (rounds += 1) === 2) stop.abort();
    });
    expect(events[0]).toEqual({ kind: 'rate', wantedMs: 100, intervalMs: 100, mostChecks: null, caution: null });
    expect(kinds(events).slice(1, 3)).toEqual(['checking', 'stage_started']);
    const finished = find(events, 'finished');
    expect(finished.map(({ saved }) => saved)).toEqual([1, 2].map((id) => ({ kind: 'saved', id })));
    expect(readCheck(store, 2)).toMatchObject({ value: { id: 2, target: { port } } });
    expect(finished.at(-1)).toMatchObject({ check: { id: 2, outcome: 'succeeded' }, statistics: { checkCount: 2, succeededShare: 1 } });
    expect(find(events, 'waiting').every(({ nextAtMs }) => nextAtMs <= Date.now() + 100)).toBe(true);
    expect(events.at(-1)).toMatchObject({ kind: 'over', reason: 'stopped', statistics: { checkCount: 2 } });
    expect(notices).toEqual([]);
  });

  test('ends with the first change, tells it and shows a notice', async () => {
    const port = await closingAfter(2);
    const { watch, notices, store } = windowWith();
    const events = await told('watchEndpoint', watch(wish(port, { until: 'change' }), new AbortController().signal));
    expect(find(events, 'changed')).toEqual([{ kind: 'changed', from: 'succeeded', to: 'refused', notice: 'shown' }]);
    expect(kinds(events).slice(-3)).toEqual(['finished', 'changed', 'over']);
    expect(events.at(-1)).toMatchObject({ reason: 'changed' });
    const last = find(events, 'finished').at(-1)!.check;
    expect(notices).toEqual([{ check: last, from: 'succeeded', isSilent: false }]);
    expect(last.id).not.toBeNull();
    expect(countChecks(store)).toEqual({ kind: 'read', value: find(events, 'finished').length });
  });

  test.each([
    ['none', 'not_wanted', 0],
    ['silent', 'unsupported', 1],
  ] as const)('with the notice "%s" says "%s" where the system shows none', async (notice, said, asked) => {
    const port = await closingAfter(1);
    const notices: Change[] = [];
    const { watch } = windowWith({ tellChange: (change) => notices.push(change) < 0 });
    const events = await told('watchEndpoint', watch(wish(port, { until: 'change', notice }), new AbortController().signal));
    expect(find(events, 'changed')).toMatchObject([{ notice: said }]);
    expect(notices.map(({ isSilent }) => isSilent)).toEqual(Array.from({ length: asked }, () => true));
  });

  test('of an endpoint that is watched already sends nothing and says so; once the first has ended it goes', async () => {
    const { port } = await listenOnLoopback((socket) => socket.resume());
    const { watch } = windowWith();
    const stop = new AbortController();
    const second: Promise<readonly Event[]>[] = [];
    await told('watchEndpoint', watch(wish(port, { intervalMs: 60_000 }), stop.signal), ({ kind }) => {
      if (kind !== 'waiting') return;
      second.push(told('watchEndpoint', watch(wish(port), stop.signal)).finally(() => stop.abort()));
    });
    expect(await second[0]).toEqual([{ kind: 'already_watched' }]);
    const again = await told('watchEndpoint', watch(wish(port), AbortSignal.abort()));
    expect(kinds(again)).toEqual(['rate', 'over']);
  });

  test('outlives the computer’s sleep: a check under way is cancelled and not kept, the gap is told, and it goes on', async () => {
    let called = 0;
    const { port, sockets } = await listenOnLoopback((socket) => {
      socket.resume();
      if ((called += 1) > 1) socket.write('220 awake\r\n');
    });
    const { watch, sleep, store } = windowWith();
    const stop = new AbortController();
    const options = fillOptions({ controlName: null, service: 'smtp' });
    let greetings = 0;
    const events = await told('watchEndpoint', watch(wish(port, { options }), stop.signal), (event) => {
      if (event.kind === 'waiting') stop.abort();
      if (event.kind !== 'stage_started' || event.stage !== 'greeting' || (greetings += 1) > 1) return;
      sleep.begin();
      setTimeout(() => sleep.end(), 100);
    });
    const [slept] = find(events, 'slept');
    expect(slept!.toMs).toBeGreaterThan(slept!.fromMs);
    expect(find(events, 'checking').map(({ round }) => round)).toEqual([1, 1]);
    expect(find(events, 'finished')).toMatchObject([{ check: { id: 1, outcome: 'succeeded' }, statistics: { checkCount: 1 } }]);
    expect(events.at(-1)).toMatchObject({ kind: 'over', reason: 'stopped', statistics: { checkCount: 1 } });
    expect(countChecks(store)).toEqual({ kind: 'read', value: 1 });
    await expect.poll(() => sockets.every((socket) => socket.destroyed)).toBe(true);
  });

  test('that sleeps between two checks goes on after it, and is stopped in its sleep as any other', async () => {
    const { port } = await listenOnLoopback((socket) => socket.resume());
    const { watch, sleep } = windowWith();
    const stop = new AbortController();
    let waits = 0;
    const events = await told('watchEndpoint', watch(wish(port, { intervalMs: 60_000 }), stop.signal), ({ kind }) => {
      if (kind !== 'waiting') return;
      waits += 1;
      sleep.begin();
      setTimeout(() => (waits === 1 ? sleep.end() : stop.abort()), 50);
    });
    expect(kinds(events).filter((kind) => ['finished', 'slept', 'over'].includes(kind))).toEqual([
      ...['finished', 'slept', 'finished', 'slept', 'over'],
    ]);
    expect(events.at(-1)).toMatchObject({ reason: 'stopped' });
  });

  test('goes as slowly as a service that punishes it needs, and says why, as soon as it is recognised', async () => {
    const { port } = await listenOnLoopback((socket) => socket.write(MYSQL_GREETING));
    const { watch } = windowWith();
    const stop = new AbortController();
    const options = fillOptions({ controlName: null });
    const events = await told('watchEndpoint', watch(wish(port, { options }), stop.signal), ({ kind }) => {
      if (kind === 'waiting') stop.abort();
    });
    expect(find(events, 'rate')).toEqual([
      { kind: 'rate', wantedMs: 100, intervalMs: 100, mostChecks: null, caution: null },
      { kind: 'rate', wantedMs: 100, intervalMs: 60_000, mostChecks: 50, caution: 'mysql_counts_connections' },
    ]);
    expect(find(events, 'waiting')[0]!.nextAtMs - Date.now()).toBeGreaterThan(50_000);
  });

  test('says the slower rate before the first check where the port stands for such a service', async () => {
    const { watch } = windowWith();
    const target = { host: '203.0.113.1', port: 3306, transport: 'tcp' } as const;
    const events = await told('watchEndpoint', watch({ ...wish(3306), target }, AbortSignal.abort()));
    expect(events[0]).toMatchObject({ kind: 'rate', intervalMs: 60_000, mostChecks: 50, caution: 'mysql_counts_connections' });
  });

  test('goes on when the history does not open, and says of each check that it is not kept', async () => {
    const { port } = await listenOnLoopback((socket) => socket.resume());
    const problem = { kind: 'damaged', path: '/history.sqlite', detail: 'a test' } as const;
    const { watch } = windowWith({ history: { kind: 'unusable', problem } });
    const stop = new AbortController();
    const events = await told('watchEndpoint', watch(wish(port), stop.signal), ({ kind }) => {
      if (kind === 'waiting') stop.abort();
    });
    expect(find(events, 'finished')).toMatchObject([{ check: { id: null }, saved: { kind: 'not_saved', problem } }]);
  });
});

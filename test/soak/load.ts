import { press } from '../bench/window/console.ts';
import type { PageConnection } from '../bench/window/page-connection.ts';
import { CHECKED, type Servers } from './servers.ts';

/** What the page counted since it was asked last. */
export interface Counted {
  /** The numbers under which checks were saved. */
  readonly savedIds: readonly number[];
  readonly notSaved: number;
  readonly watchRounds: number;
  readonly reads: number;
  readonly faults: number;
}

/**
 * Loads the app through its own bridge, from its own page: a check every second, a watch of another endpoint beside them, and the history read
 * and searched all the time. The bridge sends all of it through the same validation, handlers and store as the window's own buttons.
 */
export async function startLoad(page: PageConnection, { greeting, silent, closed }: Servers): Promise<void> {
  await page.evaluate(`{
    const counted = { savedIds: [], notSaved: 0, watchRounds: 0, reads: 0, faults: 0 };
    const target = (port) => ({ host: '${CHECKED}', port, transport: 'tcp' });
    const ports = [${greeting}, ${closed}, ${greeting}, ${silent}];
    const keep = (saved) => saved.kind === 'saved' ? counted.savedIds.push(saved.id) : (counted.notSaved += 1);
    const follow = (onEvent) => (message) => {
      if (message.kind === 'event') onEvent(message.value);
      else if (message.fault !== null) counted.faults += 1;
    };
    let round = 0;
    const check = () => {
      round += 1;
      bridge.runCheck({ target: target(ports[round % ports.length]), options: {} }, follow((event) => event.kind === 'finished' && keep(event.saved)));
    };
    const read = async () => {
      const span = { hostId: 1, port: ${greeting}, transport: 'tcp', fromMs: null, toMs: null };
      const answers = await Promise.all([
        bridge.pageChecks({ hostId: null, limit: 100 }),
        bridge.pageChecks({ hostId: 1, limit: 100, filter: { text: 'soak.example' }, order: 'reply' }),
        bridge.listHosts({ text: '127', limit: 50 }),
        bridge.readTimeline({ ...span, cellCount: 200 }),
        bridge.readStatistics(span),
      ]);
      counted.reads += answers.length;
      counted.faults += answers.filter(({ kind }) => kind === 'faulted').length;
    };
    const stopWatch = bridge.watchEndpoint(
      { target: target(${greeting}), options: {}, intervalMs: 1000, until: 'stopped', notice: 'none' },
      follow((event) => {
        if (event.kind !== 'finished') return;
        counted.watchRounds += 1;
        keep(event.saved);
      }),
    );
    const timers = [setInterval(check, 1000), setInterval(read, 2000)];
    globalThis.soak = {
      take: () => ({ ...counted, savedIds: counted.savedIds.splice(0) }),
      stop: () => { timers.forEach(clearInterval); stopWatch(); },
    };
  }`);
}

/** What was counted: the numbers of checks since the last time, the others in all. */
export async function takeCounted(page: PageConnection): Promise<Counted> {
  return (await page.evaluate('soak.take()')) as Counted;
}

/** No more checks begin; those under way end by themselves. */
export async function stopLoad(page: PageConnection): Promise<void> {
  await page.evaluate('soak.stop()');
}

const ALT = 1;
const CTRL = 2;
const SHIFT = 8;

/** Shows the list of all checks, which grows every second, or goes back to the console, which fills. */
export async function turnTo(page: PageConnection, screen: 'checks' | 'console'): Promise<void> {
  if (screen === 'checks') await press(page, 'F', CTRL + SHIFT);
  else await press(page, 'ArrowLeft', ALT);
}

/** What a process still needs, in megabytes, after its garbage was collected: objects, and the bytes outside of the heap that they hold. */
export async function heapMegabytes(connection: PageConnection): Promise<number> {
  await connection.send('HeapProfiler.collectGarbage', {});
  const usage = (await connection.send('Runtime.getHeapUsage', {})) as { readonly usedSize: number; readonly backingStorageSize?: number };
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1_000_000;
}

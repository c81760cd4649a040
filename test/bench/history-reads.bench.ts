import { countChecksOf } from '../../electron/store/checks/count-checks-of.ts';
import { findHost } from '../../electron/store/hosts/find-host.ts';
import { listHosts } from '../../electron/store/hosts/list-hosts.ts';
import { pageChecks } from '../../electron/store/checks/page-checks.ts';
import { readHost } from '../../electron/store/hosts/read-host.ts';
import { readStatistics } from '../../electron/store/past/read-statistics.ts';
import { readTimeline } from '../../electron/store/past/read-timeline.ts';
import type { Store } from '../../electron/store/store.ts';
import type { CheckPage } from '../../shared/history/check-row.ts';
import type { Bench, Finding } from './bench.ts';
import { LONG, longHistory, openHistory, TENTH } from './history/long-history.ts';
import { BUSY_HOST } from './history/past.ts';
import { quantile } from './history/quantile.ts';

const ROUNDS = 200;

/** What a person waits for in a long history, in the process that must not be held up. */
export const bench: Bench = {
  title: 'looking through 1 000 000 checks of 2 000 hosts, one of them with 200 000',
  blockers: () => [],
  run: async () => {
    const histories = { long: openPast(longHistory(LONG)), tenth: openPast(longHistory(TENTH)) };
    const firstLooks: Finding[] = [];
    for (const [name, past] of Object.entries(histories)) firstLooks.push(await firstLook(name, past));
    const findings: Finding[] = [];
    for (const [name, look] of Object.entries(looks)) findings.push(...(await compare(name, look, histories)));
    return [...findings, ...firstLooks];
  },
};

/** An open history and the host that has a fifth of it. */
interface OpenPast {
  readonly store: Store;
  readonly hostId: number;
  /** How far its checks were paged through. */
  readonly place: { next: CheckPage['next'] };
}

const web = { port: 443, transport: 'tcp' } as const;

/** A page of a screen or two, and no more rows than the shorter history has of the rarest. */
const limit = 100;

const looks: Readonly<Record<string, (past: OpenPast) => unknown>> = {
  'the list of hosts': ({ store }) => expectRead(listHosts(store, { limit: 60 })),
  'the page of a host, with its timeline and statistics': async ({ store, hostId }) => {
    const span = { hostId, ...web, fromMs: null, toMs: null };
    expectRead(readHost(store, hostId));
    expectRead(countChecksOf(store, { hostId, endpoint: web }));
    expectRead(pageChecks(store, { hostId, endpoint: web, limit }));
    expectRead(await readTimeline(store, { ...span, cellCount: 600 }));
    expectRead(await readStatistics(store, span));
  },
  'a search that a fifth of the hosts match': ({ store }) => expectRead(listHosts(store, { text: 'leeds', limit: 60 })),
  'a filter by outcome': ({ store, hostId }) => expectRead(pageChecks(store, { hostId, filter: { outcomes: ['refused'] }, limit })),
  'a filter by text that a fifth of all checks have': ({ store }) =>
    expectRead(pageChecks(store, { hostId: null, filter: { text: 'vsftpd' }, limit })),
  'a filter by text that nothing has': ({ store, hostId }) =>
    expectRead(pageChecks(store, { hostId, filter: { text: 'nothing like it' }, limit })),
  'the next page': ({ store, hostId, place }) => {
    const page = pageChecks(store, { hostId, after: place.next, limit });
    place.next = page.kind === 'listed' ? page.next : null;
    expectRead(page);
  },
};

function expectRead(answer: { readonly kind: string }): unknown {
  if (answer.kind === 'unreadable') throw new Error('The history cannot be read.');
  return answer;
}

function openPast(folder: string): OpenPast {
  const store = openHistory(folder);
  const host = findHost(store, BUSY_HOST);
  if (host.kind === 'unreadable' || host.value === null) throw new Error(`${BUSY_HOST} is not there.`);
  return { store, hostId: host.value.id, place: { next: null } };
}

/** A look at both histories in turns. */
async function compare(
  name: string,
  look: (past: OpenPast) => unknown,
  { long, tenth }: { readonly long: OpenPast; readonly tenth: OpenPast },
): Promise<readonly Finding[]> {
  const durationsMs = { long: [] as number[], tenth: [] as number[] };
  // The first rounds warm the caches of SQLite and of Node, and count for nobody.
  for (let round = -10; round < ROUNDS; round += 1) {
    for (const [past, into] of [
      [long, durationsMs.long],
      [tenth, durationsMs.tenth],
    ] as const) {
      const durationMs = await timed(() => look(past));
      if (round >= 0) into.push(durationMs);
    }
  }
  const [longMs, tenthMs] = [quantile(durationsMs.long, 0.95), quantile(durationsMs.tenth, 0.95)];
  return [
    { name: `${name}, p95`, value: longMs, unit: 'ms', atMost: 50 },
    { name: `${name}, against 100 000 checks`, value: longMs / tenthMs, unit: 'x', atMost: 1.5 },
  ];
}

/** What is shorter is done again and again, and averaged: once alone, it would measure the other programs of the machine. */
const SHORTEST_SAMPLE_MS = 5;

async function timed(look: () => unknown): Promise<number> {
  const startedMs = performance.now();
  for (let count = 1; ; count += 1) {
    await look();
    const passedMs = performance.now() - startedMs;
    if (passedMs >= SHORTEST_SAMPLE_MS) return passedMs / count;
  }
}

/** The first look at a timeline digests the past, once: it takes longer, and holds nothing up. */
async function firstLook(name: string, { store, hostId }: OpenPast): Promise<Finding> {
  const startedMs = performance.now();
  expectRead(await readTimeline(store, { hostId, ...web, fromMs: null, toMs: null, cellCount: 600 }));
  return { name: `the first look at the timeline (${name})`, value: performance.now() - startedMs, unit: 'ms', atMost: null };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { pageChecks } from '../../../../electron/store/checks/page-checks.ts';
import { saveCheck, saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { trashHosts } from '../../../../electron/store/hosts/trash.ts';
import type { Check } from '../../../../shared/check/check.ts';
import type { CheckPage, CheckRow } from '../../../../shared/history/check-row.ts';
import { attempt, checkOf, refusal, sampleCheck } from '../sample-check.ts';
import { openForTest } from '../open-for-test.ts';

type Asked = Partial<Parameters<typeof pageChecks>[1]>;

describe('pageChecks', () => {
  test('shows a check as a table row', () => {
    const store = openForTest();
    saveCheck(store, sampleCheck(refusal));
    expect(page(store)).toEqual({
      kind: 'listed',
      unreadableCount: 0,
      next: null,
      rows: [
        {
          id: 1,
          hostId: 1,
          host: 'ftp.example.com',
          port: 21,
          transport: 'tcp',
          outcome: 'refused',
          isChange: false,
          startedAtMs: 1_795_000_000_000,
          durationMs: 41.25,
          vantage: 'here',
          address: '203.0.113.96',
          replyMs: 2,
          systemCode: 'ECONNREFUSED',
          cameBack: null,
        },
      ],
    });
  });

  test('says null where no address decided and nothing replied', () => {
    const store = openForTest();
    saveCheck(store, sampleCheck({ outcome: 'name_not_known', addresses: [], resolution: null, greeting: null }));
    expect(page(store).rows[0]).toMatchObject({ address: null, replyMs: null, cameBack: null });
  });

  test('marks the checks whose outcome differs from the one before of the same endpoint, and passes over cancelled ones', () => {
    const store = openForTest();
    saveChecks(store, [
      checkOf('a.example', 80),
      checkOf('a.example', 443, refusal),
      checkOf('a.example', 80, { outcome: 'cancelled' }),
      checkOf('a.example', 80),
      checkOf('a.example', 80, refusal),
      checkOf('a.example', 80, refusal),
      checkOf('a.example', 80),
    ]);
    expect(page(store, { isDescending: false }).rows.map(({ isChange }) => isChange)).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
      true,
    ]);
    expect(idsOf(page(store, { filter: { kind: 'changes' } }))).toEqual([7, 5]);
    expect(idsOf(page(store, { filter: { kind: 'failures' } }))).toEqual([6, 5, 2]);
  });

  test('walks every list from end to end, each row once, in the order that was asked for', () => {
    const store = storeOfMany();
    fc.assert(
      fc.property(listArbitrary, fc.integer({ min: 1, max: 9 }), (asked, limit) => {
        expect(idsOf({ rows: walk(store, { ...asked, limit }) })).toEqual(idsOf({ rows: expectedRows(store, asked) }));
      }),
      { numRuns: 300, seed: 20_261_120 },
    );
  });

  test('jumps to a place of the list', () => {
    const store = storeOfMany();
    const all = expectedRows(store, { hostId: 1 });
    expect(idsOf(page(store, { skip: 17, limit: 5 }))).toEqual(idsOf({ rows: all.slice(17, 22) }));
    const failures = expectedRows(store, { hostId: 1, endpoint: web, filter: { kind: 'failures' } });
    expect(failures.length).toBeGreaterThan(6);
    expect(idsOf(page(store, { endpoint: web, filter: { kind: 'failures' }, skip: 4, limit: 2 }))).toEqual(
      idsOf({ rows: failures.slice(4, 6) }),
    );
    expect(page(store, { skip: 10_000 })).toMatchObject({ rows: [], next: null });
  });

  test('looks through a bounded number of checks with one call, and goes on where it stopped', () => {
    const store = openForTest();
    const [needle, ...hay] = Array.from({ length: 25_000 }, (_, index) => checkOf('a.example', 80, { startedAtMs: index }));
    saveChecks(store, [{ ...needle, greeting: { ...greetingOf('the needle') } } as Check, ...hay]);
    const pages: CheckPage[] = [];
    for (let after: CheckPage['next'] = null; pages.length === 0 || after !== null; after = pages.at(-1)?.next ?? null) {
      pages.push(page(store, { filter: { text: 'NEEDLE' }, after }));
    }
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ rows }) => rows.length)).toEqual([...pages.slice(1).map(() => 0), 1]);
  });

  test.each([
    ['100% sure', '0%', [1]],
    ['100% sure', '1_0', []],
    [String.raw`C:\temp`, String.raw`:\T`, [1]],
    ['first\nsecond line', 'second', [1]],
    ['first\nsecond line', 'SECOND LINE', [1]],
    ["it's", "'s", [1]],
  ])('finds in the greeting %j the text %j as it stands', (greeting, text, found) => {
    const store = openForTest();
    saveCheck(store, sampleCheck({ greeting: greetingOf(greeting) }));
    expect(idsOf(page(store, { filter: { text } }))).toEqual(found);
  });

  test('finds a web server by its name', () => {
    const store = openForTest();
    const http = { method: 'HEAD', path: '/', status: 200, reason: 'OK', server: 'nginx/1.27', location: null, durationMs: 3 } as const;
    saveCheck(store, sampleCheck({ greeting: null, http }));
    expect(idsOf(page(store, { filter: { text: 'nginx' } }))).toEqual([1]);
    expect(idsOf(page(store, { filter: { text: 'HTTP 200' } }))).toEqual([1]);
  });

  test('finds checks of all hosts but those in the trash', () => {
    const store = openForTest();
    saveChecks(store, [
      checkOf('a.example', 80, { startedAtMs: 1 }),
      checkOf('b.example', 80, { startedAtMs: 2 }),
      checkOf('c.example', 80, { startedAtMs: 3 }),
    ]);
    trashHosts(store, { hostIds: [2], nowMs: 1 });
    expect(page(store, { hostId: null }).rows.map(({ host }) => host)).toEqual(['c.example', 'a.example']);
  });

  test('leaves out a row that does not fit, counts it, and goes on behind it', () => {
    const store = openForTest();
    saveChecks(store, [checkOf('a.example', 80), checkOf('a.example', 80), checkOf('a.example', 80)]);
    store.database.exec("UPDATE checks SET outcome = 'exploded' WHERE id = 2");
    expect(page(store)).toMatchObject({ unreadableCount: 1, rows: [{ id: 3 }, { id: 1 }] });
    const first = page(store, { limit: 2 });
    expect(idsOf(page(store, { limit: 2, after: first.next }))).toEqual([1]);
  });

  test('a cursor of another list is a bug', () => {
    expect(() => pageChecks(openForTest(), { hostId: 1, order: 'outcome', after: [1, 2], limit: 5 })).toThrow(
      'This cursor belongs to another list.',
    );
  });

  test('a table that is gone is a value, not an exception', () => {
    const store = openForTest();
    store.database.exec('DROP TABLE check_documents; DROP TABLE checks');
    expect(pageChecks(store, { hostId: 1, limit: 5 })).toMatchObject({ kind: 'unreadable', problem: { kind: 'failed' } });
  });
});

const web = { port: 80, transport: 'tcp' } as const;

const listArbitrary: fc.Arbitrary<Asked> = fc.record({
  hostId: fc.constantFrom(1, 2),
  endpoint: fc.constantFrom(null, null, web, { port: 53, transport: 'udp' } as const),
  order: fc.constantFrom('time', 'time', 'outcome', 'port', 'address', 'reply'),
  isDescending: fc.boolean(),
  filter: fc.record({
    kind: fc.constantFrom('all', 'all', 'changes', 'failures'),
    outcomes: fc
      .constantFrom(null, null, ['refused'] as const, ['succeeded', 'timed_out'] as const)
      .map((outcomes) => outcomes && [...outcomes]),
    port: fc.constantFrom(null, null, 80),
    address: fc.constantFrom(null, null, '192.0.2.1'),
    fromMs: fc.constantFrom(null, null, 20),
    toMs: fc.constantFrom(null, null, 70),
    text: fc.constantFrom(null, null, 'vsftpd', 'ssh'),
  }),
});

/** 160 checks of two hosts, with everything a list can be put in order or filtered by, and many that are equal. */
function storeOfMany(): Store {
  const store = openForTest();
  const outcomes = ['succeeded', 'succeeded', 'refused', 'timed_out', 'cancelled', 'refused', 'succeeded'] as const;
  saveChecks(
    store,
    Array.from({ length: 160 }, (_, index) => {
      const outcome = outcomes[(index * 5) % outcomes.length] ?? 'failed';
      const target = {
        host: index % 4 === 3 ? 'b.example' : 'a.example',
        port: [80, 80, 443, 53][index % 5] ?? 22,
        transport: index % 5 === 3 ? 'udp' : 'tcp',
      } as const;
      const address = index % 11 === 0 ? null : `192.0.2.${index % 3}`;
      return sampleCheck({
        target,
        outcome,
        startedAtMs: (index * 37) % 90,
        addresses: address === null ? [] : [attempt({ address, outcome: 'succeeded', durationMs: (index * 7) % 10 })],
        greeting: index % 2 === 0 ? greetingOf(index % 3 === 0 ? '220 vsFTPd' : 'SSH-2.0') : null,
      });
    }),
  );
  return store;
}

/** The whole list, put together by hand from every row there is. */
function expectedRows(
  store: Store,
  { hostId, endpoint = null, filter = {}, order = 'time', isDescending = true }: Asked,
): readonly CheckRow[] {
  const everything = walk(store, { hostId: null, limit: 500 });
  const { kind = 'all', outcomes = null, port = null, address = null, fromMs = null, toMs = null, text = null } = filter;
  const rows = everything.filter(
    (row) =>
      row.hostId === hostId &&
      (endpoint === null || (row.port === endpoint.port && row.transport === endpoint.transport)) &&
      (kind !== 'changes' || row.isChange) &&
      (kind !== 'failures' || !['succeeded', 'cancelled'].includes(row.outcome)) &&
      (outcomes === null || outcomes.includes(row.outcome)) &&
      (port === null || row.port === port) &&
      (address === null || row.address === address) &&
      (fromMs === null || row.startedAtMs >= fromMs) &&
      (toMs === null || row.startedAtMs < toMs) &&
      (text === null || (row.cameBack ?? '').toLowerCase().includes(text)),
  );
  const keyOf = {
    time: () => 0,
    outcome: (row: CheckRow) => row.outcome,
    port: (row: CheckRow) => row.port * 10 + (row.transport === 'udp' ? 1 : 0),
    address: (row: CheckRow) => row.address ?? '',
    reply: (row: CheckRow) => row.replyMs ?? -1,
  }[order];
  const inOrder = rows.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || a.startedAtMs - b.startedAtMs || a.id - b.id);
  return isDescending ? inOrder.toReversed() : inOrder;
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : Number(a > b);
}

function walk(store: Store, asked: Asked): readonly CheckRow[] {
  const rows: CheckRow[] = [];
  let after: CheckPage['next'] = null;
  do {
    const part: CheckPage = page(store, { ...asked, after });
    rows.push(...part.rows);
    after = part.next;
  } while (after !== null);
  return rows;
}

function page(store: Store, asked: Asked = {}): CheckPage {
  const found = pageChecks(store, { hostId: 1, limit: 100, ...asked });
  if (found.kind === 'unreadable') throw new Error(found.problem.detail);
  return found;
}

function idsOf({ rows }: { readonly rows: readonly CheckRow[] }): readonly number[] {
  return rows.map((row) => row.id);
}

function greetingOf(text: string): NonNullable<Check['greeting']> {
  return { text, base64: '', sizeBytes: text.length, truncated: false, firstByteMs: 1 };
}

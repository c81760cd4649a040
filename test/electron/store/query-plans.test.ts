import { describe, expect, test } from 'vitest';

import { CASE_BY_ID, CASE_OF_CHECK } from '../../../electron/store/cases/case-place.ts';
import { chooseWalk } from '../../../electron/store/checks/check-walk.ts';
import type { WalkShape } from '../../../electron/store/checks/check-walk.ts';
import { END_OF_ENDPOINT, JUDGED_AFTER, JUDGED_BEFORE } from '../../../electron/store/checks/check-order.ts';
import { COUNTS_OF_ENDPOINT, COUNTS_OF_HOST } from '../../../electron/store/checks/count-checks-of.ts';
import { ENTRIES_OF_ENDPOINT } from '../../../electron/store/hosts/endpoint-entries.ts';
import { HOST_OF_CHECK, NEWEST, NEWEST_FROM_HERE } from '../../../electron/store/checks/find-check.ts';
import { HOST_BY_NAME } from '../../../electron/store/hosts/find-host.ts';
import { LAST_SUCCESS } from '../../../electron/store/checks/find-last-success.ts';
import { COUNT_ENTRIES, ENDS_OF_ENDPOINT } from '../../../electron/store/past/gather-past.ts';
import { HOST_BY_ID, OTHER_ENDPOINTS, STRIP_OF_HOST, TAGS_OF_HOST, WORKING_ENDPOINTS } from '../../../electron/store/hosts/host-summary.ts';
import { TAG_COUNTS } from '../../../electron/store/hosts/host-tags.ts';
import { ID_OF_FORMER_NAME, ID_OF_HOST } from '../../../electron/store/hosts/hosts.ts';
import { LEDGER_ENTRIES } from '../../../electron/store/cases/ledger-of.ts';
import { CASES_WITH_CHANGES, CASES_WITH_OPEN_CHANGES } from '../../../electron/store/cases/list-changes.ts';
import { hostIds } from '../../../electron/store/hosts/list-hosts.ts';
import { CHECKS_TO_MOVE, HOST_TO_MERGE } from '../../../electron/store/hosts/merge-hosts.ts';
import { pageQuery } from '../../../electron/store/checks/page-checks.ts';
import { ENTRIES_BEFORE, NEWEST_MOMENT } from '../../../electron/store/checks/plan-retention.ts';
import { HOST_TO_PURGE } from '../../../electron/store/hosts/purge-hosts.ts';
import { CASE, CASES_OF_HOST, ENTRIES_OF_CASE, OPEN_CASE } from '../../../electron/store/cases/read-case.ts';
import { DIGESTS_OF_ENDPOINT } from '../../../electron/store/past/read-digests.ts';
import { ADDRESSES_OF_HOST, FORMER_NAMES_OF_HOST, NOTES_OF_HOST } from '../../../electron/store/hosts/read-host.ts';
import { UNCHECKED_ENDPOINTS } from '../../../electron/store/hosts/read-host-line.ts';
import {
  AFTER,
  BEFORE,
  ELSEWHERE,
  OTHER_PORTS_AFTER,
  OTHER_PORTS_BEFORE,
  SUCCEEDED,
} from '../../../electron/store/checks/related-checks.ts';
import { CHECKS_OF_RANGE } from '../../../electron/store/checks/remove-checks.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { Store } from '../../../electron/store/store.ts';
import { TARGETS_OF_TAG } from '../../../electron/store/hosts/targets.ts';
import { TRASH } from '../../../electron/store/hosts/trash.ts';
import { openForTest } from './open-for-test.ts';
import { checkOf } from './sample-check.ts';
import { transcriptPlans } from './transcripts/transcript-plans.ts';

type Plan = readonly (readonly [what: string, sql: string, plan: readonly string[]])[];

const ENDPOINT = 'host_id=? AND port=? AND transport=?';

// What a list costs must not grow with the history: no statement may read a whole table or sort what an index has in order.
const lookups: Plan = [
  ['one host', HOST_BY_ID, ['SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)']],
  ['the host of a name', ID_OF_HOST, ['SEARCH hosts USING COVERING INDEX sqlite_autoindex_hosts_1 (host=?)']],
  ['the host of a former name', ID_OF_FORMER_NAME, ['SEARCH former_names USING PRIMARY KEY (host=?)']],
  ['the tags of a host', TAGS_OF_HOST, ['SEARCH host_tags USING PRIMARY KEY (host_id=?)']],
  ['the former names of a host', FORMER_NAMES_OF_HOST, ['SEARCH former_names USING COVERING INDEX former_names_by_host (host_id=?)']],
  ['endpoints without a check', UNCHECKED_ENDPOINTS, ['SEARCH endpoints USING PRIMARY KEY (host_id=?)']],
  ['the notes of a host', NOTES_OF_HOST, ['SEARCH host_notes USING INDEX host_notes_by_host (host_id=?)']],
  ['the strip of a host', STRIP_OF_HOST, ['SEARCH checks USING COVERING INDEX checks_by_host (host_id=?)']],
  ['working endpoints', WORKING_ENDPOINTS, ['SEARCH endpoints USING INDEX endpoints_working (host_id=?)']],
  ['other endpoints', OTHER_ENDPOINTS, ['SEARCH endpoints USING PRIMARY KEY (host_id=?)']],
  ['the counts of a host', COUNTS_OF_HOST, ['SEARCH endpoints USING PRIMARY KEY (host_id=?)']],
  ['the counts of an endpoint', COUNTS_OF_ENDPOINT, [`SEARCH endpoints USING PRIMARY KEY (${ENDPOINT})`]],
  ['the newest check of an endpoint', END_OF_ENDPOINT, [`SEARCH endpoints USING PRIMARY KEY (${ENDPOINT})`]],
  ['the check before', JUDGED_BEFORE, [`SEARCH checks USING INDEX checks_by_endpoint (${ENDPOINT} AND started_at_ms<?)`]],
  ['the check after', JUDGED_AFTER, [`SEARCH checks USING INDEX checks_by_endpoint (${ENDPOINT} AND started_at_ms>?)`]],
  [
    'the last success before a check',
    LAST_SUCCESS,
    [
      'SEARCH this USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH success USING COVERING INDEX checks_by_outcome (host_id=? AND outcome=? AND started_at_ms<?)',
    ],
  ],
  [
    'checks for statistics',
    ENTRIES_OF_ENDPOINT,
    [`SEARCH checks USING INDEX checks_by_endpoint (${ENDPOINT} AND started_at_ms>? AND started_at_ms<?)`],
  ],
  ['digests', DIGESTS_OF_ENDPOINT, [`SEARCH check_digests USING PRIMARY KEY (${ENDPOINT} AND width_ms=? AND from_ms>? AND from_ms<?)`]],
  ['the newest moment', NEWEST_MOMENT, ['SEARCH checks USING COVERING INDEX checks_by_time']],
  ['a host being merged', HOST_TO_MERGE, ['SEARCH hosts USING INDEX hosts_hidden (hidden_at_ms>?)']],
  ['a host being purged', HOST_TO_PURGE, ['SEARCH hosts USING INDEX hosts_hidden (hidden_at_ms>?)']],
  ['checks to move', CHECKS_TO_MOVE, ['SEARCH checks USING INDEX checks_by_host (host_id=?)']],
  ['the trash', TRASH, ['SEARCH hosts USING INDEX hosts_hidden (hidden_at_ms>?)']],
  ['a case', CASE, ['SEARCH cases USING INTEGER PRIMARY KEY (rowid=?)', 'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)']],
  [
    'a case to add to',
    CASE_BY_ID,
    ['SEARCH cases USING INTEGER PRIMARY KEY (rowid=?)', 'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)'],
  ],
  [
    'the open case of a check',
    CASE_OF_CHECK,
    [
      'SEARCH checks USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)',
      `SEARCH cases USING INDEX cases_open (${ENDPOINT}) LEFT-JOIN`,
    ],
  ],
  [
    'the open case of an endpoint',
    OPEN_CASE,
    [`SEARCH cases USING INDEX cases_open (${ENDPOINT})`, 'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)'],
  ],
  [
    'the cases of a host',
    CASES_OF_HOST,
    ['SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)', 'SEARCH cases USING INDEX cases_by_host (host_id=?)'],
  ],
  ['the entries of a case', ENTRIES_OF_CASE, ['SEARCH case_entries USING INDEX case_entries_by_case (case_id=?)']],
  ['the ledger of a case', LEDGER_ENTRIES, ['SEARCH case_entries USING INDEX case_entries_by_case (case_id=?)']],
  [
    'the changes of a host',
    CASES_WITH_CHANGES,
    [
      'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH cases USING INDEX cases_by_host (host_id=?)',
      'SEARCH case_entries EXISTS USING INDEX case_entries_by_case (case_id=?)',
    ],
  ],
  [
    'the host of a check',
    HOST_OF_CHECK,
    ['SEARCH checks USING INTEGER PRIMARY KEY (rowid=?)', 'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)'],
  ],
  [
    'the newest check of an endpoint',
    NEWEST,
    ['SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)', `SEARCH checks USING COVERING INDEX checks_by_endpoint (${ENDPOINT})`],
  ],
  [
    'the newest check of an endpoint from here',
    NEWEST_FROM_HERE,
    ['SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)', `SEARCH checks USING INDEX checks_by_endpoint (${ENDPOINT})`],
  ],
  ['checks before', BEFORE, [`SEARCH checks USING COVERING INDEX checks_by_endpoint (${ENDPOINT} AND started_at_ms<?)`]],
  ['checks after', AFTER, [`SEARCH checks USING COVERING INDEX checks_by_endpoint (${ENDPOINT} AND started_at_ms>?)`]],
  ['successes before', SUCCEEDED, ['SEARCH checks USING INDEX checks_by_outcome (host_id=? AND outcome=? AND started_at_ms<?)']],
  [
    'results from elsewhere',
    ELSEWHERE,
    [`SEARCH checks USING INDEX checks_elsewhere (${ENDPOINT} AND started_at_ms>? AND started_at_ms<?)`],
  ],
  [
    'other ports before',
    OTHER_PORTS_BEFORE,
    ['SEARCH checks USING COVERING INDEX checks_by_outcome (host_id=? AND outcome=? AND started_at_ms>? AND started_at_ms<?)'],
  ],
  [
    'other ports after',
    OTHER_PORTS_AFTER,
    ['SEARCH checks USING COVERING INDEX checks_by_outcome (host_id=? AND outcome=? AND started_at_ms>? AND started_at_ms<?)'],
  ],
];

/** The few hosts that are in no list, looked up once. */
const hidden = ['LIST SUBQUERY 1', 'SEARCH hosts USING COVERING INDEX hosts_hidden (hidden_at_ms>?)', 'CREATE BLOOM FILTER'];

/** These read a part of a table in the order it is in, or put few rows in order. */
const parts: Plan = [
  [
    'open changes',
    CASES_WITH_OPEN_CHANGES,
    ['SCAN cases USING INDEX cases_with_open_changes', 'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)'],
  ],
  [
    'a host by any name',
    HOST_BY_NAME,
    [
      'COMPOUND QUERY',
      'LEFT-MOST SUBQUERY',
      'SEARCH hosts USING INDEX sqlite_autoindex_hosts_1 (host=?)',
      'UNION ALL',
      'SEARCH former_names USING PRIMARY KEY (host=?)',
      'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)',
    ],
  ],
  ['the addresses of a host', ADDRESSES_OF_HOST, ['SEARCH host_addresses USING PRIMARY KEY (host_id=?)', 'USE TEMP B-TREE FOR ORDER BY']],
  ['the tags', TAG_COUNTS, ['SCAN host_tags USING COVERING INDEX host_tags_by_tag', ...hidden]],
  [
    'the endpoints of a tag',
    TARGETS_OF_TAG,
    [
      'SEARCH host_tags USING COVERING INDEX host_tags_by_tag (tag=?)',
      'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH endpoints USING PRIMARY KEY (host_id=?)',
      'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY',
    ],
  ],
  [
    'the ends of an endpoint',
    ENDS_OF_ENDPOINT,
    [
      'SCAN CONSTANT ROW',
      'SCALAR SUBQUERY 1',
      `SEARCH checks USING INDEX checks_by_endpoint (${ENDPOINT})`,
      'SCALAR SUBQUERY 2',
      `SEARCH checks USING INDEX checks_by_endpoint (${ENDPOINT})`,
    ],
  ],
  [
    'whether a stretch is long',
    COUNT_ENTRIES,
    [
      'CO-ROUTINE (subquery-1)',
      `SEARCH checks USING COVERING INDEX checks_by_endpoint (${ENDPOINT} AND started_at_ms>? AND started_at_ms<?)`,
      'SCAN (subquery-1)',
    ],
  ],
  ['checks for retention', ENTRIES_BEFORE, ['SEARCH checks USING INTEGER PRIMARY KEY (rowid<?)', ...hidden]],
  ['checks to remove', CHECKS_OF_RANGE, ['SEARCH checks USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)', ...hidden]],
  [
    'the newest hosts',
    hostIds({ words: 0, byOutcome: false, byTag: false }, 'last_check'),
    ['SEARCH hosts USING INDEX hosts_by_last_check (is_favourite>?)'],
  ],
];

const plans = [...lookups, ...parts, ...transcriptPlans];

const any = { kind: 'all', outcomes: null, port: null, address: null, fromMs: null, toMs: null, text: null } as const;
const ofHost: WalkShape = { hostId: 1, endpoint: null, order: 'time', filter: any };
const ofEndpoint: WalkShape = { ...ofHost, endpoint: { port: 80, transport: 'tcp' } };

const walks: readonly (readonly [what: string, shape: WalkShape, search: string])[] = [
  ['of a host', ofHost, 'checks_by_host (host_id=? AND started_at_ms<?)'],
  ['of an endpoint', ofEndpoint, `checks_by_endpoint (${ENDPOINT} AND started_at_ms<?)`],
  ['of all hosts', { ...ofHost, hostId: null }, 'checks_by_time (started_at_ms<?)'],
  ['by outcome', { ...ofHost, order: 'outcome' }, 'checks_by_outcome (host_id=? AND (outcome,started_at_ms)<(?,?))'],
  ['by port', { ...ofHost, order: 'port' }, 'checks_by_endpoint (host_id=? AND (port,transport,started_at_ms)<(?,?,?))'],
  ['by address', { ...ofHost, order: 'address' }, 'checks_by_address (host_id=? AND (address,started_at_ms)<(?,?))'],
  ['by reply', { ...ofEndpoint, order: 'reply' }, 'checks_by_reply (host_id=? AND (reply_ms,started_at_ms)<(?,?))'],
  ['that are changes', { ...ofEndpoint, filter: { ...any, kind: 'changes' } }, 'checks_changed (host_id=? AND started_at_ms<?)'],
  ['that failed', { ...ofEndpoint, filter: { ...any, kind: 'failures' } }, 'checks_failed (host_id=? AND started_at_ms<?)'],
  [
    'of one outcome',
    { ...ofHost, filter: { ...any, outcomes: ['refused'] } },
    'checks_by_outcome (host_id=? AND outcome=? AND started_at_ms<?)',
  ],
  [
    'of an address',
    { ...ofHost, filter: { ...any, address: '192.0.2.1' } },
    'checks_by_address (host_id=? AND address=? AND started_at_ms<?)',
  ],
  [
    'of a time',
    { ...ofHost, filter: { ...any, fromMs: 1, toMs: 2 } },
    'checks_by_host (host_id=? AND started_at_ms>? AND started_at_ms<?)',
  ],
  ['with a text', { ...ofHost, filter: { ...any, text: 'x' } }, 'checks_by_host (host_id=? AND started_at_ms<?)'],
];

describe('the plan of a query', () => {
  test.each(plans)('for %s goes through its index in a new history', (_, sql, plan) => {
    expect(planOf(openForTest(), sql)).toEqual(plan);
  });

  test.each(walks)('for a page of checks %s walks one index from where the page before ended, and sorts nothing', (_, shape, search) => {
    const plan = planOfWalk(openForTest(), shape);
    expect(plan).toContain(`SEARCH checks USING COVERING INDEX ${search}`);
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test('is the same for 20,000 checks of 2,000 hosts, with and without the statistics of SQLite', () => {
    const store = bigStore();
    const expected = [plans.map(([, , plan]) => plan), walks.map(([, shape]) => planOfWalk(openForTest(), shape))];
    const seen = () => [plans.map(([, sql]) => planOf(store, sql)), walks.map(([, shape]) => planOfWalk(store, shape))];
    expect(seen()).toEqual(expected);
    store.database.exec('ANALYZE');
    expect(seen()).toEqual(expected);
  });
});

function planOf(store: Store, sql: string): readonly string[] {
  const statement = store.database.prepare(`EXPLAIN QUERY PLAN ${sql}`);
  const count = sql.match(/\?/gu)?.length ?? 0;
  const rows = (sql.includes('@') ? statement.all(named) : statement.all(...Array.from({ length: count }, () => 1))) as {
    detail: string;
  }[];
  return rows.map((row) => row.detail);
}

/** Something for every name that a statement asks for. */
const named = new Proxy<Record<string, number>>(
  {},
  { get: () => 1, has: () => true, getOwnPropertyDescriptor: () => ({ value: 1, configurable: true, enumerable: true }) },
);

function planOfWalk(store: Store, shape: WalkShape): readonly string[] {
  const walk = chooseWalk(shape);
  return planOf(store, pageQuery(walk, { after: walk.keys.map(() => 1), isDescending: true }));
}

/** One host with most of the checks, as histories are, and many with few. */
function bigStore(): Store {
  const store = openForTest();
  const many = Array.from({ length: 18_000 }, (_, index) => checkOf('busy.example', 1 + (index % 20)));
  const few = Array.from({ length: 2_000 }, (_, index) => checkOf(`host${index}.example`, 443));
  saveChecks(store, [...many, ...few]);
  keepSessions(store, 1_000);
  return store;
}

/** Two parts each, with hosts in turn. */
function keepSessions(store: Store, count: number): void {
  const session = store.database.prepare(`
    INSERT INTO transcripts (id, host_id, target, side, request, is_sent_kept, started_at_ms, last_at_ms) VALUES (?, ?, '{}', 'dialled', '{}', 0, ?, ?)`);
  const part = store.database.prepare("INSERT INTO transcript_chunks VALUES (?, ?, 0, 1, 'x', '[]', x'00')");
  store.database.transaction(() => {
    for (let id = 1; id <= count; id += 1) {
      session.run(id, 1 + (id % 20), id, id);
      for (const number of [1, 2]) part.run(id, number);
    }
  })();
}

import type { ChecksOrder, ChecksWanted } from '../../../shared/history/checks-wanted.ts';

/**
 * A way through the checks of a list: along one index, from where the page before ended. So the next page costs no more than the first,
 * however long the list is.
 */
export interface CheckWalk {
  readonly index: string;
  /** Columns in the order of the index; what they hold is the cursor of a row. */
  readonly keys: readonly string[];
  /** What else the index has of a check. */
  readonly columns: readonly string[];
  /** What bounds the part of the index that is walked. */
  readonly bounds: readonly string[];
  /** What is asked of each check on the way, where the index itself has the answer. */
  readonly indexFilters: readonly string[];
  /** What is asked where the check has to be read: about ten times as slow. */
  readonly rowFilters: readonly string[];
}

/** What a walk depends on. */
export type WalkShape = Pick<ChecksWanted, 'hostId' | 'endpoint' | 'order' | 'filter'>;

/** Chooses the way. The index is named, not left to SQLite: another one would mean sorting the whole list for each page. */
export function chooseWalk(shape: WalkShape): CheckWalk {
  const { index, keys } = chooseIndex(shape);
  const conditions = conditionsOf(shape).filter(({ isWanted }) => isWanted);
  const bounding = boundsOf[index] ?? [];
  const covered = columnsOf[index] ?? [];
  const bounds = conditions.filter(({ name }) => bounding.includes(name) || (name === 'time' && keys[0] === 'started_at_ms'));
  const others = conditions.filter((condition) => !bounds.includes(condition));
  const isCovered = ({ columns }: Condition): boolean => columns.every((column) => covered.includes(column));
  return {
    index,
    keys,
    columns: covered,
    bounds: bounds.map(({ sql }) => sql),
    indexFilters: others.filter(isCovered).map(({ sql }) => sql),
    rowFilters: others.filter((condition) => !isCovered(condition)).map(({ sql }) => sql),
  };
}

function chooseIndex({ hostId, endpoint, order, filter }: WalkShape): Pick<CheckWalk, 'index' | 'keys'> {
  if (hostId === null) return { index: 'checks_by_time', keys: keysOf.time };
  if (order !== 'time') return { index: indexOf[order], keys: keysOf[order] };
  return { index: indexByTime({ endpoint, filter }), keys: keysOf.time };
}

function indexByTime({ endpoint, filter }: Pick<WalkShape, 'endpoint' | 'filter'>): string {
  if (filter.address !== null) return 'checks_by_address';
  if (filter.kind === 'changes') return 'checks_changed';
  if (filter.outcomes?.length === 1) return 'checks_by_outcome';
  if (filter.kind === 'failures') return 'checks_failed';
  return endpoint === null ? 'checks_by_host' : 'checks_by_endpoint';
}

const indexOf = {
  outcome: 'checks_by_outcome',
  port: 'checks_by_endpoint',
  address: 'checks_by_address',
  reply: 'checks_by_reply',
} as const satisfies Record<Exclude<ChecksOrder, 'time'>, string>;

const keysOf = {
  time: ['started_at_ms', 'id'],
  outcome: ['outcome', 'started_at_ms', 'id'],
  port: ['port', 'transport', 'started_at_ms', 'id'],
  address: ['address', 'started_at_ms', 'id'],
  // What never replied counts as faster than everything, so that the slowest come first or last.
  reply: ['reply_ms', 'started_at_ms', 'id'],
} as const satisfies Record<ChecksOrder, readonly string[]>;

/** One thing asked of checks. */
interface Condition {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly string[];
  readonly isWanted: boolean;
}

/** The conditions that shorten the way along an index; walking it in another order than by time, none but the host does. */
const boundsOf: Readonly<Record<string, readonly string[]>> = {
  checks_by_host: ['host'],
  checks_by_endpoint: ['host', 'endpoint'],
  checks_by_outcome: ['host', 'outcome'],
  checks_by_address: ['host', 'address'],
  checks_by_reply: ['host'],
  checks_changed: ['host', 'changes'],
  checks_failed: ['host', 'failures'],
};

/** What each index has of a check, besides its keys. */
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  checks_by_time: ['started_at_ms', 'host_id', 'outcome'],
  checks_by_host: ['started_at_ms', 'outcome'],
  checks_by_endpoint: ['started_at_ms', 'port', 'transport', 'outcome'],
  checks_by_outcome: ['started_at_ms', 'port', 'transport', 'outcome'],
  checks_by_address: ['started_at_ms', 'port', 'transport', 'outcome'],
  checks_by_reply: ['started_at_ms', 'port', 'transport', 'outcome'],
  checks_changed: ['started_at_ms', 'port', 'transport', 'outcome'],
  checks_failed: ['started_at_ms', 'port', 'transport', 'outcome'],
};

function conditionsOf({ hostId, endpoint, filter }: WalkShape): readonly Condition[] {
  return [
    { name: 'host', sql: 'host_id = @hostId', columns: ['host_id'], isWanted: hostId !== null },
    // The trash is in no list.
    {
      name: 'hidden',
      sql: 'host_id NOT IN (SELECT id FROM hosts WHERE hidden_at_ms IS NOT NULL)',
      columns: ['host_id'],
      isWanted: hostId === null,
    },
    { name: 'endpoint', sql: 'port = @port AND transport = @transport', columns: ['port', 'transport'], isWanted: endpoint !== null },
    { name: 'changes', sql: 'is_change = 1', columns: ['is_change'], isWanted: filter.kind === 'changes' },
    // In the words of its partial index.
    { name: 'failures', sql: `outcome NOT IN ('succeeded', 'cancelled')`, columns: ['outcome'], isWanted: filter.kind === 'failures' },
    { name: 'outcome', sql: 'outcome = @outcome', columns: ['outcome'], isWanted: filter.outcomes?.length === 1 },
    {
      name: 'outcomes',
      sql: 'outcome IN (SELECT value FROM json_each(@outcomes))',
      columns: ['outcome'],
      isWanted: (filter.outcomes?.length ?? 0) > 1,
    },
    { name: 'port', sql: 'port = @filterPort', columns: ['port'], isWanted: filter.port !== null },
    { name: 'address', sql: 'address = @address', columns: ['address'], isWanted: filter.address !== null },
    { name: 'time', sql: 'started_at_ms >= @fromMs', columns: ['started_at_ms'], isWanted: filter.fromMs !== null },
    { name: 'time', sql: 'started_at_ms < @toMs', columns: ['started_at_ms'], isWanted: filter.toMs !== null },
    { name: 'text', sql: `coalesce(heard, came_back, '') LIKE @pattern ESCAPE '\\'`, columns: ['heard'], isWanted: filter.text !== null },
  ];
}

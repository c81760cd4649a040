import * as v from 'valibot';

import { checkRowSchema } from '../../../shared/history/check-row.ts';
import type { CheckPage } from '../../../shared/history/check-row.ts';
import { checksCursorSchema, checksWantedSchema } from '../../../shared/history/checks-wanted.ts';
import type { ChecksCursor, ChecksWanted } from '../../../shared/history/checks-wanted.ts';
import { chooseWalk } from './check-walk.ts';
import type { CheckWalk } from './check-walk.ts';
import { fitting } from '../fitting.ts';
import { flagSchema } from '../flag.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreUnreadable } from '../store-reading.ts';

/**
 * A part of a list of checks. Never throws for reasons of the disk or the file; a cursor of another list is a bug.
 *
 * One call looks at a bounded number of checks: a page can be short, or empty, and still have a `next`.
 */
export function pageChecks(store: Store, asked: v.InferInput<typeof checksWantedSchema>): CheckPage | StoreUnreadable {
  const wanted = v.parse(checksWantedSchema, asked);
  const walk = chooseWalk(wanted);
  if (wanted.after !== null && wanted.after.length !== walk.keys.length) throw new Error('This cursor belongs to another list.');
  const budget = budgetOf(walk, wanted.skip);
  const parameters = parametersOf(wanted, budget);
  return reading(store, () => {
    const found = prepared(store, pageQuery(walk, wanted)).all(parameters);
    const next = found.length === wanted.limit ? cursorOf(found.at(-1), walk) : findEnd(store, { walk, wanted, parameters });
    return { kind: 'listed', ...fitting(rowSchema, found), next };
  });
}

const rowSchema = v.object({ ...checkRowSchema.entries, isChange: flagSchema });

/** Looking at so many checks takes some milliseconds: in the index, and when each has to be read. */
const LOOKED_AT = { inIndex: 20_000, inRows: 10_000 };

/** SQLite's way to say that there is no limit. */
const NO_LIMIT = -1;

function budgetOf({ indexFilters, rowFilters }: CheckWalk, skip: number): number {
  if (rowFilters.length > 0) return LOOKED_AT.inRows;
  // A jump goes as far as it is told; a list without filters ends with its page.
  return indexFilters.length === 0 || skip > 0 ? NO_LIMIT : LOOKED_AT.inIndex;
}

function parametersOf({ hostId, endpoint, filter, after, skip, limit }: ChecksWanted, budget: number) {
  const { outcomes, port, address, fromMs, toMs, text } = filter;
  const optional = {
    hostId,
    ...(endpoint ?? {}),
    filterPort: port,
    address,
    fromMs,
    toMs,
    outcome: outcomes?.length === 1 ? (outcomes[0] ?? null) : null,
    outcomes: outcomes === null ? null : JSON.stringify(outcomes),
    pattern: text === null ? null : `%${text.replace(/[\\%_]/gu, String.raw`\$&`)}%`,
    ...Object.fromEntries((after ?? []).map((value, index) => [`key${index}`, value])),
  };
  return { ...optional, budget, skip, limit };
}

/** The place of the last check that was looked at, when there are more behind it. */
function findEnd(store: Store, { walk, wanted, parameters }: Ending): ChecksCursor | null {
  if (parameters.budget === NO_LIMIT) return null;
  const end = prepared(store, endQuery(walk, wanted)).get(parameters);
  return end === undefined ? null : cursorOf(end, walk);
}

interface Ending {
  readonly walk: CheckWalk;
  readonly wanted: ChecksWanted;
  readonly parameters: ReturnType<typeof parametersOf>;
}

function cursorOf(row: unknown, { keys }: CheckWalk): ChecksCursor {
  const values = v.parse(v.record(v.string(), v.unknown()), row);
  return v.parse(
    checksCursorSchema,
    // NULL stands in none of these columns, unless somebody else wrote the file: then the list ends early.
    keys.map((_, place) => values[`key${place}`] ?? ''),
  );
}

/** Which list of checks, for the text of a query. */
type List = Pick<ChecksWanted, 'after' | 'isDescending'>;

/** The rows of one page: places in the index, those that its own columns let pass, and of these the checks that pass the rest. */
export function pageQuery(walk: CheckWalk, list: List): string {
  const [inIndex, inRows] = [walk.indexFilters, walk.rowFilters];
  const page = 'LIMIT @limit OFFSET @skip';
  return `
    SELECT ${ROW}, ${keysOf(walk, (_, index) => `key${index}`)} FROM (
      SELECT id AS walked_id, ${keysOf(walk, (key, index) => `${key} AS key${index}`)} FROM (${stretchQuery(walk, list)})
      ${where(inIndex)} ${inRows.length === 0 ? page : ''}
    ) CROSS JOIN checks ON checks.id = walked_id CROSS JOIN hosts ON hosts.id = checks.host_id
    ${where(inRows)} ${inRows.length === 0 ? '' : page}`;
}

/** The last place that a bounded walk comes to, if it comes so far. */
export function endQuery(walk: CheckWalk, list: List): string {
  return `
    SELECT ${keysOf(walk, (key, index) => `${key} AS key${index}`)} FROM (${stretchQuery(walk, list)}) LIMIT 1 OFFSET @budget - 1`;
}

function stretchQuery({ index, keys, bounds, columns }: CheckWalk, { after, isDescending }: List): string {
  const [before, direction] = isDescending ? ['<', 'DESC'] : ['>', 'ASC'];
  const cursor = `(${keys.join(', ')}) ${before} (${keys.map((_, place) => `@key${place}`).join(', ')})`;
  return `
    SELECT ${[...new Set(['id', ...keys, ...columns])].join(', ')} FROM checks INDEXED BY ${index}
    ${where(after === null ? bounds : [...bounds, cursor])}
    ORDER BY ${keys.map((key) => `${key} ${direction}`).join(', ')} LIMIT @budget`;
}

function keysOf({ keys }: CheckWalk, write: (key: string, index: number) => string): string {
  return keys.map(write).join(', ');
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

const ROW = `
  checks.id, port, transport, outcome, started_at_ms AS startedAtMs, duration_ms AS durationMs, vantage,
  nullif(address, '') AS address, nullif(reply_ms, -1) AS replyMs, system_code AS systemCode, came_back AS cameBack, is_change AS isChange, host_id AS hostId, host`;

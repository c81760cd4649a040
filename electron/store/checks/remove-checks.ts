import type { CheckRange } from '../../../shared/history/plan-retention.ts';
import { closeGap } from './check-order.ts';
import type { CheckPlace } from './check-order.ts';
import { PLACE_COLUMNS, readPlace } from '../read-place.ts';
import { uncountCheck } from '../hosts/endpoints.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { writing } from '../writing.ts';
import type { Writing } from '../writing.ts';

/** So many checks are removed in one transaction: some milliseconds. */
const SLICE = 100;

/** Removes the oldest checks of a range for good and gives their number; 0 when none is left. Never throws for reasons of the disk or the file. */
export function removeSlice(store: Store, range: CheckRange): Writing<number> {
  return writing(store, () => {
    const checks = prepared(store, CHECKS_OF_RANGE).all(range).map(readPlace);
    for (const check of checks) removeCheck(store, check);
    return checks.length;
  });
}

function removeCheck(store: Store, place: CheckPlace): void {
  // Asked only now: removing the one before may have made it a change.
  const wasChange = prepared(store, DELETE_CHECK).pluck().get(place.id) === 1;
  uncountCheck(store, { place, disturbance: closeGap(store, place, wasChange) });
  prepared(store, UNCOUNT_HOST).run(place.hostId);
}

/** The first checks of a range of numbers; those of a host in the trash are not seen, so that it can be taken back whole. */
export const CHECKS_OF_RANGE = `
  SELECT ${PLACE_COLUMNS} FROM checks
  WHERE id BETWEEN @firstId AND @lastId AND host_id NOT IN (SELECT id FROM hosts WHERE hidden_at_ms IS NOT NULL) ORDER BY id LIMIT ${SLICE}`;

const DELETE_CHECK = 'DELETE FROM checks WHERE id = ? RETURNING is_change';

const UNCOUNT_HOST = 'UPDATE hosts SET check_count = check_count - 1 WHERE id = ?';

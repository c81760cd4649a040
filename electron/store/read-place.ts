import * as v from 'valibot';

import { transportSchema } from '../../shared/check/target.ts';
import type { CheckPlace } from './checks/check-order.ts';

/** The place of a check from a row with PLACE_COLUMNS. */
export function readPlace(row: unknown): CheckPlace {
  return v.parse(placeSchema, row);
}

/** What `readPlace` reads. */
export const PLACE_COLUMNS = 'id, host_id AS hostId, port, transport, outcome, started_at_ms AS startedAtMs, vantage';

const placeSchema = v.object({
  id: v.number(),
  hostId: v.number(),
  port: v.number(),
  transport: transportSchema,
  outcome: v.string(),
  startedAtMs: v.number(),
  vantage: v.string(),
});

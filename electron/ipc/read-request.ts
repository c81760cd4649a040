import * as v from 'valibot';

import type { Schema } from '../../shared/ipc/entry.ts';
import { isWithinLimits } from './within-limits.ts';

/** What the window asked, as its schema rebuilt it field by field; or that it asked nothing the contract knows. */
export type ReadRequest = { readonly kind: 'read'; readonly request: unknown } | { readonly kind: 'refused' };

/** Reads what the window sent: its measure first, then its meaning. */
export function readRequest(schema: Schema, payload: unknown): ReadRequest {
  if (!isWithinLimits(payload)) return { kind: 'refused' };
  const request = v.safeParse(schema, payload);
  return request.success ? { kind: 'read', request: request.output } : { kind: 'refused' };
}

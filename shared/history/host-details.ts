import * as v from 'valibot';

import { hostSchema } from '../check/target.ts';
import { noteTextSchema } from './host-label.ts';
import { hostSummarySchema } from './host.ts';

/** What a person noted about a host, and when. */
export const hostNoteSchema = v.strictObject({
  id: v.number(),
  text: noteTextSchema,
  writtenAtMs: v.number(),
  /** Null when it was never changed. */
  editedAtMs: v.nullable(v.number()),
});

/** An address that resolving the host's name showed. */
export const hostAddressSchema = v.strictObject({ address: v.string(), firstSeenAtMs: v.number(), lastSeenAtMs: v.number() });

/** A page shows this many addresses of a host, the ones seen last first: a name behind a content network has thousands. */
export const ADDRESSES_LISTED = 50;

/** A host as its own page shows it. */
export const hostDetailsSchema = v.strictObject({
  summary: hostSummarySchema,
  /** Names it had before it was renamed, and those of hosts merged into it: checks of them are kept here. */
  formerNames: v.array(hostSchema),
  /** Seen last first, at most ADDRESSES_LISTED. */
  addresses: v.array(hostAddressSchema),
  /** Newest first. */
  notes: v.array(hostNoteSchema),
});

/** A host as its own page shows it. */
export type HostDetails = v.InferOutput<typeof hostDetailsSchema>;

import * as v from 'valibot';

import { hostSchema } from '../check/target.ts';
import { endpointSchema } from '../history/checks-wanted.ts';
import { displayNameSchema, noteTextSchema, tagSchema, TAGS_PER_HOST } from '../history/host-label.ts';

/** Nobody writes more about one host: what has more notes was not written by people. */
const NOTES_PER_HOST = 10_000;

/** A line of a file stays under LONGEST_LINE_BYTES (read-check-lines.ts). */
const ENDPOINTS_PER_HOST = 10_000;

/** Nobody renames a host that often. */
const FORMER_NAMES_PER_HOST = 1_000;

const momentSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/**
 * What is known of a host beside its checks, as one line of an export; it stands before the first check of the host. A check's line has no
 * `kind`: files from before there were lines of hosts are read as ever. Times are Unix milliseconds.
 */
export const hostLineSchema = v.strictObject({
  kind: v.literal('host'),
  /** Version of this line's shape. */
  version: v.literal(1),
  host: hostSchema,
  /** What it is called; null for its own name. */
  displayName: v.nullable(displayNameSchema),
  isFavourite: v.boolean(),
  tags: v.pipe(v.array(tagSchema), v.maxLength(TAGS_PER_HOST)),
  notes: v.pipe(
    v.array(v.strictObject({ text: noteTextSchema, writtenAtMs: momentSchema, editedAtMs: v.nullable(momentSchema) })),
    v.maxLength(NOTES_PER_HOST),
  ),
  /** Its checks from before it was renamed or merged carry these. */
  formerNames: v.optional(v.pipe(v.array(hostSchema), v.maxLength(FORMER_NAMES_PER_HOST)), []),
  /** Those that have no check. */
  endpoints: v.optional(v.pipe(v.array(endpointSchema), v.maxLength(ENDPOINTS_PER_HOST)), []),
});

/** What is known of a host beside its checks, as one line of an export. */
export type HostLine = v.InferOutput<typeof hostLineSchema>;

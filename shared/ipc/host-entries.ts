import * as v from 'valibot';

import { outcomeSchema } from '../check/outcome.ts';
import { hostSchema, targetSchema } from '../check/target.ts';
import { hostCountsSchema, hostCountsWantedSchema } from '../history/host-counts.ts';
import { hostDetailsSchema } from '../history/host-details.ts';
import { displayNameSchema, noteTextSchema, tagSchema, TAGS_PER_HOST } from '../history/host-label.ts';
import { hostSummarySchema } from '../history/host.ts';
import { hostsWantedSchema } from '../history/hosts-wanted.ts';
import { trashedHostSchema } from '../history/trashed-host.ts';
import { call, stream } from './entry.ts';
import {
  goneSchema,
  idSchema,
  listingOf,
  notWrittenSchema,
  progressSchema,
  readingOf,
  unreadableSchema,
  writtenSchema,
} from './history-answers.ts';

const tagsSchema = v.pipe(v.array(tagSchema), v.maxLength(TAGS_PER_HOST));

/** Hosts added or deleted with one call: a batch of this size is written well within a frame. */
const HOSTS_AT_ONCE = 500;

const hostIdsSchema = v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(HOSTS_AT_ONCE));

const noteWrittenSchema = v.variant('kind', [v.strictObject({ kind: v.literal('written'), id: v.number() }), goneSchema, notWrittenSchema]);

/** Finding hosts, and what a person says about them. */
export const hostEntries = {
  /** A part of the list of hosts, and how long the whole list is. */
  listHosts: call(
    hostsWantedSchema,
    v.variant('kind', [
      v.strictObject({
        kind: v.literal('listed'),
        rows: v.pipe(v.array(hostSummarySchema), v.readonly()),
        unreadableCount: v.number(),
        totalCount: v.number(),
      }),
      unreadableSchema,
    ]),
  ),
  /** How many hosts match, by when they were checked last: the groups of the list and their sizes. */
  countHosts: call(hostCountsWantedSchema, readingOf(hostCountsSchema)),
  /** The host of this name, address or former name; null when there is none. */
  findHost: call(v.strictObject({ host: hostSchema }), readingOf(v.nullable(hostSummarySchema))),
  /** A host as its page shows it; null when it is not there any more. */
  readHost: call(v.strictObject({ hostId: idSchema }), readingOf(v.nullable(hostDetailsSchema))),
  /** All tags in alphabetical order, each with the number of its hosts. */
  listTags: call(v.null(), listingOf(v.strictObject({ tag: tagSchema, hostCount: v.number() }))),
  /** Every endpoint of the hosts with this tag, to check them all; at most 5,000. */
  listTargets: call(
    v.strictObject({ tag: tagSchema }),
    listingOf(v.strictObject({ hostId: idSchema, target: targetSchema, lastOutcome: v.nullable(outcomeSchema) })),
  ),

  /** Adds endpoints that were never checked; known ones stay as they are, but for the tags they gain. All or none. */
  addTargets: call(
    v.strictObject({ targets: v.pipe(v.array(targetSchema), v.minLength(1), v.maxLength(HOSTS_AT_ONCE)), tags: tagsSchema }),
    v.variant('kind', [
      v.strictObject({ kind: v.literal('written'), newHostCount: v.number(), newEndpointCount: v.number() }),
      notWrittenSchema,
    ]),
  ),
  setFavourite: call(v.strictObject({ hostId: idSchema, isFavourite: v.boolean() }), writtenSchema),
  setDisplayName: call(v.strictObject({ hostId: idSchema, displayName: v.nullable(displayNameSchema) }), writtenSchema),
  /** Replaces all tags of the host. */
  setTags: call(v.strictObject({ hostId: idSchema, tags: tagsSchema }), writtenSchema),
  /** Takes back a removed note when its times are given; a `writtenAtMs` of null is now. */
  addNote: call(
    v.strictObject({ hostId: idSchema, text: noteTextSchema, writtenAtMs: v.nullable(v.number()), editedAtMs: v.nullable(v.number()) }),
    noteWrittenSchema,
  ),
  editNote: call(v.strictObject({ noteId: idSchema, text: noteTextSchema }), writtenSchema),
  removeNote: call(v.strictObject({ noteId: idSchema }), writtenSchema),

  /** Gives the host another name; checks of the former one are still kept here. "name_taken": another host has it, merge them. */
  renameHost: call(
    v.strictObject({ hostId: idSchema, host: hostSchema }),
    v.variant('kind', [
      v.strictObject({ kind: v.literal('written') }),
      v.strictObject({ kind: v.literal('name_taken'), hostId: v.number() }),
      goneSchema,
      notWrittenSchema,
    ]),
  ),
  /** Moves all a host has into another one. Once begun it is finished: when stopped, after the next start of the app. */
  mergeHosts: stream(
    v.strictObject({ hostId: idSchema, intoHostId: idSchema }),
    v.variant('kind', [progressSchema, v.strictObject({ kind: v.literal('merged') }), goneSchema, notWrittenSchema]),
  ),

  /** Deletes hosts with everything they have; `restoreHosts` takes it back for a week. */
  trashHosts: call(v.strictObject({ hostIds: hostIdsSchema }), writtenSchema),
  restoreHosts: call(v.strictObject({ hostIds: hostIdsSchema }), writtenSchema),
  /** Deleted hosts that can still be taken back, deleted last first; at most 500. */
  listTrash: call(v.null(), listingOf(trashedHostSchema)),
  /** Deletes for good what is in the trash. What is gone when it is stopped is gone. */
  emptyTrash: stream(v.null(), v.variant('kind', [progressSchema, v.strictObject({ kind: v.literal('emptied') }), notWrittenSchema])),
} as const;

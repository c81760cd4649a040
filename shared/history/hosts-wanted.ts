import * as v from 'valibot';

import { outcomeSchema } from '../check/outcome.ts';
import { tagSchema } from './host-label.ts';
import { pageLimitSchema } from './page-limit.ts';

/** What hosts can be put in order by. Favourites come first in each. */
export const hostOrderSchema = v.picklist([
  /** Checked last first. */
  'last_check',
  /** Its display name, else its name. */
  'name',
  /** Failing ones first. */
  'outcome',
  /** Most checks first. */
  'check_count',
]);

/** What hosts can be put in order by. */
export type HostOrder = v.InferOutput<typeof hostOrderSchema>;

/** Which hosts are wanted, in which order, and which part of that list. */
export const hostsWantedSchema = v.strictObject({
  /** Every word of it has to be in the host's names, addresses, tags or notes, in any case. */
  text: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  /** A host whose newest outcome is one of these matches too: the outcomes that the text is a word for (only the window knows the words). */
  outcomes: v.optional(v.array(outcomeSchema), () => []),
  /** Only hosts with this tag; null is any. */
  tag: v.optional(v.nullable(tagSchema), null),
  favouritesOnly: v.optional(v.boolean(), false),
  order: v.optional(hostOrderSchema, 'last_check'),
  /** How many hosts of the list to leave out at its beginning. */
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)), 0),
  limit: pageLimitSchema,
});

/** Which hosts are wanted; what is left out has a default. */
export type HostsWanted = v.InferInput<typeof hostsWantedSchema>;

import * as v from 'valibot';

import { CREDIT_PORTION } from './flow.ts';

/**
 * Why the main process did not do what it was asked: always a fault of Sonde itself, never of the network or the disk.
 *
 * "busy": the window asked the same more often than MESSAGES_PER_SECOND.
 */
export type Fault = 'not_trusted' | 'invalid_request' | 'busy' | 'too_many_streams' | 'failed';

/** What comes back from a call. */
export type Answer<Response> =
  { readonly kind: 'answered'; readonly value: Response } | { readonly kind: 'faulted'; readonly fault: Fault };

/** What the main process says over the port of a stream. After `ended` it says nothing more. */
export type StreamMessage<Event> =
  { readonly kind: 'event'; readonly value: Event } | { readonly kind: 'ended'; readonly fault: Fault | null };

/** What the window says over the port of a stream: that it took in CREDIT_PORTION events, or that it has had enough. */
export const streamReplySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('credit'), count: v.literal(CREDIT_PORTION) }),
  v.strictObject({ kind: v.literal('stop') }),
]);

/** What the window says over the port of a stream. */
export type StreamReply = v.InferOutput<typeof streamReplySchema>;

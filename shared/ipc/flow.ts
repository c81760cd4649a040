/**
 * How many events of a stream may be on their way to the window unseen.
 *
 * A source that is asked for its next event only when there is credit pauses by itself when the window is busy, so a flood costs waiting
 * and not memory. Large enough that a check, with its few dozen events, never waits.
 */
export const STREAM_CREDIT = 256;

/** The window gives credit back in portions of this size: one message for many events. Must be well below STREAM_CREDIT. */
export const CREDIT_PORTION = 64;

/** More streams than this at once are refused: far above what a person can look at, far below what would hurt the machine. */
export const OPEN_STREAMS_LIMIT = 64;

/**
 * More messages of one name in a second are refused, after as many at once. A window draws 60 times a second; what asks a thousand times has
 * a bug, or is not ours any more.
 */
export const MESSAGES_PER_SECOND = 1_000;

import * as v from 'valibot';

/** The number of a live session, told by `opened`. Numbers are never used again. */
export const sessionIdSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** There is no such session any more, or never was: its stream was stopped. */
export const noSessionSchema = v.strictObject({ kind: v.literal('no_session') });

/** One write holds at most this: more is a file to send. */
export const WRITE_LIMIT_BYTES = 1_048_576;

/** The id of a service (shared/service); null where none is known. */
export const serviceIdSchema = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(40)));

/** A line as the person typed it. */
export const typedLineSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));

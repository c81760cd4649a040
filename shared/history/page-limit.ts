import * as v from 'valibot';

/** At most this many rows in one answer: what a list shows before anybody scrolls far. */
export const pageLimitSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));

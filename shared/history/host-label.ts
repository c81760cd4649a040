import * as v from 'valibot';

/** What a person writes on one line: no control or invisible characters that could hide or turn it, no space around it. */
export function lineSchema(longest: number) {
  return v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u));
}

/** What a person calls a host. */
export const displayNameSchema = lineSchema(200);

/** A tag of hosts: "printers", "site Leeds". */
export const tagSchema = lineSchema(60);

/** A host has at most this many tags: more is no grouping any more. */
export const TAGS_PER_HOST = 50;

/** What a person notes about a host; several lines are fine. */
export const noteTextSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10_000));

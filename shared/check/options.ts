import * as v from 'valibot';

/** Limit of one connection attempt unless the person chooses another: nc users expect seconds, Windows needs at least 3. */
export const DEFAULT_TIMEOUT_MS = 5_000;

/** Limit of the whole check: a person on a call does not wait longer; slower stages are cut to what is left of it. */
export const CHECK_LIMIT_MS = 30_000;

/** The name asked when a lookup fails, to answer "do all names fail?": reserved by IANA for examples (RFC 2606), always there. */
export const DEFAULT_CONTROL_NAME = 'example.com';

/** What the person chose for one check; every field has a default. */
export const checkOptionsSchema = v.strictObject({
  /** Limit of each connection attempt, each handshake and each wait for a reply, in milliseconds. */
  timeoutMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(CHECK_LIMIT_MS)), DEFAULT_TIMEOUT_MS),
  /** Stop once connected and send nothing, as `nc -z`. */
  connectOnly: v.optional(v.boolean(), false),
  /** Dial this address only and keep the name for TLS; null dials all that the name resolves to. */
  address: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(120))), null),
  /** "auto": TLS where the port implies it. */
  tls: v.optional(v.picklist(['auto', 'on', 'off']), 'auto'),
  /** Dial only addresses of this family; null dials both. */
  family: v.optional(v.nullable(v.picklist([4, 6])), null),
  /** Dial from this local address; null leaves the choice to the system. */
  source: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(120))), null),
  /** The service expected there (an id of shared/service); null goes by the port. A URL or a pasted `ssh` command implies one. */
  service: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
  /** Path and query of the HTTP request. */
  path: v.optional(v.pipe(v.string(), v.regex(/^\/[\x21-\x7e]*$/u), v.maxLength(2_048)), '/'),
  /** The name asked when resolving failed; null asks none. */
  controlName: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(253))), DEFAULT_CONTROL_NAME),
});

/** What the person chose for one check, defaults filled in. */
export type CheckOptions = v.InferOutput<typeof checkOptionsSchema>;

/** The part of the options a person, a URL or a pasted command actually named. */
export type ChosenOptions = v.InferInput<typeof checkOptionsSchema>;

/** Options with every default filled in. Throws on values out of range: read them from a person with a parser first. */
export function fillOptions(chosen: ChosenOptions = {}): CheckOptions {
  return v.parse(checkOptionsSchema, chosen);
}
